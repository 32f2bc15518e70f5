import { Dexie } from 'dexie';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { Article } from '../../src/core/article';
import type { ChangeEntry } from '../../src/core/change';
import type { CountsRow, StateRow, TextRow } from '../../src/renderer/storage/db';
import { schema0001 } from '../../src/renderer/storage/schema/0001';
import dump from '../fixtures/store-version-1.json';

/** An annotation as version 1 stored it. */
export interface Version1Row extends Annotation {
  readonly start: number;
  readonly end: number;
}

/** All tables of a store that the program wrote while version 1 was the latest. */
export interface Version1Tables {
  readonly articles: readonly Article[];
  readonly texts: readonly TextRow[];
  readonly annotations: readonly Version1Row[];
  readonly changes: readonly ChangeEntry[];
  readonly counts: readonly CountsRow[];
  readonly state: readonly StateRow[];
}

/**
 * What such a store held: three articles of which one was removed, annotations of each kind, one of them of two
 * fragments, and a history with steps undone and done again, the last two undone.
 */
export const version1Tables = dump.tables as unknown as Version1Tables;

/** Makes a store of version 1 called `name`, which holds `tables`. */
export async function makeVersion1Store(
  name: string,
  tables: Version1Tables = version1Tables,
): Promise<void> {
  const database = new Dexie(name);
  schema0001(database);
  await database.open();
  for (const [table, rows] of Object.entries(tables)) await database.table(table).bulkAdd(rows);
  database.close();
}

/** The version of the store called `name`, and its annotations as they are. (Dexie's version 1 is IndexedDB's 10.) */
export async function readRawStore(
  name: string,
): Promise<{ readonly version: number; readonly annotations: readonly unknown[] }> {
  const database = await new Dexie(name).open();
  const annotations: readonly unknown[] = await database.table('annotations').toArray();
  const version = database.backendDB().version / 10;
  database.close();
  return { version, annotations };
}
