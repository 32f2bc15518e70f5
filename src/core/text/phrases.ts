import { isClusterBoundary } from './clusters';
import { segmentParagraph } from './segments';
import type { Span } from './span';
import { contains } from './span';

/** Marks that part phrases: commas, colons, semicolons, dashes, brackets and quotation marks of every script. */
const mark = /[,，、:：;；—―…"\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/u;

const apostrophe = /['‘’]/;

const hyphen = /[-‐‑]/;

/**
 * The stretch of `within` (a sentence) around `span` that no punctuation parts, marks left out; null if `span` does not
 * lie in `within`. An empty span is a caret. Marks inside `span` do not count, nor one in a number or a word (107,000;
 * don’t), the apostrophe of a plural (Workers’ Party), a hyphen without blanks on both sides, an en dash without any.
 */
export function phraseAround(text: string, within: Span, span: Span): Span | null {
  if (!contains(within, span)) return null;
  const segmentAt = segmentParagraph(text, within, 'word');
  const parts = (offset: number): boolean =>
    isMark(text, offset) && isClusterBoundary(text, offset + 1) && !segmentAt(offset).wordLike;
  let { start, end } = span;
  while (start > within.start && !parts(start - 1)) start -= 1;
  while (end < within.end && !parts(end)) end += 1;
  return { start, end };
}

function isMark(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset + 1);
  if (apostrophe.test(character)) return !(before === 's' && isBlank(after));
  if (hyphen.test(character)) return isDash(before, after);
  if (character === '–') return isBlank(before) || isBlank(after);
  return mark.test(character) && !(isDigit(before) && isDigit(after));
}

/** A hyphen typed for a dash: alone between blanks, or doubled. */
function isDash(before: string, after: string): boolean {
  return hyphen.test(before) || hyphen.test(after) || (isBlank(before) && isBlank(after));
}

function isDigit(character: string): boolean {
  return /\p{Nd}/u.test(character);
}

/** Also beyond either end of the text. */
function isBlank(character: string): boolean {
  return /^\s?$/.test(character);
}
