import { segmentParagraph } from './segments';
import { trimSelection } from './selection';
import { mendBreak } from './sentence-breaks';
import type { Span } from './span';

/** How many false breaks on either side of a place are mended; more follow each other only in lists of initials. */
const mendLimit = 32;

/**
 * Finds the sentence, with the blanks after it, that holds the code unit at an offset of `paragraph`. Sentences are those
 * of Unicode Standard Annex 29 with the breaks mended as `mendBreak` says, and no word is cut; a paragraph always ends its last one.
 */
export function sentencesOf(text: string, paragraph: Span): (offset: number) => Span {
  const segmentAt = segmentParagraph(text, paragraph, 'sentence');
  const wordAt = segmentParagraph(text, paragraph, 'word');
  const cutsWord = (offset: number): boolean =>
    /^[.．]\p{L}$/u.test(text.slice(offset - 1, offset + 1)) && wordAt(offset).start < offset;
  const breakAt = (offset: number, mends: number): number | null => {
    if (offset <= paragraph.start || offset >= paragraph.end || mends >= mendLimit) return offset;
    return cutsWord(offset) ? null : mendBreak(text, offset);
  };
  return (offset) => {
    const segment = segmentAt(offset);
    let start: number | null = null;
    let end: number | null = null;
    let edge = segment.end;
    for (let mends = 0; end === null; mends += 1) {
      const found = breakAt(edge, mends);
      if (found !== null && found > offset) end = found;
      else {
        start = found ?? start;
        edge = segmentAt(edge).end;
      }
    }
    edge = segment.start;
    for (let mends = 0; start === null; mends += 1) {
      start = breakAt(edge, mends);
      if (start === null) edge = segmentAt(edge - 1).start;
    }
    return { start, end };
  };
}

/** The first sentence of `paragraph` that ends after `offset`, without blanks around it. */
export function sentenceAfter(text: string, paragraph: Span, offset: number): Span | null {
  const sentenceAt = sentencesOf(text, paragraph);
  let at = offset;
  while (at < paragraph.end) {
    const sentence = sentenceAt(at);
    const trimmed = trimSelection(text, sentence);
    if (trimmed && trimmed.end > offset) return trimmed;
    at = sentence.end;
  }
  return null;
}

/** The last sentence of `paragraph` that starts before `offset`, without blanks around it. */
export function sentenceBefore(text: string, paragraph: Span, offset: number): Span | null {
  const sentenceAt = sentencesOf(text, paragraph);
  let at = offset;
  while (at > paragraph.start) {
    const sentence = sentenceAt(at - 1);
    const trimmed = trimSelection(text, sentence);
    if (trimmed && trimmed.start < offset) return trimmed;
    at = sentence.start;
  }
  return null;
}
