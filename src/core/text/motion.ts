import type { Paragraphs } from './places';
import { nearestPlace, placeAfter, placeBefore, placeIn } from './places';
import { indexOfSpanAt } from './search-sorted';
import { sentenceAfter, sentenceBefore } from './sentences';
import type { Span } from './span';
import { wordAfter, wordBefore } from './words';

export { nearestPlace } from './places';
export { wordAt } from './words';

/**
 * Which way a caret moves through the text: on, or back. Every motion starts from the place nearest to its offset, gives
 * a place, and stays where it is at the end of the text; in a text without paragraphs the offset comes back as it is.
 */
export type Direction = 1 | -1;

/**
 * One grapheme cluster, with the unseen characters beside it, so that each press is seen to move; from the end of a
 * paragraph to the start of the next, and back.
 */
export function moveByCluster(
  text: string,
  layout: Paragraphs,
  offset: number,
  direction: Direction,
): number {
  const { paragraphs } = layout;
  const from = nearestPlace(text, layout, offset);
  if (from === null) return offset;
  const index = indexOfSpanAt(paragraphs, from);
  const paragraph = paragraphs[index] as Span;
  if (direction === 1)
    return from < paragraph.end
      ? placeAfter(text, paragraph, from)
      : (paragraphs[index + 1]?.start ?? from);
  return from > paragraph.start
    ? placeBefore(text, paragraph, from)
    : (paragraphs[index - 1]?.end ?? from);
}

/** On to the end of the next word, or back to the start of the last, across paragraphs; then to the end of the text. */
export function moveByWord(
  text: string,
  layout: Paragraphs,
  offset: number,
  direction: Direction,
): number {
  return direction === 1
    ? moveToUnitEnd(text, layout, offset, wordAfter)
    : moveToUnitStart(text, layout, offset, wordBefore);
}

/** On to the end of a sentence, before the blanks that follow it, or back to its start, across paragraphs. */
export function moveBySentence(
  text: string,
  layout: Paragraphs,
  offset: number,
  direction: Direction,
): number {
  return direction === 1
    ? moveToUnitEnd(text, layout, offset, sentenceAfter)
    : moveToUnitStart(text, layout, offset, sentenceBefore);
}

/**
 * On to the start of the next paragraph, from the last to its end; back to the start of this one, or of the one before
 * if already there.
 */
export function moveByParagraph(
  { paragraphs }: Paragraphs,
  offset: number,
  direction: Direction,
): number {
  const index = Math.max(0, indexOfSpanAt(paragraphs, offset));
  const paragraph = paragraphs[index];
  if (!paragraph) return offset;
  if (direction === 1) return paragraphs[index + 1]?.start ?? paragraph.end;
  return offset > paragraph.start
    ? paragraph.start
    : (paragraphs[index - 1]?.start ?? paragraph.start);
}

/** The last place of the text, or the first; null in a text without paragraphs. */
export function moveToEnd({ paragraphs }: Paragraphs, direction: Direction): number | null {
  if (direction === -1) return paragraphs[0]?.start ?? null;
  return paragraphs[paragraphs.length - 1]?.end ?? null;
}

/** Looks for a word or sentence of a paragraph beside an offset in it. */
type FindUnit = (text: string, paragraph: Span, offset: number) => Span | null;

function moveToUnitEnd(
  text: string,
  layout: Paragraphs,
  offset: number,
  unitAfter: FindUnit,
): number {
  const { paragraphs } = layout;
  const from = nearestPlace(text, layout, offset);
  if (from === null) return offset;
  for (let index = indexOfSpanAt(paragraphs, from); index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index] as Span;
    const unit = unitAfter(text, paragraph, Math.max(from, paragraph.start));
    if (unit) return placeIn(text, paragraph, unit.end);
  }
  return moveToEnd(layout, 1) ?? from;
}

function moveToUnitStart(
  text: string,
  layout: Paragraphs,
  offset: number,
  unitBefore: FindUnit,
): number {
  const { paragraphs } = layout;
  const from = nearestPlace(text, layout, offset);
  if (from === null) return offset;
  for (let index = indexOfSpanAt(paragraphs, from); index >= 0; index -= 1) {
    const paragraph = paragraphs[index] as Span;
    const unit = unitBefore(text, paragraph, Math.min(from, paragraph.end));
    if (unit) return placeIn(text, paragraph, unit.start);
  }
  return moveToEnd(layout, -1) ?? from;
}
