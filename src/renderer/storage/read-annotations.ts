import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { type AnnotationPageRow, type PageKey, usualInPage } from './annotation-page';
import { allPages, pageAt } from './change-annotations';
import type { Database } from './db';

/** How many annotations are read at a time. */
const usualSize = 5_000;

/** How many pages are read to begin with: more than a window of dense text shows, few enough to be there in some frames. */
const nearPages = 16;

/** How far before the place where reading begins an annotation may start and still be read at first, in UTF-16 units. */
const nearReach = 4_096;

/** The annotations with which the reading of an article begins. */
export interface NearAnnotations {
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  /** Whether the article has no others. */
  readonly isAll: boolean;
}

/**
 * The annotations of one article around `offset`, in UTF-16 units: those of the page in which what starts 4,096 units before
 * it lies, and of the fifteen that follow. One that starts earlier may be missing even if it reaches `offset`. An article
 * with no more pages is read whole.
 */
export async function annotationsNear(
  { annotationPages }: Database,
  articleId: ArticleId,
  offset: number,
): Promise<NearAnnotations> {
  const pages = annotationPages.where(':id').between(...allPages(articleId));
  const isAll = (await pages.limit(nearPages + 1).primaryKeys()).length <= nearPages;
  const first = isAll ? null : await pageAt(annotationPages, articleId, offset - nearReach);
  const rows = await annotationPages
    .where(':id')
    .between([articleId, first?.from ?? Dexie.minKey], [articleId, Dexie.maxKey])
    .limit(nearPages)
    .toArray();
  return { annotations: rows.flatMap(({ annotations }) => annotations), isAll };
}

/**
 * The annotations of one article in reading order, or of all articles for null, about so many at a time. Whatever stands
 * still while it is read is in one of them. What is written meanwhile may be in one to come or not, as it was or as it is,
 * and once more when it was moved: whoever needs it listens to the store.
 */
export async function* annotationsInParts(
  { annotationPages }: Database,
  articleId: ArticleId | null,
  size = usualSize,
): AsyncGenerator<readonly Annotation[]> {
  const [lower, upper] = articleId ? allPages(articleId) : [Dexie.minKey, Dexie.maxKey];
  const limit = Math.max(1, Math.floor(size / usualInPage));
  let after: PageKey | typeof lower = lower;
  let last: Annotation | null = null;
  for (;;) {
    const rows: AnnotationPageRow[] = await annotationPages
      .where(':id')
      .between(after, upper, false, false)
      .limit(limit)
      .toArray();
    // A page that was cut after it was read gives its second half once more.
    const known: Annotation | null = last;
    const fresh: readonly Annotation[] = rows.flatMap(({ annotations }) =>
      annotations.filter((one) => isAfter(one, known)),
    );
    last = fresh.at(-1) ?? last;
    if (fresh.length > 0) yield fresh;
    const lastRow = rows.at(-1);
    if (!lastRow || rows.length < limit) return;
    after = [lastRow.articleId, lastRow.from];
  }
}

function isAfter(annotation: Annotation, last: Annotation | null): boolean {
  return (
    last === null ||
    annotation.articleId !== last.articleId ||
    compareAnnotations(last, annotation) < 0
  );
}

/** The annotations with these ids, in the order of the ids; those that are not there are left out. */
export async function annotationsByIds(
  { annotationPages }: Database,
  ids: readonly AnnotationId[],
): Promise<readonly Annotation[]> {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const found = new Map<AnnotationId, Annotation>();
  const keys: readonly PageKey[] = await annotationPages
    .where('ids')
    .anyOf([...wanted])
    .primaryKeys();
  if (keys.length === 0) return [];
  const unique = new Map(keys.map((key) => [key.join(), key]));
  for (const row of await annotationPages.bulkGet([...unique.values()]))
    for (const annotation of row?.annotations ?? [])
      if (wanted.has(annotation.id)) found.set(annotation.id, annotation);
  return ids.flatMap((id) => found.get(id) ?? []);
}
