import { holds } from '../../../../core/annotation/tag-all';
import { looseFold } from '../../../../core/text/fold';
import { placesOfNames, plantNames } from '../../../../core/text/names';
import type { Span } from '../../../../core/text/span';
import { shadowOfArticle } from '../../article-shadow';
import type { OpenArticle } from '../../open-article';
import type { Workspace } from '../../workspace';

/**
 * The next place in the open article, at `from` or after it and then round the end, where words that are tagged as an
 * enterprise in this article, or stand in `names`, occur as whole words and are not covered by an enterprise. Matching
 * is loose. Null when there is none. Give the end of the place shown last to go on from it.
 */
export async function nextUntagged(
  { screen }: Workspace,
  from: number,
  names: readonly string[] = [],
): Promise<Span | null> {
  const { article } = screen.getState();
  if (!article) return null;
  await article.loaded;
  const tree = plantNames(new Set([...quotesOf(article), ...names]));
  for (const place of placesOfNames(shadowOfArticle(article, looseFold), tree, from))
    if (!isCovered(article, place)) return place;
  return null;
}

function quotesOf({ index }: OpenArticle): readonly string[] {
  return index.ordered
    .filter(({ body, fragments }) => body.kind === 'enterprise' && fragments.length === 1)
    .map(({ quote }) => quote.exact);
}

function isCovered({ index }: OpenArticle, place: Span): boolean {
  return index
    .touching(place)
    .some((annotation) => annotation.body.kind === 'enterprise' && holds(annotation, place));
}
