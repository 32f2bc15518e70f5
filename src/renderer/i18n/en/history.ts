import { countOf } from './format';

/** The list of all edits, by which one goes back and forward. */
export const history = {
  title: 'History',
  close: 'Close the history',
  empty: 'Nothing has been edited yet.',
  emptyNext: 'Every edit is listed here, and you can go back to any of them.',
  today: 'Today',
  yesterday: 'Yesterday',
  /** How long ago, for less than about a day; a time still to come counts as now. */
  ago: (seconds: number) => {
    if (seconds < 60) return 'just now';
    if (seconds < 3_600) return `${countOf(Math.floor(seconds / 60), 'minute', 'minutes')} ago`;
    return `${countOf(Math.floor(seconds / 3_600), 'hour', 'hours')} ago`;
  },
  /** The time of day by the person's own clock: `14:05`. */
  clock: (at: Date) => `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
  by: (coder: string) => `by ${coder}`,
  byNobody: 'without a name',
  here: 'You are here',
  undone: 'undone',
  beginning: 'Before the first edit',
  goBack: (steps: number) => `Go back ${countOf(steps, 'step', 'steps')}`,
  wentBack: (steps: number) => `Went back ${countOf(steps, 'step', 'steps')}`,
  wentForward: (steps: number) => `Went forward ${countOf(steps, 'step', 'steps')}`,
  goForward: (steps: number) => `Go forward ${countOf(steps, 'step', 'steps')}`,
};

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
