import type { Paragraphs } from './places';
import { nearestPlace, placeIn } from './places';
import { indexOfSpanAt } from './search-sorted';
import { segmentParagraph } from './segments';
import { trimSelection } from './selection';
import { isHighSurrogate, isLowSurrogate, type Span } from './span';

/** Without one there is no word; underscores alone, as in a form to be filled in, are none. */
const letter = /[\p{Alphabetic}\p{Nd}]/u;

/**
 * The word that the caret at `offset` is in, else the one that ends there, else the one that starts there; null beside
 * blanks and punctuation only. Words are those of Unicode Standard Annex 29 that hold a letter or a digit.
 */
export function wordAt(text: string, layout: Paragraphs, offset: number): Span | null {
  const place = nearestPlace(text, layout, offset);
  const paragraph = place !== null && layout.paragraphs[indexOfSpanAt(layout.paragraphs, place)];
  if (!paragraph) return null;
  const before = wordBefore(text, paragraph, place);
  if (before && placeIn(text, paragraph, before.end) >= place) return before;
  const after = wordAfter(text, paragraph, place);
  return after && placeIn(text, paragraph, after.start) === place ? after : null;
}

/** The first word of `paragraph` that ends after `offset`, which must lie within the paragraph. */
export function wordAfter(text: string, paragraph: Span, offset: number): Span | null {
  const segmentAt = segmentParagraph(text, paragraph, 'word');
  let at = letterAfter(text, paragraph, offset);
  while (at !== null) {
    const segment = segmentAt(at);
    if (segment.wordLike) return trimSelection(text, segment);
    at = letterAfter(text, paragraph, segment.end);
  }
  return null;
}

/** The last word of `paragraph` that starts before `offset`, which must lie within the paragraph. */
export function wordBefore(text: string, paragraph: Span, offset: number): Span | null {
  const segmentAt = segmentParagraph(text, paragraph, 'word');
  let at = letterBefore(text, paragraph, offset);
  while (at !== null) {
    const segment = segmentAt(at);
    if (segment.wordLike) return trimSelection(text, segment);
    at = letterBefore(text, paragraph, segment.start);
  }
  return null;
}

/** Where the first letter or digit at or after `offset` starts. */
function letterAfter(text: string, paragraph: Span, offset: number): number | null {
  let at = offset;
  while (at < paragraph.end) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (letter.test(character)) return at;
    at += character.length;
  }
  return null;
}

/** Where the last letter or digit before `offset` starts. */
function letterBefore(text: string, paragraph: Span, offset: number): number | null {
  let at = offset;
  while (at > paragraph.start) {
    at -= 1;
    if (isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1))) at -= 1;
    if (letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return at;
  }
  return null;
}
