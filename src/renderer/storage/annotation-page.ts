import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId, ArticleId } from '../../core/ids';

/**
 * More annotations than these lie in one page only where they start at the same place. An edit writes a page and its entries
 * in the indices anew, which larger ones make slower; many small ones are read more slowly.
 */
export const mostInPage = 50;

/** How many come into each page when one is cut, so that there is room for more. */
export const usualInPage = 38;

/** Longer words, in UTF-16 units, are no name that would stand elsewhere again. */
const longestWords = 200;

/** What a page is found by: its article, and where its stretch of the text begins. */
export type PageKey = readonly [ArticleId, number];

/**
 * The annotations of one article that start in one stretch of its text. The stretch begins at `from`, in UTF-16 units, and
 * reaches to where the next page begins; the first begins at 0. A page without annotations is not stored.
 */
export interface AnnotationPage {
  readonly articleId: ArticleId;
  readonly from: number;
  /** In reading order. */
  readonly annotations: readonly Annotation[];
}

/** A page as stored: with what its indices need. */
export interface AnnotationPageRow extends AnnotationPage {
  /** An annotation is in one page alone: the index lets no second one have its id. */
  readonly ids: readonly AnnotationId[];
  /** The names given to its enterprises, each once, in order. */
  readonly names: readonly string[];
  /** The words tagged as enterprises, as `enterpriseWordsOf` gives them, each once, in order. */
  readonly words: readonly string[];
}

/** The row under which a page is stored. */
export function rowOfPage({ articleId, from, annotations }: AnnotationPage): AnnotationPageRow {
  return {
    articleId,
    from,
    annotations,
    ids: annotations.map(({ id }) => id),
    names: onceInOrder(
      annotations.map(({ body }) => (body.kind === 'enterprise' ? body.name : undefined)),
    ),
    words: onceInOrder(annotations.map(enterpriseWordsOf)),
  };
}

/**
 * The words of an annotation that is an enterprise of one fragment and no more than 200 UTF-16 units; undefined for every
 * other. Words of several fragments stand nowhere as they are joined in the quote.
 */
function enterpriseWordsOf({ body, fragments, quote }: Annotation): string | undefined {
  const isName =
    body.kind === 'enterprise' && fragments.length === 1 && quote.exact.length <= longestWords;
  return isName ? quote.exact : undefined;
}

function onceInOrder(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))].toSorted();
}

/**
 * The pages into which one is cut that holds too many: as few as hold them with some room, the first of them where it was.
 * Those that start at one place stay together: they may be of one mention, and a page counts its own.
 */
export function cutPage({
  articleId,
  from,
  annotations,
}: AnnotationPage): readonly AnnotationPage[] {
  if (annotations.length === 0) return [];
  if (annotations.length <= mostInPage) return [{ articleId, from, annotations }];
  const parts = Math.ceil(annotations.length / usualInPage);
  const pages: AnnotationPage[] = [];
  let begin = 0;
  for (let part = 1; part <= parts; part += 1) {
    const end = placeAfter(annotations, Math.round((annotations.length * part) / parts));
    if (end <= begin) continue;
    const held = annotations.slice(begin, end);
    pages.push({ articleId, from: begin === 0 ? from : startOf(held), annotations: held });
    begin = end;
  }
  return pages;
}

/** The first index from `index` on at which an annotation starts elsewhere than the one before it. */
function placeAfter(annotations: readonly Annotation[], index: number): number {
  let at = index;
  while (
    at < annotations.length &&
    annotations[at]?.fragments[0].start === annotations[at - 1]?.fragments[0].start
  )
    at += 1;
  return at;
}

function startOf([first]: readonly Annotation[]): number {
  return first?.fragments[0].start ?? 0;
}
