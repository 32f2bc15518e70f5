import { possibleDays, possibleMonths } from './digit-pattern';
import type { EdtfDate } from './edtf-value';

/** The first and last day that a date may be, both included, as numbers that order days: year × 10000 + month × 100 + day. */
export interface DayBounds {
  readonly earliest: number;
  readonly latest: number;
}

/** The days between which a date lies. A qualifier is not counted: nobody says how far `~` reaches. */
export function boundDays(date: EdtfDate): DayBounds {
  const { first, last } = boundYears(date.year);
  const months = possibleMonths(date.month ?? 'XX');
  const days = (year: number, ordered: readonly number[]): number[] =>
    ordered.flatMap((month) =>
      possibleDays(year, [month], date.day ?? 'XX').map((day) => year * 10000 + month * 100 + day),
    );
  const earliest = days(first, months)[0];
  const latest = days(last, months).at(-1);
  if (earliest === undefined || latest === undefined) {
    throw new Error(`no day fits ${date.year}-${date.month}-${date.day}`);
  }
  return { earliest, latest };
}

/** The first and last year, both included, that four digits or `X`s after an optional `-` may stand for. */
export function boundYears(year: string): { readonly first: number; readonly last: number } {
  const low = Number(year.replaceAll('X', '0'));
  const high = Number(year.replaceAll('X', '9'));
  // Adding 0 turns the -0 of `-000X` into 0.
  return { first: Math.min(low, high) + 0, last: Math.max(low, high) + 0 };
}
