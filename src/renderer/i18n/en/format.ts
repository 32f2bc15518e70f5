const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const seasons = { spring: 'Spring', summer: 'Summer', autumn: 'Autumn', winter: 'Winter' };

/** `1 enterprise`, `2 enterprises`: a number with its noun, thousands set apart by a comma. */
export function countOf(count: number, one: string, many: string): string {
  return `${numberOf(count)} ${count === 1 ? one : many}`;
}

/** `text, Markdown or HTML`. */
export function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** `20,000`. */
export function numberOf(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A size in bytes as `812 bytes`, `14 kB` or `51.2 MB` (powers of 1000, as file browsers show it). */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte', 'bytes');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The numbers that digits of a date may stand for, or `any`. */
type Choice = readonly number[] | 'any';

/** How dates read. Years are astronomical (0 is 1 BC), months and days count from 1. */
export const dateWords = {
  day: (year: number, month: number, day: number) => `${day} ${monthOf(month)} ${yearOf(year)}`,
  month: (year: number, month: number) => `${monthOf(month)} ${yearOf(year)}`,
  year: (year: number) => yearOf(year),
  /** A decade or a century, from its first year to its last. */
  years: (first: number, last: number) => `a year from ${yearOf(first)} to ${yearOf(last)}`,
  season: (year: number, season: keyof typeof seasons) => `${seasons[season]} ${yearOf(year)}`,
  someMonth: (year: number, choice: Choice) =>
    choice === 'any'
      ? `a month of ${yearOf(year)}`
      : `${either(choice.map((month) => monthOf(month)))} ${yearOf(year)}`,
  someDay: (year: number, inMonths: Choice, days: Choice) => {
    const when =
      inMonths === 'any'
        ? `a month of ${yearOf(year)}`
        : `${either(inMonths.map(monthOf))} ${yearOf(year)}`;
    return days === 'any' ? `a day in ${when}` : `day ${either(days.map(String))} of ${when}`;
  },
  qualified: {
    uncertain: (date: string) => `${date}, uncertain`,
    approximate: (date: string) => `about ${date}`,
    'uncertain-and-approximate': (date: string) => `about ${date}, uncertain`,
  },
  interval: (from: string, to: string) => `${from} to ${to}`,
  openEnd: (from: string) => `${from} and on`,
  openStart: (to: string) => `up to ${to}`,
  unknownEnd: (from: string) => `from ${from}, end not known`,
  unknownStart: (to: string) => `to ${to}, start not known`,
  /** A moment of the person's own clock: `15 January 2025, 14:05`. */
  moment: (at: Date) =>
    `${at.getDate()} ${monthOf(at.getMonth() + 1)} ${at.getFullYear()}, ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
};

function monthOf(month: number): string {
  return months[month - 1] ?? String(month);
}

/** `January, February or March`; a long row is cut to its first and last. */
function either(names: readonly string[]): string {
  return names.length > 4 ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : anyOf(names);
}

function yearOf(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
