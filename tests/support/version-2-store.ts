import { Dexie } from 'dexie';
import type { Article } from '../../src/core/article';
import type { ChangeEntry } from '../../src/core/change';
import type { AnnotationRow, CountsRow, StateRow, TextRow } from '../../src/renderer/storage/db';
import { schema0001 } from '../../src/renderer/storage/schema/0001';
import { schema0002 } from '../../src/renderer/storage/schema/0002';
import dump from '../fixtures/store-version-2.json';

/** All tables of a store that the program wrote while version 2 was the latest. */
export interface Version2Tables {
  readonly articles: readonly Article[];
  readonly texts: readonly TextRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly changes: readonly ChangeEntry[];
  readonly counts: readonly CountsRow[];
  readonly state: readonly StateRow[];
}

/**
 * What such a store held: two articles of which one was removed, annotations of each kind, one of them of two fragments,
 * and a history whose last step was undone.
 */
export const version2Tables = dump.tables as unknown as Version2Tables;

/** Makes a store of version 2 called `name`, which holds `version2Tables`. */
export async function makeVersion2Store(name: string): Promise<void> {
  const database = new Dexie(name);
  schema0001(database);
  schema0002(database);
  await database.open();
  for (const [table, rows] of Object.entries(version2Tables))
    await database.table(table).bulkAdd(rows);
  database.close();
}
