import X from 'lucide-react/icons/x';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import type { ChangeLabel } from '../../core/change';
import type { GroupId } from '../../core/ids';
import { useWords } from '../i18n/catalogue';
import type { Catalogue } from '../i18n/en';
import { IconButton } from '../ui/IconButton';
import { moveInList } from '../ui/move-in-list';
import css from './HistoryPanel.module.css';
import { wordsOfChange } from './words-of-change';

/** A step of the history as it is shown. */
export interface ShownStep {
  readonly groupId: GroupId;
  readonly label: ChangeLabel;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Empty when no name was given. */
  readonly coder: string;
  /** Whether it is the last that is done; those above it were undone. */
  readonly isHead: boolean;
  readonly articleTitle?: string | undefined;
}

/** What `HistoryPanel` takes. */
export interface HistoryPanelProps {
  /** From the newest to the oldest, first what was undone; null while they are read for the first time. */
  readonly steps: readonly ShownStep[] | null;
  /** Whether there are older steps than these. */
  readonly hasMore: boolean;
  /** The time now, ISO 8601 in UTC. */
  readonly now: string;
  /** The present coder, whose steps do not name them. */
  readonly coder: string;
  /** Go to right after a step; null is before the first one. */
  readonly onGoTo: (target: GroupId | null) => void;
  /** The end is near and `hasMore`. May come several times for the same end. */
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** How many rows Page Up and Page Down pass. */
const pageOfKeys = 10;

/** How near the end is, in CSS pixels, when more is asked for. */
const nearEnd = 600;

/**
 * All edits by day, newest on top. Arrow keys, Home and End move and change nothing; Enter and clicks go to where the
 * project was right after a step. The panel takes the focus once there is something to show.
 */
export function HistoryPanel(props: HistoryPanelProps) {
  const { steps, hasMore, now, coder, onGoTo, onMore, onClose } = props;
  const words = useWords().history;
  const panel = useRef<HTMLElement>(null);
  const [cursor, setCursor] = useState<GroupId | 'beginning' | null>(null);
  const shown = steps ?? [];
  const head = placeOf(shown, ({ isHead }) => isHead) ?? shown.length;
  const active =
    cursor === 'beginning' && !hasMore
      ? shown.length
      : (placeOf(shown, ({ groupId }) => groupId === cursor) ?? head);

  const focusRow = (index: number): void =>
    panel.current?.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus();
  const takeFocus = useEffectEvent(() => {
    if (shown.length === 0) panel.current?.focus();
    else focusRow(active);
  });
  const isRead = steps !== null;
  useEffect(() => {
    if (isRead) takeFocus();
  }, [isRead]);

  const onKey = (event: KeyboardEvent): void => {
    const length = shown.length + (hasMore ? 0 : 1);
    const next = moveInList({ key: event.key, active, length, page: pageOfKeys });
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(next);
  };

  return (
    <section
      ref={panel}
      className={css.panel}
      aria-label={words.title}
      aria-busy={!isRead}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={css.head}>
        <h2 className={css.title}>{words.title}</h2>
        <span data-own-close="">
          <IconButton label={words.close} icon={<X size={16} />} onClick={onClose} />
        </span>
      </div>
      {steps?.length === 0 && (
        <div className={css.empty}>
          <p className={css.emptyTitle}>{words.empty}</p>
          <p>{words.emptyNext}</p>
        </div>
      )}
      {shown.length > 0 && (
        <div
          className={css.list}
          onKeyDown={onKey}
          onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
            if (hasMore && scrollHeight - scrollTop - clientHeight < nearEnd) onMore();
          }}
        >
          {daysOf(shown).map((day) => (
            <Day key={day.steps[0]?.groupId} at={day.at} now={now}>
              {day.steps.map((step, place) => (
                <StepRow
                  key={step.groupId}
                  step={step}
                  now={now}
                  coder={coder}
                  distance={day.first + place - head}
                  isActive={day.first + place === active}
                  onFocus={() => setCursor(step.groupId)}
                  onGo={() => onGoTo(step.groupId)}
                />
              ))}
            </Day>
          ))}
          {!hasMore && (
            <Row
              what={words.beginning}
              distance={shown.length - head}
              isActive={active === shown.length}
              onFocus={() => setCursor('beginning')}
              onGo={() => onGoTo(null)}
            />
          )}
        </div>
      )}
    </section>
  );
}

interface DayProps {
  readonly at: string;
  readonly now: string;
  readonly children: ReactNode;
}

function Day({ at, now, children }: DayProps) {
  const words = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={css.day}>
        {wordsOfDay(words, new Date(at), new Date(now))}
      </h3>
      {children}
    </section>
  );
}

interface RowPlace {
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

function StepRow({ step, now, coder, ...place }: StepRowProps) {
  const words = useWords();
  const at = new Date(step.at);
  const moment = words.dateWords.moment(at);
  const when = wordsOfTime(words, at, new Date(now));
  const { by, byNobody } = words.history;
  const who = step.coder === coder ? [] : [step.coder === '' ? byNobody : by(step.coder)];
  const title = step.articleTitle === undefined ? [] : [step.articleTitle];
  const rest = [...who, ...title];
  return (
    <Row
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

interface RowProps extends RowPlace {
  readonly what: string;
  /** For assistive technology, which is told the exact time as well. */
  readonly facts?: readonly string[];
  readonly shownFacts?: ReactNode;
}

function Row({ what, facts = [], shownFacts, distance, isActive, onFocus, onGo }: RowProps) {
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

interface DayOfSteps {
  readonly at: string;
  /** The place of its first step among all. */
  readonly first: number;
  readonly steps: readonly ShownStep[];
}

/** Runs of steps of one day by the person's own clock. A day may come twice when the clock was set back. */
function daysOf(steps: readonly ShownStep[]): readonly DayOfSteps[] {
  const days: { at: string; first: number; steps: ShownStep[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const day = days.at(-1);
    if (day && dayNumber(new Date(day.at)) === dayNumber(new Date(step.at))) day.steps.push(step);
    else days.push({ at: step.at, first: index, steps: [step] });
  }
  return days;
}

function wordsOfDay({ history, dateWords }: Catalogue, at: Date, now: Date): string {
  const passed = dayNumber(now) - dayNumber(at);
  if (passed === 0) return history.today;
  if (passed === 1) return history.yesterday;
  return dateWords.day(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

function wordsOfTime({ history }: Catalogue, at: Date, now: Date): string {
  if (dayNumber(at) !== dayNumber(now)) return history.clock(at);
  return history.ago((now.getTime() - at.getTime()) / 1_000);
}

/** Days since 1970 of the day that the person's own clock showed. */
function dayNumber(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
}

function placeOf(
  steps: readonly ShownStep[],
  fits: (step: ShownStep) => boolean,
): number | undefined {
  const index = steps.findIndex(fits);
  return index < 0 ? undefined : index;
}
