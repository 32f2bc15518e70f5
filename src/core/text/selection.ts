import { wholeClusters } from './clusters';
import type { Span } from './span';

/**
 * White space and what shows nothing: zero-width space, word joiner, byte-order mark, soft hyphen, and the marks of
 * bidirectional text. Joiners are left out: they belong to the letters beside them.
 */
const blank = /[\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/**
 * What a person means who selected `span`: without blanks at either end, and with whole grapheme clusters.
 * Null when nothing but blanks is selected. The ends may come in either order and lie outside the text.
 */
export function trimSelection(text: string, span: Span): Span | null {
  let start = Math.max(0, Math.min(span.start, span.end));
  let end = Math.min(text.length, Math.max(span.start, span.end));
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return start < end ? wholeClusters(text, { start, end }) : null;
}
