import { type Annotation, type AnnotationKind, extentOf } from '../../core/annotation/annotation';
import type { Change, RecordChange } from '../../core/change';
import type { KindCounts } from '../../core/health/finding';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import { touchedBy, withTouched } from './block-set';
import type { AnnotationRow, CountsRow, Database } from './db';
import { enterpriseWordsOf } from './schema/0002';

/** Thrown inside the transaction, which it rolls back: a record is not what the change says it was. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/**
 * Writes the records of `change` and, with them, what `besides` writes. Runs inside a transaction of the caller's over
 * articles, annotations and counts. All is read at once and then all is written at once, since each turn of asking and
 * waiting costs more than what is asked.
 */
export async function applyRecords(
  database: Database,
  change: Change,
  besides: () => PromiseLike<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { articles, annotations } = partsOf(change);
  const deltas = deltasOf(change);
  const touched = touchedBy(change);
  const [counts] = await Promise.all([
    deltas.size > 0 ? database.counts.bulkGet([...deltas.keys()]) : [],
    checkArticles(database, articles),
    checkAnnotations(database, annotations),
  ]);
  const removed = articles.flatMap(({ id, after }) => (after ? [] : [id]));
  const gone = annotations.flatMap(({ id, after }) => (after ? [] : [id]));
  const put = articles.flatMap(({ after }) => after ?? []);
  const rows = annotations.flatMap(({ after }) => (after ? rowOf(after) : []));
  const next = [...deltas].map(([articleId, delta], index) =>
    countsAfter({ articleId, counts: counts[index], delta, touched: touched.get(articleId) ?? [] }),
  );
  await Promise.all([
    put.length > 0 && database.articles.bulkPut(put),
    removed.length > 0 && database.articles.bulkDelete(removed),
    rows.length > 0 && database.annotations.bulkPut(rows),
    gone.length > 0 && database.annotations.bulkDelete(gone),
    next.length > 0 && database.counts.bulkPut(next),
    removed.length > 0 && database.counts.bulkDelete(removed),
    besides(),
  ]);
}

/** The row under which an annotation is stored. */
export function rowOf(annotation: Annotation): AnnotationRow {
  const enterpriseWords = enterpriseWordsOf(annotation);
  return {
    ...annotation,
    ...extentOf(annotation),
    ...(enterpriseWords !== null && { enterpriseWords }),
  };
}

/** The annotation that a row holds. */
export function annotationOfRow({
  start: _start,
  end: _end,
  enterpriseWords: _enterpriseWords,
  ...annotation
}: AnnotationRow): Annotation {
  return annotation;
}

type RecordsOf<Table extends RecordChange['table']> = readonly Extract<
  RecordChange,
  { table: Table }
>[];

function partsOf({ records }: Change): {
  readonly articles: RecordsOf<'articles'>;
  readonly annotations: RecordsOf<'annotations'>;
} {
  return {
    articles: records.filter((record) => record.table === 'articles'),
    annotations: records.filter((record) => record.table === 'annotations'),
  };
}

async function checkArticles(database: Database, records: RecordsOf<'articles'>): Promise<void> {
  if (records.length === 0) return;
  check(records, await database.articles.bulkGet(records.map(({ id }) => id)));
}

async function checkAnnotations(
  database: Database,
  records: RecordsOf<'annotations'>,
): Promise<void> {
  if (records.length === 0) return;
  const rows = await database.annotations.bulkGet(records.map(({ id }) => id));
  check(
    records,
    rows.map((row) => row && annotationOfRow(row)),
  );
}

function check(records: readonly RecordChange[], stored: readonly unknown[]): void {
  for (const [index, { table, id, before }] of records.entries())
    if (!sameValue(stored[index] ?? null, before))
      throw new ConflictError(`${table} ${id} is not as the change says it was`);
}

/** How many annotations of each kind come to each article, or go. */
function deltasOf({ records }: Change): ReadonlyMap<ArticleId, KindCounts> {
  const deltas = new Map<ArticleId, Record<AnnotationKind, number>>();
  for (const record of records) {
    if (record.table !== 'annotations') continue;
    tally(deltas, record.before, -1);
    tally(deltas, record.after, 1);
  }
  return deltas;
}

interface Recounting {
  readonly articleId: ArticleId;
  readonly counts: CountsRow | undefined;
  readonly delta: KindCounts;
  readonly touched: Iterable<AnnotationId>;
}

/** The counts row after a change; blocks of which too much was touched are no longer named. */
function countsAfter({ articleId, counts, delta, touched }: Recounting): CountsRow {
  const blocks = counts?.blocks && withTouched(counts.blocks, touched);
  return {
    articleId,
    enterprise: (counts?.enterprise ?? 0) + delta.enterprise,
    claim: (counts?.claim ?? 0) + delta.claim,
    date: (counts?.date ?? 0) + delta.date,
    ...(blocks && { blocks }),
  };
}

function tally(
  counts: Map<ArticleId, Record<AnnotationKind, number>>,
  annotation: Annotation | null,
  by: 1 | -1,
): void {
  if (!annotation) return;
  const held = counts.get(annotation.articleId) ?? { enterprise: 0, claim: 0, date: 0 };
  held[annotation.body.kind] += by;
  counts.set(annotation.articleId, held);
}
