import type { RecordChange } from '../../core/change';
import type { ArticleCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import type { RecordOf } from '../../core/records/records';
import { sameValue } from '../../core/same-value';
import { addCounts, countsOfPage, nothingCounted } from './article-row';
import { type AnnotationChange, allPages, changeAnnotations } from './change-annotations';
import { ConflictError } from './conflict-error';
import type { Database } from './db';
import { annotationsByIds } from './read-annotations';
import { type RowTable, recordOfRow, rowOf, rowTables } from './record-rows';

/** The counts of the articles whose annotations were changed, as they are afterwards. */
export type Counted = ReadonlyMap<ArticleId, ArticleCounts>;

/**
 * Writes what changes make of records, and the counts of their articles. Runs inside a transaction of the caller's over the
 * tables of records, and asks for nothing else. Throws `ConflictError` when a record is not what its change says it was.
 */
export async function applyRecords(
  database: Database,
  changes: readonly RecordChange[],
): Promise<Counted> {
  const ofAnnotations = changes.filter(isOfAnnotation);
  const growth: Counted =
    ofAnnotations.length > 0 ? await changeAnnotations(database, ofAnnotations) : new Map();
  for (const table of rowTables)
    await changeRows(
      database,
      table,
      changes.filter((change) => change.table === table),
    );
  const come = changes.flatMap(({ table, id, before }) =>
    table === 'articles' && !before ? [id] : [],
  );
  return await countArticles(database, growth, new Set(come));
}

/**
 * Writes records as they are after changes, whatever they are now. Runs inside a transaction of the caller's, as
 * `applyRecords` does.
 */
export async function putAfter(
  database: Database,
  changes: readonly RecordChange[],
): Promise<void> {
  const stored = new Map<string, RecordChange['before']>();
  const ids = changes.filter(isOfAnnotation).map(({ id }) => id);
  for (const annotation of await annotationsByIds(database, ids))
    stored.set(annotation.id, annotation);
  for (const table of rowTables) {
    const ofTable = changes.filter((change) => change.table === table);
    if (ofTable.length === 0) continue;
    for (const row of await database.table(table).bulkGet(ofTable.map(({ id }) => id)))
      if (row) stored.set(row.id, recordOfRow(table, row));
  }
  const held = changes.map((change) => ({ ...change, before: stored.get(change.id) ?? null }));
  await applyRecords(database, held as RecordChange[]);
}

function isOfAnnotation(change: RecordChange): change is AnnotationChange {
  return change.table === 'annotations';
}

async function changeRows(
  database: Database,
  table: RowTable,
  changes: readonly RecordChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = database.table(table);
  const stored = await rows.bulkGet(changes.map(({ id }) => id));
  const made: unknown[] = [];
  const gone: string[] = [];
  for (const [index, { id, before, after }] of changes.entries()) {
    const row = stored[index];
    if (!sameValue(row ? recordOfRow(table, row) : null, before))
      throw new ConflictError(`${table} ${id} is not as the change says it was`, id);
    if (after) made.push(rowOf(table, after as RecordOf<RowTable>, row));
    else gone.push(id);
  }
  await Promise.all([rows.bulkPut(made), rows.bulkDelete(gone)]);
}

/** Brings the counts of articles up to date. Annotations may come before their article: it is counted when it comes itself. */
async function countArticles(
  database: Database,
  growth: Counted,
  come: ReadonlySet<ArticleId>,
): Promise<Counted> {
  const ids = [...new Set([...growth.keys(), ...come])];
  if (ids.length === 0) return growth;
  const rows = (await database.articles.bulkGet(ids)).filter((row) => row !== undefined);
  const counted = new Map<ArticleId, ArticleCounts>();
  for (const { id, counts } of rows)
    counted.set(
      id,
      come.has(id)
        ? await countPages(database, id)
        : addCounts(counts, growth.get(id) ?? nothingCounted),
    );
  await database.articles.bulkPut(
    rows.map((row) => ({ ...row, counts: counted.get(row.id) ?? row.counts })),
  );
  return counted;
}

async function countPages(database: Database, id: ArticleId): Promise<ArticleCounts> {
  let counts = nothingCounted;
  await database.annotationPages
    .where(':id')
    .between(...allPages(id))
    .each(({ annotations }) => {
      counts = addCounts(counts, countsOfPage(annotations));
    });
  return counts;
}
