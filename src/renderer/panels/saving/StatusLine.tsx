import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { annotationKinds } from '../../../core/annotation/annotation';
import type { KindCounts } from '../../../core/health/finding';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { explainStoreProblem, type StoreProblem } from '../words-of-problem';
import { BackupNote, type BackupStatus } from './BackupNote';
import { CoderField } from './CoderField';
import css from './StatusLine.module.css';

/** Whether everything the person did is in the store. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem };

/** Where the selection or the reader is; `start` and `end` are UTF-16 offsets into the stored text. */
export interface ReadingPlace {
  /** From 1. */
  readonly paragraph: number;
  readonly start?: number;
  readonly end?: number;
}

/** What `StatusLine` takes. */
export interface StatusLineProps {
  readonly save: SaveState;
  readonly onRetry: () => void;
  /** Whether the backup holds what the store holds. */
  readonly backup: BackupStatus;
  readonly onRetryBackup: () => void;
  /** Of the open article; null while none is open. */
  readonly counts: KindCounts | null;
  readonly place: ReadingPlace | null;
  /** Empty while no name is given. */
  readonly coder: string;
  readonly onCoder: (name: string) => void;
  /** Another number whenever the person asks to set the name: the field opens and takes the focus. */
  readonly coderSummons: number;
  /** Which window this is. */
  readonly shell: string;
}

/** The line along the lower edge: what is stored, what is counted, where one is, and who one is. */
export function StatusLine(props: StatusLineProps) {
  const { save, backup, counts, place, coder, coderSummons } = props;
  const isFailed = save.kind === 'failed' || backup.kind === 'failed';
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const [summons, setSummons] = useState(coderSummons);
  if (summons !== coderSummons) {
    setSummons(coderSummons);
    setEditing(true);
  }
  return (
    <div className={css.line} data-failed={isFailed || undefined}>
      <SaveWords save={save} backup={backup} onRetry={props.onRetry} />
      {backup.kind === 'failed' && (
        <BackupNote
          failure={backup}
          isSaved={save.kind === 'saved'}
          onRetry={props.onRetryBackup}
        />
      )}
      {counts && (
        <ul className={css.counts}>
          {annotationKinds.map((kind) => (
            <li key={kind}>{words.kindCounts[kind](counts[kind])}</li>
          ))}
        </ul>
      )}
      {place && (
        <span className={css.place} title={words.status.placeHint}>
          {place.start === undefined || place.end === undefined
            ? words.status.paragraph(place.paragraph)
            : words.status.place(place.paragraph, place.start, place.end)}
        </span>
      )}
      <span className={css.gap} />
      {editing || coder === '' ? (
        <CoderField
          coder={coder}
          summoned={editing}
          onCoder={props.onCoder}
          onDone={() => setEditing(false)}
        />
      ) : (
        <button
          type="button"
          className={css.coder}
          aria-label={words.status.editCoder(coder)}
          title={words.status.editCoder(coder)}
          onClick={() => setEditing(true)}
        >
          <UserRound size={13} />
          {coder}
        </button>
      )}
      <span className={css.shell}>{props.shell}</span>
    </div>
  );
}

interface SaveWordsProps {
  readonly save: SaveState;
  readonly backup: BackupStatus;
  readonly onRetry: () => void;
}

function SaveWords({ save, backup, onRetry }: SaveWordsProps) {
  const words = useWords();
  const why = save.kind === 'failed' ? explainStoreProblem(words, save.problem) : null;
  const state = overallState(save, backup);
  return (
    <div className={css.save} data-failed={why !== null || undefined}>
      <span role="status" className={css.state} data-state={state}>
        {state !== 'failed' && words.status[state]}
      </span>
      <span role="alert" className={css.failure}>
        {why && (
          <>
            <strong>{why.what}</strong> {why.safe} {why.next}
          </>
        )}
      </span>
      {why && <Button onClick={onRetry}>{words.status.retry}</Button>}
    </div>
  );
}

/** Saved means in the store and in the backup; what fails says so elsewhere. */
function overallState(save: SaveState, backup: BackupStatus): SaveState['kind'] {
  if (save.kind === 'failed' || backup.kind === 'failed') return 'failed';
  return save.kind === 'saved' && backup.kind === 'kept' ? 'saved' : 'saving';
}
