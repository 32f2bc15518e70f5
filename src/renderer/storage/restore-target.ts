import type { ChangeEntry, RecordChange } from '../../core/change';
import type { Sha256 } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { RecordBatch, SnapshotBatch, SnapshotFacts } from '../../core/snapshot';
import { applyRecords, putAfter } from './apply-change';
import { ConflictError } from './conflict-error';
import { type Database, openDatabase, recordTables } from './db';
import { nextGeneration } from './generations';
import { lastSeq, pageAfter } from './journal-source';
import { type Lineage, ownKeys, writeLineage } from './lineage';
import { type ReplayFault, replayActs } from './replay';
import { textsWanted } from './texts-wanted';

/** Why the rows of a snapshot make no store: `entry` is the first of the log that is missing, or one too many. */
export interface SettleFault {
  readonly code: 'log-gap';
  readonly entry: number;
}

/** How many entries are put in place at a time. */
const pageSize = 500;

/**
 * A store in the making: the next generation, which is none until `finish`. First the rows of a snapshot (or none), then
 * `settle`, then the acts of the journal after it, and texts at any time. Until then nothing need outlast a crash, so
 * nothing is waited for to be on the disk.
 */
export class RestoreTarget {
  /** The name of the database. */
  readonly name: string;
  readonly #database: Database;

  private constructor(name: string, database: Database) {
    this.name = name;
    this.#database = database;
  }

  /** Begins the next generation of the store called `base`, and deletes what an earlier restore has left half-made. */
  static async begin(base: string): Promise<RestoreTarget> {
    const name = await nextGeneration(base);
    return new RestoreTarget(name, await openDatabase(name, 'relaxed'));
  }

  /** Takes rows of a snapshot. What is of its own store alone, such as its lineage, is left out. */
  async put(batch: SnapshotBatch): Promise<void> {
    const { changes, state } = this.#database;
    switch (batch.kind) {
      case 'entries':
        await changes.bulkPut([...batch.rows]);
        return;
      case 'state':
        await state.bulkPut(batch.rows.filter(({ key }) => !ownKeys.has(key)));
        return;
      default:
        await this.#putRecords(batch);
    }
  }

  async #putRecords({ kind, rows }: RecordBatch): Promise<void> {
    const database = this.#database;
    const changes = rows.map(
      (after) => ({ table: kind, id: after.id, before: null, after }) as RecordChange,
    );
    if (changes.length === 0) return;
    const tables = recordTables(database);
    try {
      await database.transaction('rw', tables, async () => applyRecords(database, changes));
    } catch (thrown) {
      // One that was moved while the snapshot was taken is in it twice; `settle` gives it its place.
      if (!(thrown instanceof ConflictError)) throw thrown;
      await database.transaction('rw', tables, async () => putAfter(database, changes));
    }
  }

  /**
   * Once all rows of a snapshot are put: makes right what was changed while it was taken. The store is then as it was after
   * entry `to`.
   */
  async settle({
    from,
    to,
  }: Pick<SnapshotFacts, 'from' | 'to'>): Promise<Result<null, SettleFault>> {
    const database = this.#database;
    let last = from;
    for (;;) {
      const page = await pageAfter(database, last, pageSize);
      for (const { seq, change } of page) {
        last += 1;
        if (seq !== last) return err({ code: 'log-gap', entry: last });
        await database.transaction('rw', recordTables(database), async () =>
          putAfter(database, change.records),
        );
      }
      if (page.length === 0) break;
    }
    if (last !== to) return err({ code: 'log-gap', entry: Math.min(last, to) + 1 });
    return ok(null);
  }

  /** Does again acts of the journal, as `actsOf` gives them. When one does not fit, nothing of them all is done. */
  replay(acts: readonly (readonly ChangeEntry[])[]): Promise<Result<null, ReplayFault>> {
    return replayActs(this.#database, acts);
  }

  /** The number of the last entry that is in it; 0 when there is none. */
  lastSeq(): Promise<number> {
    return lastSeq(this.#database);
  }

  /**
   * The hashes of the texts that are not there yet, of every article that is or can come back by undo or redo. Each is
   * given once.
   */
  textsWanted(): Promise<readonly Sha256[]> {
    return textsWanted(this.#database);
  }

  /** Takes a text, which the caller has held against its hash. */
  async putText(hash: Sha256, text: string): Promise<void> {
    await this.#database.texts.put({ hash, text });
  }

  /** Makes it the store: gives it its lineage, on the disk before this settles, and closes it. */
  async finish(lineage: Lineage): Promise<void> {
    this.#database.close();
    const database = await openDatabase(this.name);
    await writeLineage(database, lineage);
    database.close();
  }

  /** Deletes it. */
  async abandon(): Promise<void> {
    await this.#database.delete();
  }
}
