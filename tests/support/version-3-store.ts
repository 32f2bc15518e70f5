import { Dexie } from 'dexie';
import type { Article } from '../../src/core/article';
import type { ChangeEntry } from '../../src/core/change';
import type {
  AnnotationRow,
  BlockRow,
  CountsRow,
  StateRow,
  TextRow,
} from '../../src/renderer/storage/db';
import { schema0001 } from '../../src/renderer/storage/schema/0001';
import { schema0002 } from '../../src/renderer/storage/schema/0002';
import { schema0003 } from '../../src/renderer/storage/schema/0003';
import dump from '../fixtures/store-version-3.json';

/** All tables of a store that the program wrote while version 3 was the latest. */
export interface Version3Tables {
  readonly articles: readonly Article[];
  readonly texts: readonly TextRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly changes: readonly ChangeEntry[];
  readonly counts: readonly CountsRow[];
  readonly blocks: readonly BlockRow[];
  readonly state: readonly StateRow[];
}

/**
 * What such a store held: an article, annotations of each kind in rows and in a block, one of them touched since, and a
 * history whose last step was undone.
 */
export const version3Tables = dump.tables as unknown as Version3Tables;

/** Makes a store of version 3 called `name`, which holds `version3Tables`. */
export async function makeVersion3Store(name: string): Promise<void> {
  const database = new Dexie(name);
  schema0001(database);
  schema0002(database);
  schema0003(database);
  await database.open();
  for (const [table, rows] of Object.entries(version3Tables))
    await database.table(table).bulkAdd(rows);
  database.close();
}
