import { daysInMonth } from './calendar';
import { type DateRuleName, dateRules } from './date-rules';
import { foldDateWords } from './date-words';
import { gregorianYear } from './juche';
import { monthNumber } from './months';

/** A value for words that name a date, and the rule that made it. The person decides whether to take it. */
export interface DateProposal {
  /** A year, month or day in EDTF level 0. */
  readonly edtf: string;
  readonly rule: DateRuleName;
}

/** Why words that have the shape of a date get no proposal. */
export type DateWarning =
  /** `juche` is not `year` − 1911: one of the two is wrong in the source or in the scan. */
  | { readonly code: 'juche-disagrees'; readonly juche: number; readonly year: number }
  | { readonly code: 'no-such-month'; readonly month: number }
  | {
      readonly code: 'no-such-day';
      readonly year: number;
      readonly month: number;
      readonly day: number;
    };

interface Reading {
  readonly rule: DateRuleName;
  readonly year: number;
  readonly juche: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/**
 * The date that `words` as a whole plainly name, or null. A year must be among them, Gregorian or Juche; white space
 * of any kind, full-width figures and decomposed hangul do no harm. Nothing is guessed: no relative date, no day
 * without its year, no day and month in figures whose order is in doubt, no Juche year beside another year than its own.
 */
export function proposeDate(words: string): DateProposal | null {
  const reading = readDate(words);
  if (reading === null || findWarning(reading) !== null) return null;
  return { edtf: formatReading(reading), rule: reading.rule };
}

/** What is wrong with words that have the shape of a date, or null if nothing is or they have no such shape. */
export function explainDate(words: string): DateWarning | null {
  const reading = readDate(words);
  return reading === null ? null : findWarning(reading);
}

function readDate(words: string): Reading | null {
  const folded = foldDateWords(words);
  for (const { name, pattern } of dateRules) {
    const groups = pattern.exec(folded)?.groups;
    if (groups !== undefined) return toReading(name, groups);
  }
  return null;
}

function toReading(rule: DateRuleName, groups: Record<string, string>): Reading {
  const juche = toNumber(groups.juche);
  const year = toNumber(groups.year) ?? (juche === null ? null : gregorianYear(juche));
  if (year === null) throw new Error(`the rule ${rule} reads no year`);
  const { monthName } = groups;
  const month = monthName === undefined ? toNumber(groups.month) : monthNumber(monthName);
  return { rule, year, juche, month, day: toNumber(groups.day) };
}

function findWarning({ year, juche, month, day }: Reading): DateWarning | null {
  if (juche !== null && (juche < 1 || gregorianYear(juche) !== year)) {
    return { code: 'juche-disagrees', juche, year };
  }
  if (month === null) return null;
  if (month < 1 || month > 12) return { code: 'no-such-month', month };
  if (day === null) return null;
  if (day < 1 || day > daysInMonth(year, month)) return { code: 'no-such-day', year, month, day };
  return null;
}

function formatReading({ year, month, day }: Reading): string {
  const parts = [month, day].filter((part) => part !== null);
  return [String(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
