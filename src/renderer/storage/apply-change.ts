import { type Annotation, type AnnotationKind, extentOf } from '../../core/annotation/annotation';
import type { Change, RecordChange } from '../../core/change';
import type { ArticleId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import type { AnnotationRow, CountsRow, Database } from './db';
import { enterpriseWordsOf } from './schema/0002';

/** Thrown inside the transaction, which it rolls back: a record is not what the change says it was. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** Writes the records of `change`. Runs inside a transaction of the caller's over articles, annotations and counts. */
export async function applyRecords(database: Database, change: Change): Promise<void> {
  await checkBefore(database, change);
  const articles = change.records.filter((record) => record.table === 'articles');
  const annotations = change.records.filter((record) => record.table === 'annotations');
  await database.articles.bulkPut(articles.flatMap(({ after }) => after ?? []));
  await database.articles.bulkDelete(articles.filter(({ after }) => !after).map(({ id }) => id));
  await database.annotations.bulkPut(
    annotations.flatMap(({ after }) => (after ? rowOf(after) : [])),
  );
  await database.annotations.bulkDelete(
    annotations.filter(({ after }) => !after).map(({ id }) => id),
  );
  await updateCounts(database, change);
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

async function checkBefore(database: Database, { records }: Change): Promise<void> {
  const idsOf = (table: RecordChange['table']) =>
    records.filter((record) => record.table === table).map(({ id }) => id);
  const [articles, rows] = await Promise.all([
    database.articles.bulkGet(idsOf('articles') as ArticleId[]),
    database.annotations.bulkGet(idsOf('annotations') as Annotation['id'][]),
  ]);
  const stored = new Map<string, unknown>();
  for (const article of articles) if (article) stored.set(article.id, article);
  for (const row of rows) if (row) stored.set(row.id, annotationOfRow(row));
  for (const { table, id, before } of records)
    if (!sameValue(stored.get(id) ?? null, before))
      throw new ConflictError(`${table} ${id} is not as the change says it was`);
}

async function updateCounts(database: Database, { records }: Change): Promise<void> {
  const changed = new Map<ArticleId, Record<AnnotationKind, number>>();
  for (const record of records) {
    if (record.table !== 'annotations') continue;
    tally(changed, record.before, -1);
    tally(changed, record.after, 1);
  }
  for (const [articleId, delta] of changed) {
    const counts: CountsRow = (await database.counts.get(articleId)) ?? {
      articleId,
      enterprise: 0,
      claim: 0,
      date: 0,
    };
    await database.counts.put({
      articleId,
      enterprise: counts.enterprise + delta.enterprise,
      claim: counts.claim + delta.claim,
      date: counts.date + delta.date,
    });
  }
  const removed = records.filter(({ table, after }) => table === 'articles' && !after);
  await database.counts.bulkDelete(removed.map(({ id }) => id as ArticleId));
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
