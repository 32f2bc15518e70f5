import UserRound from 'lucide-react/icons/user-round';
import { useState } from 'react';
import { annotationKinds } from '../../core/annotation/annotation';
import { useWords } from '../i18n/catalogue';
import { Button } from '../ui/Button';
import { CoderField } from './CoderField';
import type { KindCounts } from './LibraryPanel';
import css from './StatusLine.module.css';
import { explainStoreProblem, type StoreProblem } from './words-of-problem';

/** Whether everything the person did is stored. */
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
  const { save, counts, place, coder, coderSummons } = props;
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const [summons, setSummons] = useState(coderSummons);
  if (summons !== coderSummons) {
    setSummons(coderSummons);
    setEditing(true);
  }
  return (
    <div className={css.line} data-failed={save.kind === 'failed' || undefined}>
      <SaveWords save={save} onRetry={props.onRetry} />
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

function SaveWords({ save, onRetry }: { readonly save: SaveState; readonly onRetry: () => void }) {
  const words = useWords();
  const why = save.kind === 'failed' ? explainStoreProblem(words, save.problem) : null;
  return (
    <div className={css.save}>
      <span role="status" className={css.state} data-state={save.kind}>
        {save.kind === 'saved' && words.status.saved}
        {save.kind === 'saving' && words.status.saving}
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
