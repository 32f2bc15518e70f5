import {
  type DateDescription,
  describeEdtf,
  type EdtfDescription,
  type EndDescription,
} from '../../core/dates/describe-edtf';
import { parseEdtf } from '../../core/dates/edtf';
import type { EdtfError, EdtfQualifier } from '../../core/dates/edtf-value';
import type { DateWarning } from '../../core/dates/propose';
import type { Catalogue } from '../i18n/en';

/** How an EDTF value reads: `2025-01-15` is `15 January 2025`. Null when it is no value. */
export function wordsOfEdtf(words: Catalogue, edtf: string): string | null {
  const value = parseEdtf(edtf);
  return value.ok ? wordsOfDescription(words, describeEdtf(value.value)) : null;
}

/** What is wrong with `value`, which is not stored, and what to write instead. */
export function wordsOfEdtfError(words: Catalogue, error: EdtfError, value: string): string {
  const { edtfErrors } = words;
  switch (error.code) {
    case 'not-edtf':
      return edtfErrors['not-edtf'](pieceAt(value, error.at));
    case 'unsupported':
      return edtfErrors.unsupported[error.feature];
    case 'no-such-year':
      return edtfErrors['no-such-year'](error.year);
    case 'no-such-month':
      return edtfErrors['no-such-month'](error.month);
    case 'no-such-day':
      return edtfErrors['no-such-day'](error.month, error.day);
    case 'empty':
    case 'has-time':
    case 'interval-without-date':
    case 'interval-backwards':
      return edtfErrors[error.code]();
  }
}

/** Of a piece that is named, in user-perceived characters. */
const longestPiece = 30;

/** What stands at `at`: one end of an interval, or the whole; null when `value` ends too soon. A long one gets an ellipsis. */
function pieceAt(value: string, at: number): string | null {
  if (at >= value.length) return null;
  const ends = value.split('/');
  const piece = ends.length === 2 ? ends[at > value.indexOf('/') ? 1 : 0] : value;
  const clusters = Array.from(
    new Intl.Segmenter().segment(piece ?? value),
    ({ segment }) => segment,
  );
  if (clusters.length <= longestPiece) return clusters.join('');
  return `${clusters.slice(0, longestPiece).join('').trimEnd()}…`;
}

/** What is odd about the words tagged as a date. */
export function wordsOfDateWarning(words: Catalogue, warning: DateWarning): string {
  const { dateWarnings } = words;
  switch (warning.code) {
    case 'juche-disagrees':
      return dateWarnings.jucheDisagrees(warning.juche, warning.year);
    case 'no-such-month':
      return dateWarnings.noSuchMonth(warning.month);
    case 'no-such-day':
      return dateWarnings.noSuchDay(warning.month, warning.day);
  }
}

/** The words for a rule by its lasting name; a rule of another version is shown by that name. */
export function wordsOfRule(words: Catalogue, rule: string): string {
  const rules: Readonly<Record<string, string>> = words.dateRules;
  return rules[rule] ?? rule;
}

function wordsOfDescription(words: Catalogue, date: EdtfDescription): string {
  if (date.kind !== 'interval') return wordsOfPoint(words, date);
  const { dateWords } = words;
  const { start, end } = date;
  if (isDate(start) && isDate(end))
    return dateWords.interval(wordsOfPoint(words, start), wordsOfPoint(words, end));
  if (isDate(start)) {
    const from = wordsOfPoint(words, start);
    return end.kind === 'open' ? dateWords.openEnd(from) : dateWords.unknownEnd(from);
  }
  if (!isDate(end)) throw new Error('an interval has a date at one end');
  const to = wordsOfPoint(words, end);
  return start.kind === 'open' ? dateWords.openStart(to) : dateWords.unknownStart(to);
}

function wordsOfPoint({ dateWords }: Catalogue, date: DateDescription): string {
  const qualified = (qualifier: EdtfQualifier | null, text: string): string =>
    qualifier === null ? text : dateWords.qualified[qualifier](text);
  switch (date.kind) {
    case 'year':
      return qualified(date.qualifier, dateWords.year(date.year));
    case 'month':
      return qualified(date.qualifier, dateWords.month(date.year, date.month));
    case 'day':
      return qualified(date.qualifier, dateWords.day(date.year, date.month, date.day));
    case 'decade':
    case 'century':
      return dateWords.years(date.first, date.last);
    case 'season':
      return dateWords.season(date.year, date.season);
    case 'some-month':
      return dateWords.someMonth(date.year, date.months);
    case 'some-day':
      return dateWords.someDay(date.year, date.months, date.days);
  }
}

function isDate(end: EndDescription): end is DateDescription {
  return end.kind !== 'open' && end.kind !== 'unknown';
}
