import { daysInMonth } from './calendar';

/** Whether two or more digits of EDTF hold an `X`, which stands for any digit. */
export function isUnspecified(pattern: string): boolean {
  return pattern.includes('X');
}

/** The months, 1 to 12 and rising, that two digits or `X`s may stand for: `1X` is 10, 11 and 12. */
export function possibleMonths(pattern: string): number[] {
  return matching(pattern, 12);
}

/**
 * The days of the month, rising, that two digits or `X`s may stand for in at least one of `months` of `year`:
 * `3X` in April is 30 alone, and in February nothing.
 */
export function possibleDays(year: number, months: readonly number[], pattern: string): number[] {
  const longest = Math.max(0, ...months.map((month) => daysInMonth(year, month)));
  return matching(pattern, longest);
}

function matching(pattern: string, last: number): number[] {
  const shape = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`);
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  return numbers.filter((number) => shape.test(String(number).padStart(2, '0')));
}
