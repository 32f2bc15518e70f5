import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { Button } from '../../ui/Button';
import css from './StatusLine.module.css';

/** Why the backup could not be written: a code of the desktop service, with its facts. */
export interface BackupProblem {
  readonly code: keyof Catalogue['backupErrors'];
  /** The system's own word, such as `EIO`. */
  readonly detail?: string;
}

/** Whether the backup holds what the store holds. */
export type BackupStatus =
  | { readonly kind: 'kept' }
  | { readonly kind: 'writing' }
  | {
      readonly kind: 'failed';
      readonly problem: BackupProblem;
      /** How many changes are in the store alone. */
      readonly behind: number;
      /** Where the backup is, to be shown. */
      readonly folder: string;
    };

interface BackupNoteProps {
  readonly failure: Extract<BackupStatus, { readonly kind: 'failed' }>;
  /** Whether all of it is in the store at least. */
  readonly isSaved: boolean;
  readonly onRetry: () => void;
}

/** What is not in the backup, why, and what to do. The number of changes is not read out anew with each of them. */
export function BackupNote({ failure, isSaved, onRetry }: BackupNoteProps) {
  const words = useWords();
  const { problem, behind, folder } = failure;
  const { why, next } = words.backupErrors[problem.code]({ ...problem, folder });
  return (
    <div className={css.note} title={words.backup.folder(folder)}>
      <p className={css.failure}>
        <span role="alert" aria-atomic="false">
          <strong>{isSaved ? words.backup.savedNotKept(why) : words.backup.notKept(why)}</strong>{' '}
          <span>{next}</span>
        </span>{' '}
        <span>{words.backup.behind(behind)}</span>
      </p>
      <Button aria-label={words.backup.retry} onClick={onRetry}>
        {words.status.retry}
      </Button>
    </div>
  );
}
