import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Article } from '../../core/article';
import type { ArticleId } from '../../core/ids';
import { useArticle as useStoredArticle } from '../storage/live';
import type { Library } from '../workspace/library';
import type { Workspace } from '../workspace/workspace';

/** Throws what reading failed with, for the screen that says so. */
export function useLibraryFailure(library: Library): void {
  const failure = useSyncExternalStore(library.subscribe, () => library.failure);
  if (failure !== null) throw failure;
}

/**
 * All articles, in the order of the library; the same list until one of them is another. Whoever shows them has them
 * read: there are none until they are.
 */
export function useArticles(library: Library): readonly Article[] {
  useEffect(() => void library.read(), [library]);
  return useSyncExternalStore(library.subscribe, () => library.articles);
}

/** Whether all articles have been read. */
export function useIsWhole(library: Library): boolean {
  return useSyncExternalStore(library.subscribe, () => library.isWhole);
}

/** Whether there is any article. */
export function useHasArticles(library: Library): boolean {
  return useSyncExternalStore(library.subscribe, () => library.articles.length > 0);
}

/** One article as it is stored now; null when there is none, and until it is read. */
export function useArticle(
  { library, queries }: Pick<Workspace, 'library' | 'queries'>,
  id: ArticleId | null,
): Article | null {
  const isWhole = useIsWhole(library);
  const held = useSyncExternalStore(library.subscribe, () => id && library.article(id));
  // The article that is open does not wait for all others at the start.
  const stored = useStoredArticle(queries, isWhole ? null : id);
  return (isWhole ? held : stored) ?? null;
}

/** How many annotations one article has, or all together for null; 0, and no look at any, unless `isWanted`. */
export function useAnnotationCount(
  library: Library,
  id: ArticleId | null,
  isWanted: boolean,
): number {
  return useSyncExternalStore(library.subscribe, () =>
    isWanted ? library.annotationCount(id) : 0,
  );
}

/** The titles of the articles; the same function until one of them may be another. */
export function useTitles(library: Library): (id: ArticleId) => string | undefined {
  const articles = useArticles(library);
  return useCallback(
    (id) => library.article(id)?.title,
    // Another list says that an article is another.
    // oxlint-disable-next-line react/exhaustive-deps
    [library, articles],
  );
}
