import { indexOfSpanAt } from './search-sorted';
import type { Span } from './span';

/** Which way a paragraph is written: from left to right or from right to left. */
export type TextDirection = 'ltr' | 'rtl';

/**
 * Letters with a direction of their own, and the marks that stand for one. Those from right to left lie in the ranges that
 * the Unicode Character Database sets aside for them (DerivedBidiClass.txt).
 */
const fromRight =
  /[[\p{L}&&[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]\u200f\u061c]/v;
const strong = /[\p{L}\p{Nl}\u200e\u200f\u061c]/v;

/**
 * The direction of a paragraph: that of its first letter with one, as HTML's `dir="auto"` and rule P2 of Unicode Standard
 * Annex 9 have it. From left to right when it has none.
 */
export function directionOf(text: string, paragraph: Span): TextDirection {
  return directionOfLetters(text.slice(paragraph.start, paragraph.end)) ?? 'ltr';
}

/** The direction of the first of `letters` that has one; null for digits, blanks and punctuation. */
export function directionOfLetters(letters: string): TextDirection | null {
  const [letter] = strong.exec(letters) ?? [];
  if (letter === undefined) return null;
  return fromRight.test(letter) ? 'rtl' : 'ltr';
}

/** The direction of the paragraph at `offset`, or of the one before it when it lies between two. */
export function directionAt(
  text: string,
  paragraphs: readonly Span[],
  offset: number,
): TextDirection {
  const paragraph = paragraphs[indexOfSpanAt(paragraphs, offset)] ?? paragraphs[0];
  return paragraph ? directionOf(text, paragraph) : 'ltr';
}
