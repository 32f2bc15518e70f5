import type { Annotation, AnnotationKind } from '../../core/annotation/annotation';
import type { Change, RecordChange } from '../../core/change';
import type { KindCounts } from '../../core/health/finding';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { type RecordOf, type Table, tables } from '../../core/records/records';
import { sameValue } from '../../core/same-value';
import { touchedBy, withTouched } from './block-set';
import type { CountsRow, Database } from './db';
import { recordOfRow, rowOf } from './record-rows';

/** Thrown inside the transaction, which it rolls back: a record is not what the change says it was. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/**
 * Writes the records of `change` and, with them, what `besides` writes. Runs inside a transaction of the caller's over the
 * tables of records and counts. All is read at once and then all is written at once, since each turn of asking and
 * waiting costs more than what is asked.
 */
export async function applyRecords(
  database: Database,
  change: Change,
  besides: () => PromiseLike<unknown> = () => Promise.resolve(),
): Promise<void> {
  const deltas = deltasOf(change);
  const touched = touchedBy(change);
  const [counts, stored] = await Promise.all([
    deltas.size > 0 ? database.counts.bulkGet([...deltas.keys()]) : [],
    storedRows(database, change),
  ]);
  check(stored);
  const removed = change.records.flatMap(({ table, id, after }) =>
    table === 'articles' && !after ? [id] : [],
  );
  const next = [...deltas].map(([articleId, delta], index) =>
    countsAfter({ articleId, counts: counts[index], delta, touched: touched.get(articleId) ?? [] }),
  );
  await Promise.all([
    putAfter(database, change),
    next.length > 0 && database.counts.bulkPut(next),
    removed.length > 0 && database.counts.bulkDelete(removed),
    besides(),
  ]);
}

/**
 * Puts the records of a change as they are after it, whatever they are now. Runs inside a transaction of the caller's, and
 * asks for everything before anything is waited for, since a transaction that is asked nothing for a while is over.
 */
export function putAfter(database: Database, { records }: Change): PromiseLike<unknown> {
  const writes: PromiseLike<unknown>[] = [];
  for (const table of tables) {
    const ofTable = records.filter((record) => record.table === table);
    const rows = ofTable.flatMap(({ after }) => (after ? [rowOf(table, after)] : []));
    const gone = ofTable.flatMap(({ id, after }) => (after ? [] : [id]));
    if (rows.length > 0) writes.push(database.table(table).bulkPut(rows));
    if (gone.length > 0) writes.push(database.table(table).bulkDelete(gone));
  }
  return Promise.all(writes);
}

/** The records of each table that a change touches, with the rows that are stored for them. */
function storedRows(database: Database, { records }: Change): PromiseLike<readonly Touched[]> {
  const reads = tables.flatMap((table) => {
    const ofTable = records.filter((record) => record.table === table);
    if (ofTable.length === 0) return [];
    const rows = database.table(table).bulkGet(ofTable.map(({ id }) => id));
    return [rows.then((found): Touched => ({ table, records: ofTable, rows: found }))];
  });
  return Promise.all(reads);
}

interface Touched {
  readonly table: Table;
  readonly records: readonly RecordChange[];
  readonly rows: readonly (RecordOf<Table> | undefined)[];
}

/** Throws when a record is not as the change says it was. */
function check(touched: readonly Touched[]): void {
  for (const { table, records, rows } of touched)
    for (const [index, { id, before }] of records.entries()) {
      const row = rows[index];
      if (!sameValue(row ? recordOfRow(table, row) : null, before))
        throw new ConflictError(`${table} ${id} is not as the change says it was`);
    }
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
