import { searchFold } from './fold';
import { foldWords, type Shadow, shadowOf, spanOfShadow } from './shadow';
import type { Span } from './span';

/** How a search matches. */
export interface FindOptions {
  readonly matchCase: boolean;
}

/**
 * Every stretch of `text` that reads as `query`, in order, not overlapping, both ends between grapheme clusters. A space
 * finds any run of white space, also line ends; what else counts as the same is what `foldCluster` folds together. Blanks
 * round the query do not count, and a query without a visible character finds nothing.
 */
export function findAll(text: string, query: string, options: FindOptions): readonly Span[] {
  const fold = searchFold(options);
  return foldWords(query, fold).trim() === '' ? [] : findInShadow(shadowOf(text, fold), query);
}

/** `findAll` in a text whose shadow, by `searchFold`, is at hand. */
export function findInShadow(shadow: Shadow, query: string): readonly Span[] {
  const { folded, options } = shadow;
  const wanted = foldWords(query, options).trim();
  const found: Span[] = [];
  let at = wanted === '' ? -1 : folded.indexOf(wanted);
  while (at >= 0) {
    const span = spanOfShadow(shadow, at, at + wanted.length);
    if (span) found.push(span);
    at = folded.indexOf(wanted, at + (span ? wanted.length : 1));
  }
  return found;
}
