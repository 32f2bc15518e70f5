import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ChangeEntry } from '../../core/change';
import type { Sha256 } from '../../core/ids';
import { upgradeEntry } from '../../core/records/upgrade';
import type { AnnotationPageRow, PageKey } from './annotation-page';
import type { ArticleRow } from './article-row';
import { rowTables } from './record-rows';
import { declareSchema } from './schema';

/** A text, stored once however many articles have it, and never changed. */
export interface TextRow {
  readonly hash: Sha256;
  readonly text: string;
}

/** Small facts that are no records: the undo stack, the coder's name, what was on screen. */
export interface StateRow {
  readonly key: string;
  readonly value: unknown;
}

/** The tables of one project. */
export interface Database extends Dexie {
  readonly articles: EntityTable<ArticleRow, 'id'>;
  readonly texts: EntityTable<TextRow, 'hash'>;
  readonly annotationPages: Table<AnnotationPageRow, PageKey>;
  readonly changes: EntityTable<ChangeEntry, 'seq'>;
  readonly state: Table<StateRow, string>;
}

/**
 * Opens the store called `name`, making it when it is not there, and upgrading an older one. Every write is flushed to
 * the disk before it counts as done, unless `durability` is relaxed, as for a store in the making. Throws Dexie's errors: `VersionError` when a newer Dateline
 * wrote it, `OpenFailedError` and others when the browser cannot give it.
 */
export async function openDatabase(
  name: string,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<Database> {
  const database = new Dexie(name, { chromeTransactionDurability: durability });
  declareSchema(database);
  const declared = database.verno;
  // Every entry that is read, by whomever, is as this program would have written it.
  database.table('changes').hook('reading', (entry: ChangeEntry) => upgradeEntry(entry));
  await database.open();
  refuseNewer(database, declared);
  return database as Database;
}

/** The tables of all kinds of records, for a transaction over them. */
export function recordTables(database: Database): Table[] {
  return [database.annotationPages, ...rowTables.map((table) => database.table(table))];
}

/**
 * Closes a store of a version above `declared`, and throws `VersionError`: Dexie would open it as it is.
 * (Dexie's version 1 is IndexedDB's 10.)
 */
function refuseNewer(database: Dexie, declared: number): void {
  const stored = database.backendDB().version / 10;
  if (stored <= declared) return;
  database.close();
  throw new Dexie.VersionError(`the store has version ${stored}, this program knows ${declared}`);
}
