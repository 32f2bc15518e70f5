import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotationOfFormerRow } from '../../support/former-stores';
import { readNow } from '../../support/read-now';
import { annotationsIn, articlesIn } from '../../support/stored-records';
import { makeVersion1Store, readRawStore, version1Tables } from '../../support/version-1-store';
import { deleteDatabase, type OpenStore, openStore } from './open-store';

const name = 'component-schema';
const annotationsBefore = version1Tables.annotations.map(annotationOfFormerRow);

let open: OpenStore;

beforeEach(async () => {
  await makeVersion1Store(name);
});

afterEach(async () => {
  open.database.close();
  await deleteDatabase(name);
});

describe('a store of version 1 in the browser', () => {
  it('is upgraded, with every record as it was and the words of its enterprises', async () => {
    expect(await readRawStore(name)).toEqual({
      version: 1,
      annotations: version1Tables.annotations,
    });
    open = await openStore(name);
    const { database, queries } = open;
    expect(database.backendDB().version / 10).toBe(5);
    for (const table of ['texts', 'changes', 'state'] as const)
      expect(await database.table(table).toArray()).toEqual(readNow(table, version1Tables[table]));
    expect(await annotationsIn(database)).toEqual(annotationsBefore);
    expect(await queries.enterpriseWords()).toEqual([
      'Namgang Shipyard',
      'Rimyong Paper Mill',
      '운산채석장',
    ]);
  });

  it('undoes all that was done before, and does it again', async () => {
    open = await openStore(name);
    const { database, queries, store } = open;
    const { undo } = store.state.undoStack;
    await store.goTo(null);
    expect(await queries.listArticles()).toEqual([]);
    expect(await queries.enterpriseWords()).toEqual([]);
    await store.goTo(undo?.groupId ?? null);
    expect(await annotationsIn(database)).toEqual(annotationsBefore);
    expect(await articlesIn(database)).toEqual(version1Tables.articles);
  });

  it('is upgraded while an older window still has it open, which lets go of it', async () => {
    const older = await new Dexie(name).open();
    open = await openStore(name);
    expect(older.isOpen()).toBe(false);
    expect(await annotationsIn(open.database)).toEqual(annotationsBefore);
  });
});
