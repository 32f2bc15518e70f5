import { englishMonthNames } from './months';

/** Pieces of the patterns. Between pieces a space may be missing, wherever the words stay plain without it. */
const year = '(?<year>[12][0-9]{3})';
const day = '(?<day>[0-9]{1,2})';
const ordinalDay = `${day}(?: ?(?:st|nd|rd|th))?`;
const month = '(?<month>[0-9]{1,2})';
const monthName = `(?<monthName>${englishMonthNames.join('|')})\\.?`;
const comma = '(?: ?, ?| )';
const maybeComma = '(?: ?, ?| ?)';
const ofMonth = '(?: ?| of )';
const inYear = `(?:${maybeComma}| of )`;
/** The Gregorian year in brackets, which may be left out. */
const pair = `(?: ?\\( ?${year} ?\\))?`;
const juche = `Juche ?(?<juche>[0-9]{1,3})${pair}`;
const hangulJuche = `주체 ?(?<juche>[0-9]{1,3})${pair}`;
const anyJuche = `(?:Juche|주체) ?(?<juche>[0-9]{1,3})${pair}`;
const hangulMonth = `${month} ?월`;
const hangulDay = `${day} ?일`;

/**
 * Every rule: its lasting name, which annotations keep, and the pattern of the whole words (folded by
 * `foldDateWords`, any case). Named groups carry the numbers: `year` or `juche` or both, then `month` or
 * `monthName`, then `day`. No two rules fit the same words. Day and month in figures count only after the year,
 * where their order is not in doubt.
 */
const table = [
  /** 2025-01-15 */
  ['iso-day', `${year}-(?<month>[0-9]{2})-(?<day>[0-9]{2})`],
  /** 2025.1.15. */
  ['dotted-day', `${year} ?\\. ?${month} ?\\. ?${day} ?\\.?`],
  /** January 15, 2025 */
  ['month-day-year', `${monthName} ?${ordinalDay}${comma}${year}`],
  /** 15th of January, 2025 */
  ['day-month-year', `(?:the )?${ordinalDay}${ofMonth}${monthName}${inYear}${year}`],
  /** January 2025 */
  ['month-year', `${monthName}${inYear}${year}`],
  /** 2025 */
  ['year', year],
  /** 2025년 1월 15일 */
  ['hangul-day', `${year} ?년 ?${hangulMonth} ?${hangulDay}`],
  /** 2025년 1월 */
  ['hangul-month', `${year} ?년 ?${hangulMonth}`],
  /** 2025년 */
  ['hangul-year', `${year} ?년`],
  /** January 15, Juche 114 (2025) */
  ['month-day-juche', `${monthName} ?${ordinalDay}${maybeComma}${juche}`],
  /** 15 January, Juche 114 (2025) */
  ['day-month-juche', `(?:the )?${ordinalDay}${ofMonth}${monthName}${inYear}${juche}`],
  /** January, Juche 114 (2025) */
  ['month-juche', `${monthName}${inYear}${juche}`],
  /** Juche 114 (2025) */
  ['juche-year', juche],
  /** Juche114.1.15. or 주체114.1.15. */
  ['juche-dotted-day', `${anyJuche} ?\\. ?${month} ?\\. ?${day} ?\\.?`],
  /** 주체114(2025)년 1월 15일 */
  ['hangul-juche-day', `${hangulJuche} ?년 ?${hangulMonth} ?${hangulDay}`],
  /** 주체114(2025)년 1월 */
  ['hangul-juche-month', `${hangulJuche} ?년 ?${hangulMonth}`],
  /** 주체114(2025)년 */
  ['hangul-juche-year', `${hangulJuche}(?: ?년)?`],
] as const;

/** The lasting name of a rule by which words became a date. */
export type DateRuleName = (typeof table)[number][0];

/** One shape of plain absolute dates. */
export interface DateRule {
  readonly name: DateRuleName;
  /** Fits whole words only. */
  readonly pattern: RegExp;
}

/** Every rule, in no order that matters: no two fit the same words. */
export const dateRules: readonly DateRule[] = table.map(([name, pattern]) => ({
  name,
  pattern: new RegExp(`^${pattern}$`, 'i'),
}));
