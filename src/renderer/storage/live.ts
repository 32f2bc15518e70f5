import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { Article } from '../../core/article';
import type { ArticleId } from '../../core/ids';
import type { ListedArticle, Queries } from './queries';
import type { Store, StoreState } from './store';

/** All articles, again whenever one of them or its counts change; undefined while they are read for the first time. */
export function useArticles(queries: Queries): readonly ListedArticle[] | undefined {
  return useLiveQuery(() => queries.listArticles(), [queries]);
}

/** One article as it is stored now; undefined while it is read, null when there is none. */
export function useArticle(queries: Queries, id: ArticleId | null): Article | null | undefined {
  return useLiveQuery(() => (id ? queries.article(id) : null), [queries, id]);
}

/** The names given to enterprises so far; empty while they are read. */
export function useEnterpriseNames(queries: Queries): readonly string[] {
  return useLiveQuery(() => queries.enterpriseNames(), [queries]) ?? [];
}

/** Whether all is saved, and what can be undone. */
export function useStoreState(store: Store): StoreState {
  return useSyncExternalStore(store.subscribe, () => store.state);
}
