import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import type { RecordChange } from '../../core/change';
import type { ArticleCounts } from '../../core/health/finding';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import { firstIndexWhere } from '../../core/text/search-sorted';
import {
  type AnnotationPage,
  type AnnotationPageRow,
  cutPage,
  type PageKey,
  rowOfPage,
} from './annotation-page';
import { addCounts, countsOfPage, nothingCounted } from './article-row';
import { ConflictError } from './conflict-error';
import type { Database } from './db';

/** A change of one annotation. */
export type AnnotationChange = Extract<RecordChange, { table: 'annotations' }>;

/** What goes from the annotations of an article, or of one of its pages, and what comes to them. */
interface Exchange {
  readonly gone: Annotation[];
  readonly come: Annotation[];
}

/** A page, with what is stored of it, and its part of an exchange. */
interface PageExchange extends Exchange, AnnotationPage {}

/**
 * Writes what changes make of annotations, and gives by how much the counts of their articles rise. Runs inside a
 * transaction of the caller's over the pages, and asks for nothing else. Throws `ConflictError` when an annotation is not
 * what its change says it was.
 */
export async function changeAnnotations(
  { annotationPages }: Database,
  changes: readonly AnnotationChange[],
): Promise<ReadonlyMap<ArticleId, ArticleCounts>> {
  const growth = new Map<ArticleId, ArticleCounts>();
  const made: AnnotationPage[] = [];
  const removed: PageKey[] = [];
  const moved = movedIds(changes);
  for (const [articleId, exchange] of byArticle(changes)) {
    let grown = nothingCounted;
    for (const page of await touchedPages(annotationPages, articleId, exchange)) {
      const { from, annotations: before, gone } = page;
      const annotations = exchanged(page);
      // An id is never in two pages, not even between two writes.
      if (annotations.length === 0 || gone.some(({ id }) => moved.has(id)))
        removed.push([articleId, from]);
      made.push(...cutPage({ articleId, from, annotations }));
      grown = addCounts(addCounts(grown, countsOfPage(annotations)), countsOfPage(before), -1);
    }
    growth.set(articleId, grown);
  }
  await writePages(annotationPages, removed, made);
  return growth;
}

/** The range of the keys of all pages of an article. */
export function allPages(id: ArticleId): readonly [lower: unknown[], upper: unknown[]] {
  return [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ];
}

async function writePages(
  pages: Database['annotationPages'],
  removed: readonly PageKey[],
  made: readonly AnnotationPage[],
): Promise<void> {
  try {
    await Promise.all([
      removed.length > 0 && pages.bulkDelete([...removed]),
      made.length > 0 && pages.bulkPut(made.map(rowOfPage)),
    ]);
  } catch (thrown) {
    if (thrown instanceof Dexie.BulkError && thrown.failures.every(isIdTaken))
      throw new ConflictError('an annotation is there already');
    throw thrown;
  }
}

function isIdTaken({ name }: Error): boolean {
  return name === 'ConstraintError';
}

function byArticle(changes: readonly AnnotationChange[]): ReadonlyMap<ArticleId, Exchange> {
  const articles = new Map<ArticleId, Exchange>();
  const of = ({ articleId }: Annotation): Exchange => {
    const exchange = articles.get(articleId) ?? { gone: [], come: [] };
    articles.set(articleId, exchange);
    return exchange;
  };
  for (const { before, after } of changes) {
    if (before) of(before).gone.push(before);
    if (after) of(after).come.push(after);
  }
  return articles;
}

/** The annotations that start elsewhere afterwards, or are of another article: they may come into another page. */
function movedIds(changes: readonly AnnotationChange[]): ReadonlySet<AnnotationId> {
  const moved = changes.filter(
    ({ before, after }) =>
      before &&
      after &&
      (before.articleId !== after.articleId || startOf(before) !== startOf(after)),
  );
  return new Set(moved.map(({ id }) => id));
}

/** The pages of an article that an exchange touches, rising, each with its part of it. */
async function touchedPages(
  pages: Database['annotationPages'],
  articleId: ArticleId,
  { gone, come }: Exchange,
): Promise<readonly PageExchange[]> {
  const left = { gone: gone.toSorted(byStart), come: come.toSorted(byStart) };
  const touched: PageExchange[] = [];
  for (;;) {
    const last = Math.max(lastStart(left.gone), lastStart(left.come));
    if (last < 0) return touched.toReversed();
    const page = await pageAt(pages, articleId, last);
    const [from, annotations] = page ? [page.from, page.annotations] : [0, []];
    touched.push({
      articleId,
      from,
      annotations,
      gone: takeFrom(left.gone, from),
      come: takeFrom(left.come, from),
    });
  }
}

/** The page of an article in whose stretch `start` lies; undefined when there is none yet. */
export function pageAt(
  pages: Database['annotationPages'],
  articleId: ArticleId,
  start: number,
): PromiseLike<AnnotationPageRow | undefined> {
  return pages
    .where(':id')
    .between([articleId, Dexie.minKey], [articleId, start], true, true)
    .last();
}

function byStart(a: Annotation, b: Annotation): number {
  return startOf(a) - startOf(b);
}

/** Takes off the end of a list, which is by start, what starts at `from` or later. */
function takeFrom(list: Annotation[], from: number): Annotation[] {
  return list.splice(firstIndexWhere(list, (annotation) => startOf(annotation) >= from));
}

/** Where the last of a list starts; -1 of an empty one. */
function lastStart(list: readonly Annotation[]): number {
  const last = list.at(-1);
  return last ? startOf(last) : -1;
}

function startOf({ fragments: [{ start }] }: Annotation): number {
  return start;
}

/** The annotations of a page after an exchange, in reading order. */
function exchanged({ annotations, gone, come }: PageExchange): readonly Annotation[] {
  const left = new Map<AnnotationId, Annotation>(annotations.map((held) => [held.id, held]));
  for (const annotation of gone) {
    if (!sameValue(left.get(annotation.id), annotation))
      throw conflict(annotation, 'is not as the change says it was');
    left.delete(annotation.id);
  }
  for (const annotation of come) {
    if (left.has(annotation.id)) throw conflict(annotation, 'is there already');
    left.set(annotation.id, annotation);
  }
  return [...left.values()].toSorted(compareAnnotations);
}

function conflict({ id }: Annotation, what: string): ConflictError {
  return new ConflictError(`annotation ${id} ${what}`, id);
}
