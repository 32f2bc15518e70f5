import Check from 'lucide-react/icons/check';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import { Progress } from '../../ui/Progress';
import css from './HealthDialog.module.css';
import { HealthFindings } from './HealthFindings';
import type { HealthState, ShownFinding } from './health-state';

/** What `HealthDialog` takes. */
export interface HealthDialogProps {
  readonly open: boolean;
  readonly state: HealthState;
  /** Shows the annotation of a finding that `canBeShown`. */
  readonly onShow: (finding: ShownFinding) => void;
  readonly onExport: () => void;
  /** Opens the restore page. */
  readonly onRestore: () => void;
  readonly onAgain: () => void;
  /** Also stops a check that runs. */
  readonly onClose: () => void;
}

/** What a check of the project found, and the ways on. It changes nothing itself. */
export function HealthDialog(props: HealthDialogProps) {
  const { open, state, onExport, onRestore, onAgain, onClose } = props;
  const words = useWords().health;
  const isFaulty = state.kind === 'faulty';
  return (
    <Modal
      // The main action of a state has the focus as soon as it begins.
      key={state.kind}
      open={open}
      wide={isFaulty}
      onClose={onClose}
      title={words.title}
      intro={state.kind === 'checking' ? words.intro : undefined}
      closeLabel={words.close}
      actions={
        <>
          {isFaulty && (
            <>
              <Button onClick={onRestore}>{words.restore}</Button>
              <Button onClick={onExport}>{words.exportAll}</Button>
            </>
          )}
          {state.kind === 'stopped' && <Button onClick={onAgain}>{words.again}</Button>}
          <Button look="primary" onClick={onClose}>
            {state.kind === 'checking' ? words.stop : words.close}
          </Button>
        </>
      }
    >
      <HealthCourse {...props} />
    </Modal>
  );
}

function HealthCourse({ state, onShow }: HealthDialogProps) {
  const words = useWords().health;
  switch (state.kind) {
    case 'checking':
      return (
        <Progress
          label={words.checking(state.done, state.total)}
          share={state.total === 0 ? undefined : state.done / state.total}
        />
      );
    case 'sound':
      return (
        <div role="status" className={css.ending}>
          <p className={css.success}>
            <Check size={17} />
            <span>{words.sound}</span>
          </p>
          <p className={css.hint}>{words.checked(state.articles, state.annotations)}</p>
        </div>
      );
    case 'faulty':
      return <HealthFindings state={state} onShow={onShow} />;
    case 'stopped':
      return (
        <div role="alert" className={css.ending}>
          <p className={css.failure}>{words.stopped}</p>
          {state.detail !== '' && <p>{state.detail}</p>}
          <p>{words.stoppedSafe}</p>
          <p>{words.stoppedNext}</p>
        </div>
      );
  }
}
