import { proposeDate } from '../../../core/dates/propose';

/** Words that a site puts before a date. */
const labels =
  /^(?:calendar\s*>>|(?:date|published(?: on)?|posted(?: on)?|발행(?:일)?|게시(?:일)?|날짜)\s*[:：])\s*/iu;
const dashes = /^[-–—•*]+\s+|\s+[-–—•*]+$/gu;
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s+/i;

/**
 * The day, `YYYY-MM-DD`, that a line consists of and nothing else, or null. A day without its year is none; neither is
 * one in figures whose order is in doubt, such as the viewing date `11/30/2023 - 19:27`.
 */
export function readDateLine(line: string): string | null {
  const words = line
    .trim()
    .replace(dashes, '')
    .replace(labels, '')
    .replace(weekday, '')
    // "April 5. 2023 Juche 112": both years after the day, and a full stop for the comma.
    .replace(/^(\p{L}+ \d{1,2})[.,]? (\d{4}),? Juche ?(\d+)$/iu, '$1, Juche $3 ($2)')
    .replace(/^(\p{L}{3,} \d{1,2})\. (\d{4})$/u, '$1, $2');
  return words.length > 60 ? null : readDay(words);
}

/** The day, `YYYY-MM-DD`, that words name plainly, or null. */
export function readDay(words: string): string | null {
  const edtf = proposeDate(words)?.edtf ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null;
}

/** A stamp longer than this is none. */
const stampUnits = 80;
const shortWeekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const zone =
  '(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?\\s?[+-]\\d{1,2}(?::?\\d{2})?(?:\\s*\\([^()]*\\))?|[A-Z][a-z]+/[A-Z][A-Za-z_]+)';
const timeOfDay = new RegExp(
  `(?:T|,?\\s+(?:at\\s+)?)(?:오전\\s*|오후\\s*)?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?(?:\\s*${zone})?$`,
  'i',
);
/** `20250122`, `20250122T090000Z` and `20250122090000`. */
const unbroken = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{4}(?:\\d{2})?(?:\\s*${zone})?)?$`);

/**
 * The day of a time stamp, as its own zone has it, or of a plain date; or null. Stamps are those that programs write:
 * `2025-01-15T09:00:00+09:00`, `2025-01-15 09:00:00 +0900`, `Wed, 15 Jan 2025 09:00:00 GMT`, `20250115`,
 * `2025/1/15 9:00`.
 */
export function dayOfTimestamp(stamp: string): string | null {
  const words = stamp.trim();
  if (words.length > stampUnits) return null;
  return readDay(
    words
      .replace(shortWeekday, '')
      .replace(timeOfDay, '')
      .replace(unbroken, '$1-$2-$3')
      // Figures that begin with the year are in no doubtful order.
      .replace(/^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/, '$1.$3.$4'),
  );
}
