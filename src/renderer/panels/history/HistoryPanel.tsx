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
import type { GroupId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { IconButton } from '../../ui/IconButton';
import { moveInList } from '../../ui/move-in-list';
import css from './HistoryPanel.module.css';
import { HistoryRow, StepRow } from './HistoryRow';
import { daysOf, type ShownStep, wordsOfDay } from './history-days';

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
            <HistoryRow
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

function placeOf(
  steps: readonly ShownStep[],
  fits: (step: ShownStep) => boolean,
): number | undefined {
  const index = steps.findIndex(fits);
  return index < 0 ? undefined : index;
}
