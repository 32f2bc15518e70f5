import type { Layout } from './layout';
import { moveByWord, wordAt } from './motion';

/**
 * Where an end of an annotation goes that is let go at `offset`: so that the word there is taken in whole, or, between
 * words, to the nearest one before (an `end`) or after (a `start`).
 */
export function snapToWord(
  text: string,
  layout: Layout,
  offset: number,
  end: 'start' | 'end',
): number {
  const word = wordAt(text, layout, offset);
  if (word && word.start <= offset && offset <= word.end) return word[end];
  return end === 'start'
    ? moveByWord(text, layout, moveByWord(text, layout, offset, 1), -1)
    : moveByWord(text, layout, moveByWord(text, layout, offset, -1), 1);
}
