import type { Span } from './span';

/** A word, what lies between two words, or a sentence with the blanks after it. */
export interface Segment extends Span {
  /** Whether it holds a letter, digit or ideograph, as ICU tells it; false in sentences. */
  readonly wordLike: boolean;
}

/** The segment that holds the code unit at `offset` of the text, which must lie within the paragraph. */
export type SegmentAt = (offset: number) => Segment;

/**
 * Neither word nor sentence breaks differ between the undetermined language and those of our texts: ICU cuts Chinese and
 * Japanese by its dictionary wherever it meets them, and Korean at its spaces, so that a particle stays with its noun.
 */
const segmenters = {
  word: new Intl.Segmenter('und', { granularity: 'word' }),
  sentence: new Intl.Segmenter('und', { granularity: 'sentence' }),
} as const;

/** Conjoining jamo, which ICU does not part from digits and full stops as it does whole syllables. */
const jamo = /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/g;

/**
 * Cuts `paragraph` of `text` (Unicode Standard Annex 29, as the platform's ICU has it), decomposed hangul as if it were composed. Nothing is cut before the first
 * look-up, and no more than a look-up needs; each still costs ICU a copy, about 0.3 ms in a paragraph of 500 kB, so that
 * callers look up a few segments and never walk over a paragraph.
 */
export function segmentParagraph(
  text: string,
  paragraph: Span,
  granularity: keyof typeof segmenters,
): SegmentAt {
  let segments: Intl.Segments | null = null;
  return (offset) => {
    segments ??= segmenters[granularity].segment(
      text.slice(paragraph.start, paragraph.end).replace(jamo, '가'),
    );
    const found = segments.containing(offset - paragraph.start);
    if (!found) throw new RangeError(`offset ${offset} is outside its paragraph`);
    const start = paragraph.start + found.index;
    return {
      start,
      end: start + found.segment.length,
      wordLike: found.isWordLike ?? false,
    };
  };
}
