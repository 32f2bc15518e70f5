import { upgradeEntry } from '../../../core/records/upgrade';
import { sameValue } from '../../../core/same-value';
import type { BackupState, Desktop, FileError } from '../../../preload/contract';
import { type Database, openDatabase } from '../../storage/db';
import { currentStoreName } from '../../storage/generations';
import { entryAt, lastSeq } from '../../storage/journal-source';
import { readJournalled, readLineage } from '../../storage/lineage';
import { storeErrorOf } from '../../storage/store-error';
import { ActAssembler } from './journal-calls';
import { type FoundStore, judge, type Verdict } from './judge';

/** What a start finds, and what it makes of it. */
export interface Found {
  readonly store: FoundStore;
  /** Open; null when there is none, or none that opens. The caller closes it. */
  readonly database: Database | null;
  /** Null when it could not be looked at, for `backupError`. */
  readonly backup: BackupState | null;
  readonly backupError: FileError | null;
  readonly verdict: Verdict;
}

/** Looks for the store called `base` and its backup, and holds them against each other. Nothing is changed. */
export async function findStore(base: string, desktop: Desktop): Promise<Found> {
  const described = await desktop.describeBackup();
  const backup = described.ok ? described.value : null;
  const { database, store, journalled } = await lookAtStore(base, desktop, backup);
  return {
    store,
    database,
    backup,
    backupError: described.ok ? null : described.error,
    verdict: judge(store, backup, journalled),
  };
}

interface Looked {
  readonly database: Database | null;
  readonly store: FoundStore;
  readonly journalled: number | null;
}

async function lookAtStore(
  base: string,
  desktop: Desktop,
  backup: BackupState | null,
): Promise<Looked> {
  let database: Database | null = null;
  try {
    const name = await currentStoreName(base);
    if (name === null) return { database: null, store: { state: 'missing' }, journalled: null };
    database = await openDatabase(name);
    const store = await factsOf(database, desktop, backup);
    return { database, store, journalled: (await readJournalled(database))?.seq ?? null };
  } catch (thrown) {
    database?.close();
    const store: FoundStore = { state: 'unreadable', error: storeErrorOf(thrown) };
    return { database: null, store, journalled: null };
  }
}

async function factsOf(
  database: Database,
  desktop: Desktop,
  backup: BackupState | null,
): Promise<FoundStore> {
  const lineage = (await readLineage(database))?.id ?? null;
  const run = backup?.lineages.find((kept) => kept.lineage === lineage)?.journal.at(-1);
  return {
    state: 'open',
    lineage,
    lastSeq: await lastSeq(database),
    agrees: lineage && run ? await agreesWith(database, desktop, lineage, run.last) : null,
  };
}

/** Whether the journal's last entry is the same in the store's log; null when it cannot be said. */
async function agreesWith(
  database: Database,
  desktop: Desktop,
  lineage: string,
  seq: number,
): Promise<boolean | null> {
  const own = await entryAt(database, seq);
  const kept = own && (await lastJournalAct(desktop, lineage, seq));
  if (!kept) return null;
  // Only held against the entry that is there: what it says is never used, so it need not be checked.
  const entries: unknown = JSON.parse(new TextDecoder().decode(kept));
  return Array.isArray(entries) && sameValue(upgradeEntry<unknown>(entries.at(-1)), own);
}

/** The last act of the journal, when it has entry `seq` alone. */
async function lastJournalAct(
  desktop: Desktop,
  lineage: string,
  seq: number,
): Promise<Uint8Array | null> {
  const assembler = new ActAssembler();
  for (let skip = 0; ; ) {
    const answer = await desktop.readJournal(lineage, { after: seq - 1, skip });
    if (!answer.ok || answer.value.length === 0) return null;
    skip += answer.value.length;
    const act = assembler.add(answer.value).find(({ last }) => last === seq);
    if (act) return act.bytes;
  }
}
