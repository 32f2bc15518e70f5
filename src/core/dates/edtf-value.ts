/** How sure a date is: `?`, `~` and `%` of EDTF. */
export type EdtfQualifier = 'uncertain' | 'approximate' | 'uncertain-and-approximate';

/**
 * A year, month or day as written. `year` has four digits after an optional `-`; `month` and `day` have two.
 * An `X` stands for a digit that is not known: the last or last two of a year that stands alone, any of a month or day.
 * At least one real day fits. A qualified date has no `X`.
 */
export interface EdtfDate {
  readonly kind: 'date';
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
  readonly qualifier?: EdtfQualifier;
}

/** A season of no stated hemisphere: 21 spring, 22 summer, 23 autumn, 24 winter. */
export interface EdtfSeason {
  readonly kind: 'season';
  readonly year: number;
  readonly season: 21 | 22 | 23 | 24;
}

/** A year of more than four digits, written with a leading `Y`. Always a safe integer. */
export interface EdtfLongYear {
  readonly kind: 'long-year';
  readonly year: number;
}

/** One end of an interval: a date, `..` for an interval that goes on, or nothing where the end is not known. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

/** From `start` to `end`, both included. At least one end is a date, and `start` can lie before `end`. */
export interface EdtfInterval {
  readonly kind: 'interval';
  readonly start: EdtfEnd;
  readonly end: EdtfEnd;
}

/** A value of EDTF (ISO 8601-2:2019) at level 1, with `X` inside month or day from level 2. */
export type EdtfValue = EdtfDate | EdtfSeason | EdtfLongYear | EdtfInterval;

/** What EDTF allows somewhere but Dateline does not keep. */
export type EdtfFeature =
  /** `{2024,2025}` or `[2024..2025]`. */
  | 'set'
  /** A qualifier before or within the date: `?2024-01`, `2024?-01`. */
  | 'qualified-part'
  /** A qualifier after `X`: `201X~`. Not in the standard's levels, though some readers take it. */
  | 'qualified-unspecified'
  /** A qualifier after a season: `2024-21~`. */
  | 'qualified-season'
  /** A qualifier after a long year: `Y12345~`. */
  | 'qualified-long-year'
  /** `X` in a year that has a month, or anywhere but in the last two digits: `201X-04`, `2XXX`. */
  | 'unspecified-year'
  /** Quarters, halves and the like: `2024-33`. */
  | 'sub-year'
  /** A power of ten or a count of significant digits: `Y17E7`, `1950S2`. */
  | 'exponent'
  /** A year of more than 15 digits, which no number here can hold. */
  | 'very-long-year'
  | 'season-in-interval'
  | 'long-year-in-interval';

/** Why a string is not a value. `at` is the UTF-16 offset of the first thing that is wrong, up to the string's length. */
export type EdtfError =
  | { readonly code: 'empty'; readonly at: number }
  /** From `at` on it does not read as EDTF; at the string's end, something is missing. */
  | { readonly code: 'not-edtf'; readonly at: number }
  /** A time of day follows the date. */
  | { readonly code: 'has-time'; readonly at: number }
  | { readonly code: 'unsupported'; readonly at: number; readonly feature: EdtfFeature }
  /** `-0000`: the year 0 has no sign. */
  | { readonly code: 'no-such-year'; readonly at: number; readonly year: string }
  | { readonly code: 'no-such-month'; readonly at: number; readonly month: string }
  | {
      readonly code: 'no-such-day';
      readonly at: number;
      readonly year: string;
      readonly month: string;
      readonly day: string;
    }
  /** Neither end of the interval is a date. */
  | { readonly code: 'interval-without-date'; readonly at: number }
  /** Every day that the start may be lies after every day that the end may be. */
  | { readonly code: 'interval-backwards'; readonly at: number };
