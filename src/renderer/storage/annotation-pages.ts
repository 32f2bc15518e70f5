import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { annotationOfRow } from './apply-change';
import type { AnnotationRow, Database } from './db';

/** How many annotations are read at a time. */
const pageSize = 5_000;

/** How many are read to begin with: more than a window of dense text shows, few enough to be there in some frames. */
const nearSize = 600;

/** How far before the place where reading begins an annotation may start and still be read at first, in UTF-16 units. */
const nearReach = 4_096;

/** The annotations with which the reading of an article begins. */
export interface NearAnnotations {
  /** By start. */
  readonly annotations: readonly Annotation[];
  /** Whether the article has no others. */
  readonly isAll: boolean;
}

/**
 * The annotations of one article around `offset`, in UTF-16 units: the first 600 that start at most 4,096 units before
 * it or later. One that starts earlier may be missing even if it reaches `offset`. An article with no more than 600 is
 * read whole.
 */
export async function annotationsNear(
  database: Database,
  articleId: ArticleId,
  offset: number,
): Promise<NearAnnotations> {
  const { enterprise = 0, claim = 0, date = 0 } = (await database.counts.get(articleId)) ?? {};
  const isWhole = offset <= nearReach || enterprise + claim + date <= nearSize;
  const from = isWhole ? Dexie.minKey : offset - nearReach;
  const rows = await rowsFrom(database, articleId, from, nearSize + 1);
  return {
    annotations: rows.slice(0, nearSize).map(annotationOfRow),
    isAll: isWhole && rows.length <= nearSize,
  };
}

/** The annotations of one article by start, so many at a time. */
export async function* annotationPages(
  database: Database,
  articleId: ArticleId,
  size = pageSize,
): AsyncGenerator<readonly Annotation[]> {
  let from: number = Dexie.minKey;
  let seenAtFrom = new Set<string>();
  for (;;) {
    const wanted = size + seenAtFrom.size;
    const rows = await rowsFrom(database, articleId, from, wanted);
    const fresh = rows.filter(({ id }) => !seenAtFrom.has(id));
    const last = fresh.at(-1);
    if (!last) return;
    yield fresh.map(annotationOfRow);
    if (rows.length < wanted) return;
    from = last.start;
    seenAtFrom = new Set(rows.filter(({ start }) => start === last.start).map(({ id }) => id));
  }
}

/** So many rows of an article that start at `from` or later, by start. */
function rowsFrom(
  database: Database,
  articleId: ArticleId,
  from: number,
  limit: number,
): Promise<readonly AnnotationRow[]> {
  return database.annotations
    .where('[articleId+start]')
    .between([articleId, from], [articleId, Dexie.maxKey])
    .limit(limit)
    .toArray();
}

/**
 * The annotations of all articles by id, page by page. What is written while they are read may be in a page to come or
 * not: whoever needs it listens to the store.
 */
export async function* allAnnotationPages(
  database: Database,
  size = pageSize,
): AsyncGenerator<readonly Annotation[]> {
  let after = '';
  for (;;) {
    const rows = await database.annotations.where(':id').above(after).limit(size).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(annotationOfRow);
    if (rows.length < size) return;
    after = last.id;
  }
}

/** The annotations with these ids, in the order of the ids; those that are not there are left out. */
export async function annotationsOf(
  database: Database,
  ids: readonly AnnotationId[],
): Promise<readonly Annotation[]> {
  const found: Annotation[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const rows = await database.annotations.bulkGet(ids.slice(from, from + pageSize));
    for (const row of rows) if (row) found.push(annotationOfRow(row));
  }
  return found;
}
