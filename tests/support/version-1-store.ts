import { Dexie } from 'dexie';
import dump from '../fixtures/store-version-1.json';
import { type FormerTables, makeFormerStore } from './former-stores';

/**
 * What such a store held: three articles of which one was removed, annotations of each kind, one of them of two
 * fragments, and a history with steps undone and done again, the last two undone.
 */
export const version1Tables = dump.tables as unknown as FormerTables;

/** Makes a store of version 1 called `name`, which holds `tables`. */
export function makeVersion1Store(
  name: string,
  tables: FormerTables = version1Tables,
): Promise<void> {
  return makeFormerStore(name, 1, tables);
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
