import { type Article, compareArticles } from '../../core/article';
import { firstIndexWhere } from '../../core/text/search-sorted';

/** When more articles than this come or go at once, the list is sorted anew rather than mended. */
const fewAtOnce = 200;

/** `articles`, which are in the order of `compareArticles`, without `gone`, which are among them, and with `come`. */
export function replaceInOrder(
  articles: readonly Article[],
  gone: readonly Article[],
  come: readonly Article[],
): readonly Article[] {
  return gone.length + come.length > fewAtOnce
    ? sortedAnew(articles, gone, come)
    : mended(articles, gone, come);
}

function sortedAnew(
  articles: readonly Article[],
  gone: readonly Article[],
  come: readonly Article[],
): readonly Article[] {
  const left = new Set(gone);
  return [...articles.filter((article) => !left.has(article)), ...come].toSorted(compareArticles);
}

function mended(
  articles: readonly Article[],
  gone: readonly Article[],
  come: readonly Article[],
): readonly Article[] {
  const list = articles.slice();
  for (const article of gone) list.splice(placeOf(article, list), 1);
  for (const article of come) list.splice(placeOf(article, list), 0, article);
  return list;
}

/** Where an article stands in a list in order, or would. */
function placeOf(article: Article, list: readonly Article[]): number {
  return firstIndexWhere(list, (other) => compareArticles(other, article) >= 0);
}
