import type { ChangeLabel } from '../../../core/change';
import type { GroupId } from '../../../core/ids';
import type { Catalogue } from '../../i18n/en';

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

/** Steps of one day. */
export interface DayOfSteps {
  readonly at: string;
  /** The place of its first step among all. */
  readonly first: number;
  readonly steps: readonly ShownStep[];
}

/** Runs of steps of one day by the person's own clock. A day may come twice when the clock was set back. */
export function daysOf(steps: readonly ShownStep[]): readonly DayOfSteps[] {
  const days: { at: string; first: number; steps: ShownStep[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const day = days.at(-1);
    if (day && dayNumber(new Date(day.at)) === dayNumber(new Date(step.at))) day.steps.push(step);
    else days.push({ at: step.at, first: index, steps: [step] });
  }
  return days;
}

/** `Today`, `Yesterday`, or the day. */
export function wordsOfDay({ history, dateWords }: Catalogue, at: Date, now: Date): string {
  const passed = dayNumber(now) - dayNumber(at);
  if (passed === 0) return history.today;
  if (passed === 1) return history.yesterday;
  return dateWords.day(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** How long ago on the same day, else the time of day. */
export function wordsOfTime({ history }: Catalogue, at: Date, now: Date): string {
  if (dayNumber(at) !== dayNumber(now)) return history.clock(at);
  return history.ago((now.getTime() - at.getTime()) / 1_000);
}

/** Days since 1970 of the day that the person's own clock showed. */
function dayNumber(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
}
