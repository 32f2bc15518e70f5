import { isClusterBoundary } from './clusters';
import { looseFold } from './fold';
import { breaksPlainly } from './plain-units';
import { foldWords, shadowOf, spanOfShadow } from './shadow';
import type { Span } from './span';
import { isWholeWords } from './whole-words';

/** `exact`: the very same characters. `loose`: the same but for what `looseFold` takes for the same. */
export type MatchMode = 'exact' | 'loose';

/** How words are to match. */
export interface MatchOptions {
  readonly mode: MatchMode;
  /** Only where no letter or digit goes on at either end, Korean particles excepted. */
  readonly wholeWords: boolean;
}

/**
 * Every place where `words` stand in `text`, in order, not overlapping, both ends between grapheme clusters. Blanks
 * round the words do not count; words that are blank, or loosely nothing but hyphens, are found nowhere.
 *
 * A line end counts loosely as a space, since scans are wrapped within names. A blank line ends what can be one name:
 * no place goes over one unless the words themselves do.
 */
export function findOccurrences(
  text: string,
  words: string,
  { mode, wholeWords }: MatchOptions,
): readonly Span[] {
  const places = mode === 'exact' ? exactPlaces(text, words) : loosePlaces(text, words);
  const found: Span[] = [];
  let end = 0;
  for (const place of places) {
    if (place.start < end || (wholeWords && !isWholeWords(text, place))) continue;
    found.push(place);
    end = place.end;
  }
  return found;
}

/** A test for words that are taken for the same as `words`; blanks round either do not count, and nothing is like none. */
export function readsLike(words: string, mode: MatchMode): (other: string) => boolean {
  const read = (some: string): string =>
    mode === 'exact' ? some.trim() : foldWords(some, looseFold);
  const wanted = read(words);
  return (other) => wanted !== '' && read(other) === wanted;
}

const lineEnd = '(?:\\r\\n|\\n|\\r(?!\\n)|[\\v\\f\\u0085\\u2028])';
const blankLine = new RegExp(`\\u2029|${lineEnd}[^\\S\\r\\n\\v\\f\\u2028]*${lineEnd}`);

/** Whether a blank line, or a paragraph separator, lies within `words`. */
export function holdsBlankLine(words: string): boolean {
  return blankLine.test(words);
}

function* exactPlaces(text: string, words: string): Generator<Span> {
  const wanted = words.trim();
  if (wanted === '') return;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (isBetweenClusters(text, start) && isBetweenClusters(text, end)) yield { start, end };
  }
}

function* loosePlaces(text: string, words: string): Generator<Span> {
  const wanted = foldWords(words, looseFold);
  if (wanted === '') return;
  const shadow = shadowOf(text, looseFold);
  const { folded } = shadow;
  const mayCross = holdsBlankLine(words.trim());
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const span = spanOfShadow(shadow, at, at + wanted.length);
    if (span && (mayCross || !holdsBlankLine(text.slice(span.start, span.end)))) yield span;
  }
}

function isBetweenClusters(text: string, offset: number): boolean {
  return breaksPlainly(text, offset) || isClusterBoundary(text, offset);
}
