import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import { explainOpenProblem, type OpenProblem } from '../words-of-problem';
import css from './ProblemDialog.module.css';

/** What `ProblemDialog` takes. */
export interface ProblemDialogProps {
  readonly open: boolean;
  /** The files that could not be opened. */
  readonly problems: readonly OpenProblem[];
  /** How many files of the same batch were opened. */
  readonly openedCount: number;
  readonly onClose: () => void;
}

/** The files that could not be opened, each with its cause and what to do. */
export function ProblemDialog({ open, problems, openedCount, onClose }: ProblemDialogProps) {
  const words = useWords();
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.problems.title(problems.length)}
      intro={`${words.problems.opened(openedCount)} ${words.problems.safe}`}
      closeLabel={words.problems.close}
      reading
      actions={
        <Button look="primary" onClick={onClose}>
          {words.problems.close}
        </Button>
      }
    >
      <ul className={css.list}>
        {problems.map((problem, index) => {
          const why = explainOpenProblem(words, problem);
          return (
            // Two files of one batch can have one name.
            <li key={`${index}-${problem.fileName ?? ''}`} className={css.problem}>
              <p className={css.what}>{why.what}</p>
              <p className={css.next}>{why.next}</p>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
