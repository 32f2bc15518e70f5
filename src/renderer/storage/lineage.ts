import type { LineageId } from '../../core/ids';
import type { Database } from './db';

/** What a store is known by through its life. A restored one has a lineage of its own. */
export interface Lineage {
  readonly id: LineageId;
  /** ISO 8601 in UTC with milliseconds. */
  readonly madeAt: string;
  /** Of a restored store: which one it was made from, as it was after the act with entry `seq`. */
  readonly restoredFrom?: { readonly lineage: LineageId; readonly seq: number };
}

/** How far the journal had got when this was written; it may be further. */
export interface Journalled {
  /** The number of the last entry that is in the journal. */
  readonly seq: number;
}

/** Under which key of the `state` table the lineage lies. */
export const lineageKey = 'lineage';

const journalKey = 'journal';

/** The keys of the `state` table that are of one store and not of what is in it: no copy takes them. */
export const ownKeys: ReadonlySet<string> = new Set([lineageKey, journalKey]);

/** The lineage of an open store; null in one that has not got any yet. */
export async function readLineage(database: Database): Promise<Lineage | null> {
  const row = await database.state.get(lineageKey);
  return (row?.value as Lineage | undefined) ?? null;
}

/** Gives an open store its lineage. */
export async function writeLineage(database: Database, lineage: Lineage): Promise<void> {
  await database.state.put({ key: lineageKey, value: lineage });
}

/** How far the journal had got; null when it was never written. */
export async function readJournalled(database: Database): Promise<Journalled | null> {
  const row = await database.state.get(journalKey);
  return (row?.value as Journalled | undefined) ?? null;
}

/** Notes how far the journal has got. */
export async function writeJournalled(database: Database, journalled: Journalled): Promise<void> {
  await database.state.put({ key: journalKey, value: journalled });
}
