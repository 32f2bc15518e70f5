import type { Article } from '../../core/article';
import type { SnapshotBatch, SnapshotHead, SnapshotSource } from '../../core/snapshot';
import { allAnnotationPages } from './annotation-pages';
import type { Database } from './db';
import { lastSeq, pageAfter } from './journal-source';
import { ownKeys } from './lineage';

/** How many rows are read at a time. */
const usualPageSize = 2_000;

/** What is said at the head of a snapshot, but for where in the log it begins. */
export type SnapshotFrame = Omit<SnapshotHead, 'from'>;

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
  return { head: { ...frame, from }, pieces: readPieces(database, pageSize) };
}

async function* readPieces(
  database: Database,
  pageSize: number,
): AsyncGenerator<SnapshotBatch | { readonly kind: 'end'; readonly to: number }> {
  for await (const rows of articlePages(database, pageSize)) yield { kind: 'articles', rows };
  for await (const rows of allAnnotationPages(database, pageSize))
    yield { kind: 'annotations', rows };
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

async function* articlePages(
  database: Database,
  pageSize: number,
): AsyncGenerator<readonly Article[]> {
  let after = '';
  for (;;) {
    const rows = await database.articles.where(':id').above(after).limit(pageSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
