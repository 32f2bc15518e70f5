import type { Change, ChangeEntry } from '../../core/change';
import type { AnnotationId, ArticleId } from '../../core/ids';
import type { BlockSet } from './db';

/** When more annotations than these were touched since blocks were made, reading by blocks is no gain. */
export const mostTouched = 1_000;

/** Which annotations a change touches, by the article they are of; one that moves to another article is of both. */
export function touchedBy({ records }: Change): ReadonlyMap<ArticleId, ReadonlySet<AnnotationId>> {
  const touched = new Map<ArticleId, Set<AnnotationId>>();
  for (const record of records) {
    if (record.table !== 'annotations') continue;
    for (const side of [record.before, record.after]) {
      if (!side) continue;
      const ids = touched.get(side.articleId) ?? new Set();
      touched.set(side.articleId, ids.add(record.id));
    }
  }
  return touched;
}

/** `set` once `ids` were touched as well; null when these are too many, and the blocks count for nothing. */
export function withTouched(set: BlockSet, ids: Iterable<AnnotationId>): BlockSet | null {
  const touched = new Set([...set.touched, ...ids]);
  return touched.size > mostTouched ? null : { ...set, touched: [...touched] };
}

/** What entries of the log have done to one article. */
export interface TouchedSince {
  readonly ids: ReadonlySet<AnnotationId>;
  /** By how many annotations it has more. */
  readonly growth: number;
}

/** What `entries` have done to the annotations of `articleId`. */
export function touchedSince(entries: readonly ChangeEntry[], articleId: ArticleId): TouchedSince {
  const ids = new Set<AnnotationId>();
  let growth = 0;
  for (const { change } of entries)
    for (const record of change.records) {
      if (record.table !== 'annotations') continue;
      const was = record.before?.articleId === articleId;
      const is = record.after?.articleId === articleId;
      if (was || is) ids.add(record.id);
      growth += Number(is) - Number(was);
    }
  return { ids, growth };
}
