import { isUnspecified, possibleDays, possibleMonths } from './digit-pattern';
import { boundYears } from './edtf-bounds';
import type {
  EdtfDate,
  EdtfEnd,
  EdtfLongYear,
  EdtfQualifier,
  EdtfSeason,
  EdtfValue,
} from './edtf-value';

/** The seasons in the order of their EDTF numbers, 21 to 24. */
export type SeasonName = 'spring' | 'summer' | 'autumn' | 'winter';

/** A date in parts, for a catalogue to make words of. Years may be negative or 0; months and days count from 1. */
export type DateDescription =
  | { readonly kind: 'year'; readonly year: number; readonly qualifier: EdtfQualifier | null }
  /** `201X`: from `first` to `last`, both included. */
  | { readonly kind: 'decade'; readonly first: number; readonly last: number }
  /** `20XX`: from `first` to `last`, both included. */
  | { readonly kind: 'century'; readonly first: number; readonly last: number }
  | { readonly kind: 'season'; readonly year: number; readonly season: SeasonName }
  | {
      readonly kind: 'month';
      readonly year: number;
      readonly month: number;
      readonly qualifier: EdtfQualifier | null;
    }
  | {
      readonly kind: 'day';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly qualifier: EdtfQualifier | null;
    }
  /** One of some months: `2024-1X`; `any` for `2024-XX`. */
  | { readonly kind: 'some-month'; readonly year: number; readonly months: Choice }
  /** One of some days in one of some months: `2024-01-1X`; `any` for `XX`. A known month is a list of one. */
  | {
      readonly kind: 'some-day';
      readonly year: number;
      readonly months: Choice;
      readonly days: Choice;
    };

/** The numbers that digits may stand for, rising, or `any` when none of the digits is known. */
export type Choice = readonly number[] | 'any';

/** One end of an interval in parts; `open` goes on, `unknown` has an end that nobody has stated. */
export type EndDescription = DateDescription | { readonly kind: 'open' | 'unknown' };

/** A whole value in parts. */
export type EdtfDescription =
  | DateDescription
  | { readonly kind: 'interval'; readonly start: EndDescription; readonly end: EndDescription };

const seasonNames = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
} as const satisfies Record<EdtfSeason['season'], SeasonName>;

/** Takes a value apart into numbers and codes, from which a catalogue makes words in its language. */
export function describeEdtf(value: EdtfValue): EdtfDescription {
  if (value.kind !== 'interval') return describePoint(value);
  return { kind: 'interval', start: describeEnd(value.start), end: describeEnd(value.end) };
}

function describeEnd(end: EdtfEnd): EndDescription {
  return typeof end === 'string' ? { kind: end } : describePoint(end);
}

function describePoint(value: EdtfDate | EdtfSeason | EdtfLongYear): DateDescription {
  if (value.kind === 'date') return describeDate(value);
  if (value.kind === 'long-year') return { kind: 'year', year: value.year, qualifier: null };
  return { kind: 'season', year: value.year, season: seasonNames[value.season] };
}

function describeDate(date: EdtfDate): DateDescription {
  const { month, day } = date;
  const qualifier = date.qualifier ?? null;
  if (isUnspecified(date.year)) {
    return { kind: date.year.endsWith('XX') ? 'century' : 'decade', ...boundYears(date.year) };
  }
  const year = Number(date.year);
  if (month === undefined) return { kind: 'year', year, qualifier };
  if (day === undefined) {
    if (isUnspecified(month)) return { kind: 'some-month', year, months: choiceOfMonths(month) };
    return { kind: 'month', year, month: Number(month), qualifier };
  }
  if (!isUnspecified(month + day)) {
    return { kind: 'day', year, month: Number(month), day: Number(day), qualifier };
  }
  const days = day === 'XX' ? 'any' : possibleDays(year, possibleMonths(month), day);
  return { kind: 'some-day', year, months: choiceOfMonths(month), days };
}

function choiceOfMonths(pattern: string): Choice {
  return pattern === 'XX' ? 'any' : possibleMonths(pattern);
}
