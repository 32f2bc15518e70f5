import { type Annotation, extentOf } from '../../../core/annotation/annotation';
import type { AnnotationIndex } from '../../../core/annotation/annotation-index';
import type { Caret } from '../../../core/text/caret';
import { clusterAt } from '../../../core/text/clusters';
import { type Layout, paragraphNumberAt } from '../../../core/text/layout';
import { moveBySentence, wordAt } from '../../../core/text/motion';
import type { Span } from '../../../core/text/span';
import type { Catalogue } from '../../i18n/en';

/** What of an open article matters to the ear. */
export interface HeardArticle {
  readonly text: string;
  readonly layout: Layout;
  readonly index: AnnotationIndex;
}

/** A motion of the caret, as it is told. */
export interface HeardMotion {
  readonly caret: Caret;
  readonly before: Caret | null;
  readonly selection: Span | null;
  readonly unit: 'character' | 'word' | 'sentence' | 'paragraph' | 'line' | 'place';
  /** Annotations that the caret has come into, the innermost first. */
  readonly entered: readonly Annotation[];
}

/** Longer words are cut: they can be read by smaller units. */
const longest = 240;

/** What a motion led to: the unit that the caret is at, or the words selected, and the annotations come into. */
export function wordsOfMotion(
  words: Catalogue,
  article: HeardArticle,
  motion: HeardMotion,
): string {
  const { text } = article;
  const { selection, entered } = motion;
  const heard = selection
    ? words.voice.selected(cut(text.slice(selection.start, selection.end)))
    : unitAt(words, article, motion);
  const inside = entered
    .map(({ body, quote }) => words.voice.annotation(words.kinds[body.kind], cut(quote.exact)))
    .join(', ');
  return inside === '' ? heard : `${heard}, ${words.voice.inside(inside)}`;
}

/** The selected annotation, its place among all and its paragraph. */
export function wordsOfSelected(
  words: Catalogue,
  { layout, index }: HeardArticle,
  annotation: Annotation,
): string {
  const { body, quote } = annotation;
  return words.voice.annotationOf(
    words.voice.annotation(words.kinds[body.kind], cut(quote.exact)),
    index.positionOf(annotation) + 1,
    index.ordered.length,
    paragraphNumberAt(layout, extentOf(annotation).start),
  );
}

function unitAt(words: Catalogue, { text, layout }: HeardArticle, motion: HeardMotion): string {
  const { head } = motion.caret;
  switch (motion.unit) {
    case 'character':
      return head < text.length ? wordsOfCharacter(words, text, clusterAt(text, head)) : '';
    case 'word': {
      const word = wordAt(text, layout, head);
      return word ? text.slice(word.start, word.end) : '';
    }
    case 'paragraph':
      return words.voice.paragraph(paragraphNumberAt(layout, head), sentenceAt(text, layout, head));
    case 'sentence':
    case 'line':
    case 'place':
      return sentenceAt(text, layout, head);
  }
}

/** The sentence that ends at `head`, as after a motion to its end; else the one that `head` lies in. */
function sentenceAt(text: string, layout: Layout, head: number): string {
  const back = moveBySentence(text, layout, head, -1);
  if (back < head && moveBySentence(text, layout, back, 1) === head)
    return cut(text.slice(back, head));
  const end = moveBySentence(text, layout, head, 1);
  return cut(text.slice(moveBySentence(text, layout, end, -1), end));
}

/** A letter as it is, a blank by its name. */
function wordsOfCharacter({ voice }: Catalogue, text: string, { start, end }: Span): string {
  const character = text.slice(start, end);
  if (character === ' ') return voice.space;
  if (character === '\u00a0') return voice.noBreakSpace;
  if (character === '\t') return voice.tab;
  return character.trim() === '' ? voice.otherBlank : character;
}

function cut(text: string): string {
  const onOneLine = text.replace(/\s+/g, ' ');
  return onOneLine.length > longest ? `${onOneLine.slice(0, longest)} …` : onOneLine;
}
