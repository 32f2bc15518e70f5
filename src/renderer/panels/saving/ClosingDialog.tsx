import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import type { Explanation } from '../../i18n/en/errors';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import { explainStoreProblem, type StoreProblem } from '../words-of-problem';
import type { BackupStatus } from './BackupNote';
import css from './ClosingDialog.module.css';

/** What is not on the disk, and why. */
export type UnwrittenWork =
  /** It is on its way, and takes long. */
  | { readonly kind: 'writing' }
  /** Edits that could not be saved, and how many. */
  | { readonly kind: 'failed'; readonly problem: StoreProblem; readonly edits: number }
  /** Everything is in the store, and not in its backup. */
  | {
      readonly kind: 'not-kept';
      readonly failure: Extract<BackupStatus, { readonly kind: 'failed' }>;
    }
  /** Text in the field with this label, empty when it has none, that cannot be stored as it is. */
  | { readonly kind: 'typed'; readonly field: string };

/** What `ClosingDialog` takes. */
export interface ClosingDialogProps {
  /** Null closes the dialog. */
  readonly unwritten: UnwrittenWork | null;
  readonly onTryAgain: () => void;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
  readonly onCloseAnyway: () => void;
  /** Escape, too. */
  readonly onKeepOpen: () => void;
}

/** The question before a window is closed over what is not on the disk: what that is, what is safe, what to do. */
export function ClosingDialog({ unwritten, ...choices }: ClosingDialogProps) {
  const words = useWords();
  if (!unwritten) return null;
  const { what, safe, next } = explain(words, unwritten);
  return (
    <Modal
      open
      onClose={choices.onKeepOpen}
      title={words.closing.titles[unwritten.kind]}
      intro={what}
      closeLabel={words.closing.keepOpen}
      actions={<Choices key={unwritten.kind} kind={unwritten.kind} {...choices} />}
    >
      <p className={css.safe}>{safe}</p>
      <p className={css.next}>{next}</p>
    </Modal>
  );
}

function explain(words: Catalogue, unwritten: UnwrittenWork): Explanation {
  const { closing } = words;
  switch (unwritten.kind) {
    case 'writing':
      return closing.whileWriting;
    case 'failed': {
      const { what } = explainStoreProblem(words, unwritten.problem);
      return { ...closing.whenFailed(unwritten.edits), what };
    }
    case 'not-kept': {
      const { problem, behind, folder } = unwritten.failure;
      const { why, next } = words.backupErrors[problem.code]({ ...problem, folder });
      const what = words.backup.savedNotKept(why);
      return { what, safe: `${words.backup.behind(behind)} ${closing.keptNextTime}`, next };
    }
    case 'typed':
      return closing.whenTyped(unwritten.field);
  }
}

/** The main action has the focus as soon as it is there. It never is the one that loses something. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function Choices({
  kind,
  onTryAgain,
  onExport,
  onCloseAnyway,
  onKeepOpen,
}: Omit<ClosingDialogProps, 'unwritten'> & { readonly kind: UnwrittenWork['kind'] }) {
  const words = useWords().closing;
  const hasFailed = kind === 'failed' || kind === 'not-kept';
  return (
    <>
      <Button look="danger" onClick={onCloseAnyway}>
        {words.closeAnyway}
      </Button>
      {hasFailed && onExport && <Button onClick={onExport}>{words.exportFirst}</Button>}
      {hasFailed && <Button onClick={onKeepOpen}>{words.keepOpen}</Button>}
      <Button ref={takeFocus} look="primary" onClick={hasFailed ? onTryAgain : onKeepOpen}>
        {hasFailed ? words.tryAgain : words.keepOpen}
      </Button>
    </>
  );
}
