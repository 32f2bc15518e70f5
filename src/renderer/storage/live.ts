import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { Article } from '../../core/article';
import type { ArticleId } from '../../core/ids';
import type { Queries } from './queries';
import type { Store, StoreState } from './store';

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
