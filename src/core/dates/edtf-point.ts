import { err, ok, type Result } from '../result';
import { isUnspecified, possibleDays, possibleMonths } from './digit-pattern';
import type {
  EdtfDate,
  EdtfError,
  EdtfFeature,
  EdtfLongYear,
  EdtfQualifier,
  EdtfSeason,
} from './edtf-value';

/** Anything that EDTF can say without a `/`. */
export type EdtfPoint = EdtfDate | EdtfSeason | EdtfLongYear;

type Read<T> = Result<T, EdtfError>;

const qualifiers: ReadonlyMap<string, EdtfQualifier> = new Map([
  ['?', 'uncertain'],
  ['~', 'approximate'],
  ['%', 'uncertain-and-approximate'],
]);

const shape = /^(?<year>-?[0-9X]{4})(?:-(?<month>[0-9X]{2})(?:-(?<day>[0-9X]{2}))?)?(?<rest>[^]*)$/;

/** Reads a date, season or long year. `base` is where `text` begins in the whole value and shifts every `at`. */
export function parseEdtfPoint(text: string, base: number): Read<EdtfPoint> {
  if (qualifiers.has(text.charAt(0))) return unsupported(base, 'qualified-part');
  if (text.startsWith('Y')) return parseLongYear(text, base);
  const groups = shape.exec(text)?.groups;
  const year = groups?.year;
  const rest = groups?.rest;
  if (year === undefined || rest === undefined) {
    return err({ code: 'not-edtf', at: base + lengthOf(/^-?[0-9X]{0,3}/, text) });
  }
  const { month, day } = groups ?? {};
  const tail = readTail(rest, base + text.length - rest.length, day !== undefined);
  if (!tail.ok) return tail;
  const fault = findYearFault(year, month !== undefined, base);
  if (fault !== null) return err(fault);
  if (month === undefined) return qualify({ kind: 'date', year }, tail.value, base + text.length);
  const monthAt = base + year.length + 1;
  if (day === undefined) return parseMonth(year, month, tail.value, monthAt);
  return parseDay({ year, month, day }, tail.value, monthAt);
}

function parseMonth(
  year: string,
  month: string,
  qualifier: EdtfQualifier | null,
  at: number,
): Read<EdtfDate | EdtfSeason> {
  const number = Number(month);
  if (number === 21 || number === 22 || number === 23 || number === 24) {
    if (qualifier !== null) return unsupported(at + 2, 'qualified-season');
    return ok({ kind: 'season', year: Number(year), season: number });
  }
  if (number >= 25 && number <= 41) return unsupported(at, 'sub-year');
  if (possibleMonths(month).length === 0) return err({ code: 'no-such-month', at, month });
  return qualify({ kind: 'date', year, month }, qualifier, at + 3);
}

function parseDay(
  parts: { readonly year: string; readonly month: string; readonly day: string },
  qualifier: EdtfQualifier | null,
  at: number,
): Read<EdtfDate> {
  const { year, month, day } = parts;
  const months = possibleMonths(month);
  if (months.length === 0) return err({ code: 'no-such-month', at, month });
  if (possibleDays(Number(year), months, day).length === 0) {
    return err({ code: 'no-such-day', at: at + 3, year, month, day });
  }
  return qualify({ kind: 'date', year, month, day }, qualifier, at + 6);
}

/** Adds the qualifier that ends just before `end`. */
function qualify(date: EdtfDate, qualifier: EdtfQualifier | null, end: number): Read<EdtfDate> {
  if (qualifier === null) return ok(date);
  if (isUnspecified(`${date.year}${date.month ?? ''}${date.day ?? ''}`)) {
    return unsupported(end - 1, 'qualified-unspecified');
  }
  return ok({ ...date, qualifier });
}

function parseLongYear(text: string, base: number): Read<EdtfLongYear> {
  const digits = /^Y(?<year>-?[1-9][0-9]{4,})(?<rest>[^]*)$/.exec(text)?.groups;
  const rest = digits?.rest ?? '';
  if (/^Y-?[0-9]+E[0-9]+(?:S[0-9]+)?$/.test(text) || /^S[0-9]+$/.test(rest)) {
    return unsupported(base + text.search(/[ES]/), 'exponent');
  }
  if (digits?.year === undefined) {
    return err({ code: 'not-edtf', at: base + lengthOf(/^Y-?(?:[1-9][0-9]*)?/, text) });
  }
  const at = base + text.length - rest.length;
  if (qualifiers.has(rest)) return unsupported(at, 'qualified-long-year');
  if (rest !== '') return err({ code: 'not-edtf', at });
  if (lengthOf(/[0-9]+/, digits.year) > 15) return unsupported(base, 'very-long-year');
  return ok({ kind: 'long-year', year: Number(digits.year) });
}

function findYearFault(year: string, hasMonth: boolean, at: number): EdtfError | null {
  if (year === '-0000') return { code: 'no-such-year', at, year };
  const alone = /^-?[0-9]{2}(?:XX|[0-9]X)$/.test(year);
  if (isUnspecified(year) && (hasMonth || !alone)) {
    return { code: 'unsupported', at: at + year.indexOf('X'), feature: 'unspecified-year' };
  }
  return null;
}

/** Reads what follows the digits: nothing or one qualifier. */
function readTail(rest: string, at: number, hasDay: boolean): Read<EdtfQualifier | null> {
  if (rest === '') return ok(null);
  const qualifier = qualifiers.get(rest);
  if (qualifier !== undefined) return ok(qualifier);
  if (hasDay && rest.startsWith('T')) return err({ code: 'has-time', at });
  if (!hasDay && /^(?:[?~%]-|-[?~%])/.test(rest)) return unsupported(at, 'qualified-part');
  if (/^S[0-9]+$/.test(rest)) return unsupported(at, 'exponent');
  const begun = hasDay ? /^[?~%]?/ : /^(?:[?~%]|-[0-9X]?)?/;
  return err({ code: 'not-edtf', at: at + lengthOf(begun, rest) });
}

function unsupported(at: number, feature: EdtfFeature): Read<never> {
  return err({ code: 'unsupported', at, feature });
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
