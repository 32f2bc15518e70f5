import type { ConflictRule } from '../../../core/import/import-plan';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import type { ImportStage } from '../../workspace/actions/import/import-state';
import { ImportCourse } from './ImportCourse';
import css from './ImportDialog.module.css';
import { ImportReview } from './ImportReview';
import { changesOf } from './import-changes';

/** What `ImportDialog` takes. */
export interface ImportDialogProps {
  readonly open: boolean;
  readonly fileName: string;
  readonly stage: ImportStage;
  /** How many files are to be imported after this one. */
  readonly waiting: number;
  /** About how long the stage will still take. */
  readonly secondsLeft?: number | undefined;
  readonly rule: ConflictRule;
  readonly onRule: (rule: ConflictRule) => void;
  readonly onImport: () => void;
  /** Stops what is going on, without a trace. */
  readonly onCancel: () => void;
  /** Closes the dialog while the import goes on. */
  readonly onHide: () => void;
  /** Ends an import that is refused, over, or not begun. */
  readonly onClose: () => void;
}

/** An import from the file to its end: what it holds, what is decided of what differs, and how far it is. */
export function ImportDialog(props: ImportDialogProps) {
  const { open, fileName, stage, waiting } = props;
  const words = useWords().importing;
  return (
    <Modal
      open={open}
      wide={stage.kind === 'ready'}
      reading={stage.kind === 'refused'}
      onClose={leaving(props)}
      title={words.title}
      intro={[words.from(fileName), ...(waiting > 0 ? [words.waiting(waiting)] : [])].join('. ')}
      closeLabel={words.close}
      actions={<Actions {...props} />}
    >
      {stage.kind === 'ready' ? (
        <ImportReview plan={stage.plan} rule={props.rule} onRule={props.onRule} />
      ) : (
        <ImportCourse stage={stage} secondsLeft={props.secondsLeft} />
      )}
    </Modal>
  );
}

/** What Escape does: it steps back from what waits, stops what is quick, and leaves alone what is being stored. */
function leaving({ stage, onCancel, onHide, onClose }: ImportDialogProps): () => void {
  switch (stage.kind) {
    case 'reading':
    case 'comparing':
      return onCancel;
    case 'applying':
    case 'withdrawing':
      return onHide;
    case 'refused':
    case 'ready':
    case 'done':
    case 'failed':
      return onClose;
  }
}

/** The main action of a stage has the focus as soon as the stage begins, so that Enter does it. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function Actions(props: ImportDialogProps) {
  const { stage, rule, onImport, onCancel, onHide, onClose } = props;
  const words = useWords().importing;
  switch (stage.kind) {
    case 'reading':
    case 'comparing':
      return (
        <span className={css.late}>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </span>
      );
    case 'ready': {
      const { annotations, articles } = changesOf(stage.plan, rule);
      const nothing = annotations + articles === 0;
      const why = stage.plan.conflicts.length === 0 ? words.nothingToDo : words.allMine;
      return (
        <>
          <p className={css.why}>{nothing ? why : words.oneUndo}</p>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button key="import" ref={takeFocus} look="primary" disabled={nothing} onClick={onImport}>
            {words.start(annotations, articles)}
          </Button>
        </>
      );
    }
    case 'applying':
      return (
        <>
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button key="hide" ref={takeFocus} look="primary" onClick={onHide}>
            {words.hide}
          </Button>
        </>
      );
    case 'withdrawing':
      return (
        <Button look="primary" onClick={onHide}>
          {words.hide}
        </Button>
      );
    case 'refused':
    case 'done':
    case 'failed':
      return (
        <Button key="close" ref={takeFocus} look="primary" onClick={onClose}>
          {words.close}
        </Button>
      );
  }
}
