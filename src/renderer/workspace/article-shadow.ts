import type { FoldOptions } from '../../core/text/fold';
import { type Shadow, shadowOf } from '../../core/text/shadow';
import type { OpenArticle } from './open-article';

/** Kept as long as the article is open: going from place to place, or typing on in a search, makes none anew. */
const shadows = new WeakMap<OpenArticle, Shadow[]>();

/** The shadow of an open article's text by `options`, made once. */
export function shadowOfArticle(article: OpenArticle, options: FoldOptions): Shadow {
  const known = shadows.get(article) ?? [];
  const before = known.find((shadow) => isSameFold(shadow.options, options));
  if (before) return before;
  const shadow = shadowOf(article.text, options);
  shadows.set(article, [...known, shadow]);
  return shadow;
}

function isSameFold(a: FoldOptions, b: FoldOptions): boolean {
  return (
    a.matchCase === b.matchCase &&
    a.ignoreSpaces === b.ignoreSpaces &&
    a.ignoreHyphens === b.ignoreHyphens
  );
}
