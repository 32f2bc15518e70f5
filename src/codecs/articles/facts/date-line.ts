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

/** The day of a time stamp such as `2025-01-15T09:00:00+09:00`, as its own zone has it; or of a plain date; or null. */
export function dayOfTimestamp(stamp: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?$/.exec(stamp.trim())?.[1];
  return readDay(day ?? stamp);
}
