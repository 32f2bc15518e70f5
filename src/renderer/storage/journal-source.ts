import { isSameAct } from '../../core/acts';
import type { ChangeEntry } from '../../core/change';
import type { Database } from './db';

/** After so many records a page of entries ends, so that a page of large entries is not held as a whole. */
const pageRecords = 5_000;

/** The number of the last entry of the log; 0 when there is none. */
export async function lastSeq(database: Database): Promise<number> {
  const [last = 0] = await database.changes.orderBy('seq').reverse().limit(1).primaryKeys();
  return last;
}

/** The entry with this number; null when the log has none. */
export async function entryAt(database: Database, seq: number): Promise<ChangeEntry | null> {
  return (await database.changes.get(seq)) ?? null;
}

/**
 * The entries that follow `seq`, in order: about `limit` of them, fewer where they are large, and always to the end of an
 * act. None at the end of the log alone.
 */
export async function entriesAfter(
  database: Database,
  seq: number,
  limit: number,
): Promise<readonly ChangeEntry[]> {
  return database.transaction('r', database.changes, async () => {
    const page = await pageAfter(database, seq, limit);
    const last = page.at(-1);
    if (!last || last.act === 'do') return page;
    const group = await database.changes.where('groupId').equals(last.groupId).sortBy('seq');
    const rest = group.filter((next) => next.seq > last.seq && isSameAct(last, next));
    return [...page, ...rest];
  });
}

/** At most `limit` entries that follow `seq`, fewer where they are large; an act may be cut. */
export function pageAfter(
  database: Database,
  seq: number,
  limit: number,
): Promise<readonly ChangeEntry[]> {
  let records = 0;
  return database.changes
    .where('seq')
    .above(seq)
    .until(({ change }) => (records += change.records.length) >= pageRecords, true)
    .limit(limit)
    .toArray();
}
