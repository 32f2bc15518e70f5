import { type ReactNode, useId } from 'react';
import { useWords } from '../../i18n/catalogue';
import { isolated } from '../../i18n/foreign-words';
import { wordsOfChange } from '../words-of-change';
import css from './HistoryPanel.module.css';
import { type ShownStep, wordsOfTime } from './history-days';

/** Where a row stands, and what can be done with it. */
export interface RowPlace {
  /** How many steps below the current point the row stands; below 0 is above it, among what was undone. */
  readonly distance: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onGo: () => void;
}

interface StepRowProps extends RowPlace {
  readonly step: ShownStep;
  readonly now: string;
  readonly coder: string;
}

/** One step: what was done, when and by whom. */
export function StepRow({ step, now, coder, ...place }: StepRowProps) {
  const words = useWords();
  const at = new Date(step.at);
  const moment = words.dateWords.moment(at);
  const when = wordsOfTime(words, at, new Date(now));
  const { by, byNobody } = words.history;
  const who = step.coder === coder ? [] : [step.coder === '' ? byNobody : by(step.coder)];
  const title = step.articleTitle === undefined ? [] : [isolated(step.articleTitle)];
  const rest = [...who, ...title];
  return (
    <HistoryRow
      {...place}
      what={wordsOfChange(words, step.label)}
      facts={[when, moment, ...rest]}
      shownFacts={
        <>
          <time dateTime={step.at} title={moment}>
            {when}
          </time>
          {rest.map((fact) => ` · ${fact}`)}
        </>
      }
    />
  );
}

interface HistoryRowProps extends RowPlace {
  readonly what: string;
  /** For assistive technology, which is told the exact time as well. */
  readonly facts?: readonly string[];
  readonly shownFacts?: ReactNode;
}

/** One point of the history to go to. */
export function HistoryRow({
  what,
  facts = [],
  shownFacts,
  distance,
  isActive,
  onFocus,
  onGo,
}: HistoryRowProps) {
  const words = useWords().history;
  const id = useId();
  const state = distance === 0 ? words.here : distance < 0 ? words.undone : null;
  const hint =
    distance > 0 ? words.goBack(distance) : distance < 0 ? words.goForward(-distance) : null;
  return (
    <button
      type="button"
      data-row
      className={css.row}
      data-undone={distance < 0 || undefined}
      aria-current={distance === 0 ? 'step' : undefined}
      aria-label={[what, ...(state ? [state] : []), ...facts].join(', ')}
      aria-describedby={hint === null ? undefined : id}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={() => {
        if (distance !== 0) onGo();
      }}
    >
      <span className={css.what} title={what}>
        {what}
      </span>
      <span className={css.below}>
        <span className={css.facts}>
          {state && <span className={css.state}>{state}</span>}
          {state && shownFacts && ' · '}
          {shownFacts}
        </span>
        {hint !== null && (
          <span id={id} className={css.hint}>
            {hint}
          </span>
        )}
      </span>
    </button>
  );
}
