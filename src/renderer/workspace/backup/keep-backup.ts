import { encodeAct } from '../../../codecs/backup/encode-act';
import type { Id, LineageId } from '../../../core/ids';
import type { BackupState, Desktop } from '../../../preload/contract';
import type { Database } from '../../storage/db';
import { entriesAfter, lastSeq } from '../../storage/journal-source';
import { readLineage, writeJournalled, writeLineage } from '../../storage/lineage';
import { snapshotSource } from '../../storage/snapshot-source';
import type { Store } from '../../storage/store';
import { BackupKeeper } from './backup-keeper';
import { JournalWriter } from './journal-writer';
import type { Verdict } from './judge';
import { takeSnapshot } from './take-snapshot';

/** What a backup is kept of. */
export interface KeptStore {
  /** Open; `store` is over it. */
  readonly database: Database;
  readonly store: Store;
  readonly verdict: Exclude<Verdict, { kind: 'restore' }>;
  /** What was there at the start; null when it could not be looked at. */
  readonly backup: BackupState | null;
  readonly desktop: Desktop;
  /** Where the backup is, to be shown. */
  readonly folder: string;
  /** Of this program. */
  readonly version: string;
  /** The time now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  readonly newId: (prefix: 'lin') => Id<'lin'>;
}

/** Keeps a backup of a store from now on. A store that has no lineage yet gets one. */
export async function keepBackup(kept: KeptStore): Promise<BackupKeeper> {
  const { database, store, verdict, backup, desktop, folder, version, now } = kept;
  const lineage = await lineageOf(kept);
  const keptLineage = backup?.lineages.find((one) => one.lineage === lineage);
  const text = async (hash: string) => (await database.texts.get(hash as never))?.text ?? null;
  const source = {
    entriesAfter: (seq: number, limit: number) => entriesAfter(database, seq, limit),
    text,
  };
  const journal = new JournalWriter(
    { desktop, lineage, source, encode: encodeAct },
    await lastSeq(database),
  );
  if (verdict.kind === 'sound') journal.holds(verdict.reach);
  const keeper = new BackupKeeper(
    {
      folder,
      journal,
      hasSnapshot: (keptLineage?.snapshots.length ?? 0) > 0,
      takeSnapshot: async () =>
        takeSnapshot({
          desktop,
          lineage,
          source: await snapshotSource(database, { program: version, lineage, at: now() }),
          text,
          now,
        }),
      remember: (seq) => writeJournalled(database, { seq }),
      later: (milliseconds, callback) => void setTimeout(callback, milliseconds),
    },
    verdict.kind === 'sound' ? verdict.need : 'nothing',
  );
  store.onApplied((entries) => keeper.follow(entries));
  return keeper;
}

async function lineageOf({ database, now, newId }: KeptStore): Promise<LineageId> {
  const known = await readLineage(database);
  if (known) return known.id;
  const id = newId('lin');
  await writeLineage(database, { id, madeAt: now() });
  return id;
}
