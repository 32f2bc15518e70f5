import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { blockPages } from './block-pages';
import type { AnnotationRow, Database } from './db';
import { nothingRead, placeAfter, type ReadPlace } from './read-place';
import { annotationOfRow } from './record-rows';

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
  const isFromStart = offset <= nearReach;
  const from = isFromStart ? Dexie.minKey : offset - nearReach;
  const [near, counts] = await Promise.all([
    rowsFrom(database, articleId, from, nearSize + 1),
    isFromStart ? undefined : database.counts.get(articleId),
  ]);
  const { enterprise = 0, claim = 0, date = 0 } = counts ?? {};
  const isFew = !isFromStart && enterprise + claim + date <= nearSize;
  const rows = isFew ? await rowsFrom(database, articleId, Dexie.minKey, nearSize + 1) : near;
  return {
    annotations: rows.slice(0, nearSize).map(annotationOfRow),
    isAll: (isFromStart || isFew) && rows.length <= nearSize,
  };
}

/**
 * The annotations of one article by start, about so many at a time: from blocks where these are valid, which is several
 * times faster, else from the rows. Whatever stands still while it is read is in one page. What is written meanwhile may
 * be in a page to come or not, as it was or as it is, and once more when it was moved: whoever needs it listens to the
 * store.
 */
export async function* annotationPages(
  database: Database,
  articleId: ArticleId,
  size = pageSize,
): AsyncGenerator<readonly Annotation[]> {
  const left = yield* blockPages(database, articleId, size);
  if (left) yield* rowPages(database, articleId, { size, after: left });
}

/** Where to begin, and how many to read at a time. */
interface RowReading {
  readonly after?: ReadPlace;
  readonly size?: number;
}

/** The annotations of one article as the rows say, by start, so many at a time, from `after` on. */
export async function* rowPages(
  database: Database,
  articleId: ArticleId,
  { after = nothingRead, size = pageSize }: RowReading = {},
): AsyncGenerator<readonly Annotation[]> {
  let place = after;
  for (;;) {
    const { start, ids } = place;
    const wanted = size + ids.size;
    const rows = await rowsFrom(database, articleId, start, wanted);
    const fresh = rows.filter(({ id }) => !ids.has(id)).map(annotationOfRow);
    if (fresh.length === 0) return;
    place = placeAfter(place, fresh);
    yield fresh;
    if (rows.length < wanted) return;
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
