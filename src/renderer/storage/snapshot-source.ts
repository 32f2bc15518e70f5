import { tables } from '../../core/records/records';
import { currentVersions } from '../../core/records/upgrade';
import type { RecordBatch, SnapshotBatch, SnapshotHead, SnapshotSource } from '../../core/snapshot';
import type { Database } from './db';
import { lastSeq, pageAfter } from './journal-source';
import { ownKeys } from './lineage';
import { annotationsInParts } from './read-annotations';
import { recordPages } from './record-rows';

/** How many rows are read at a time. */
const usualPageSize = 2_000;

/** What is said at the head of a snapshot, but for what the store knows: where in the log it begins, and its versions. */
export type SnapshotFrame = Omit<SnapshotHead, 'from' | 'versions'>;

/**
 * The whole of an open store, to be read while it is in use: no act waits longer than for one page of `pageSize` rows.
 * What is changed while it is read is in the rows or not; `SnapshotTail` says how it is made right.
 */
export async function snapshotSource(
  database: Database,
  frame: SnapshotFrame,
  pageSize = usualPageSize,
): Promise<SnapshotSource> {
  const from = await lastSeq(database);
  return {
    head: { ...frame, from, versions: currentVersions },
    pieces: readPieces(database, pageSize),
  };
}

async function* readPieces(
  database: Database,
  pageSize: number,
): AsyncGenerator<SnapshotBatch | { readonly kind: 'end'; readonly to: number }> {
  for (const table of tables)
    for await (const rows of table === 'annotations'
      ? annotationsInParts(database, null, pageSize)
      : recordPages(database, table, pageSize))
      yield { kind: table, rows } as RecordBatch;
  let to = 0;
  for (;;) {
    const rows = await pageAfter(database, to, pageSize);
    const last = rows.at(-1);
    if (!last) break;
    yield { kind: 'entries', rows };
    to = last.seq;
  }
  const end = await readEnd(database, to);
  if (end.entries.length > 0) yield { kind: 'entries', rows: end.entries };
  yield { kind: 'state', rows: end.state };
  yield { kind: 'end', to: end.entries.at(-1)?.seq ?? to };
}

/** What the log has got meanwhile and the state as it is then, in one transaction: they never disagree. */
function readEnd(database: Database, to: number) {
  return database.transaction('r', database.changes, database.state, async () => ({
    entries: await database.changes.where('seq').above(to).toArray(),
    state: (await database.state.toArray()).filter(({ key }) => !ownKeys.has(key)),
  }));
}
