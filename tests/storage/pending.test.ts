import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate, deleteAnnotation, editNote } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import { makeId } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { Store } from '../../src/renderer/storage/store';
import { annotationOf, buildArticle } from '../support/builders';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const article = buildArticle();
const works = annotationOf(text, 'Kangan Steel Works');
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });
const openArticle: Change = {
  label: { code: 'open-articles', count: 1, title: article.title },
  records: [{ table: 'articles', id: article.id, before: null, after: article }],
};

let name = 0;
let database: Database;
let store: Store;
let queries: Queries;
let heard: string[];

/** What a listener hears: `~` pending, `=` written, `x` withdrawn, with the record and whether it is there after. */
function listen(): void {
  heard = [];
  const say = (mark: string, { records }: Change): void => {
    for (const { id, after } of records) heard.push(`${mark} ${after ? '+' : '-'}${nameOf(id)}`);
  };
  store.onPending({
    onPending: (change) => say('~', change),
    onWithdrawn: (change) => say('x', change),
  });
  store.onApplied((entries) => {
    for (const { change } of entries) say('=', change);
  });
}

function nameOf(id: string): string {
  return id === works.id ? 'works' : id === day.id ? 'day' : 'article';
}

async function openStore(): Promise<void> {
  let unique = 0;
  database = await openDatabase(`pending-test-${name}`);
  queries = queriesOver(database);
  store = await Store.over({
    database,
    now: () => '2026-11-22T10:00:00.000Z',
    unique: () => `${performance.now()}-${(unique += 1)}`,
    coder: () => 'Tester',
  });
}

beforeEach(async () => {
  name += 1;
  await openStore();
  await store.apply(openArticle);
  listen();
});

afterEach(() => database.close());

/** Keeps the store from writing, until the result is called. */
function fillDisk(): () => void {
  const add = database.changes.add.bind(database.changes);
  const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
  database.changes.add = () => Promise.reject(full) as never;
  return () => {
    database.changes.add = add;
  };
}

describe('an act made at once', () => {
  it('is told before it is written, and again when it is', async () => {
    const written = store.applyAtOnce(() => annotate(works));
    expect(heard).toEqual(['~ +works']);
    await written;
    expect(heard).toEqual(['~ +works', '= +works']);
  });

  it('may follow another that is not written yet', async () => {
    const acts = [
      store.applyAtOnce(() => annotate(works)),
      store.applyAtOnce((at) => editNote(works, 'ask', at)),
      store.applyAtOnce(() => annotate(day)),
    ];
    expect(heard).toEqual(['~ +works', '~ +works', '~ +day']);
    expect((await Promise.all(acts)).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await queries.annotation(works.id))?.note).toBe('ask');
  });

  it('waits for its turn behind one that is not known yet, and sees what that leaves', async () => {
    let isThere = false;
    const first = store.applyLatest(async () => annotate(works));
    const second = store.applyAtOnce((at) => {
      isThere = heard.includes('= +works');
      return editNote(works, 'ask', at);
    });
    expect(heard).toEqual([]);
    await Promise.all([first, second]);
    expect(isThere).toBe(true);
    expect(heard).toEqual(['= +works', '= +works']);
  });

  it('is told at once again when what was not known has been written, given up, or was nothing', async () => {
    await store.applyLatest(async () => annotate(works));
    await store.applyLatest(async () => deleteAnnotation(day));
    await store.applyLatest(async () => null);
    const before = heard.length;
    const written = store.applyAtOnce(() => annotate(day));
    expect(heard.slice(before)).toEqual(['~ +day']);
    await written;
  });

  it('changes nothing for null', async () => {
    expect(await store.applyAtOnce(() => null)).toEqual({ ok: true, value: [] });
    expect(heard).toEqual([]);
  });

  it('is withdrawn when it is given up, and told to be', async () => {
    const outcome = await store.applyAtOnce(() => deleteAnnotation(works));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(heard).toEqual(['~ -works', 'x -works']);
  });

  it('is given up when its article has gone', async () => {
    const acts = [store.undo(), store.applyAtOnce(() => annotate(works), article.id)];
    const [, outcome] = await Promise.all(acts);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(heard).toEqual(['~ -article', '~ +works', '= -article', 'x +works']);
    expect(await queries.annotation(works.id)).toBeNull();
  });

  it('is told to whoever begins to listen before it is written or given up, in order', async () => {
    const acts = [
      store.applyAtOnce(() => annotate(works)),
      store.applyAtOnce(() => deleteAnnotation(day)),
      store.applyAtOnce((at) => editNote(works, 'ask', at)),
    ];
    listen();
    expect(heard).toEqual(['~ +works', '~ -day', '~ +works']);
    await Promise.all(acts);
    listen();
    expect(heard).toEqual([]);
  });

  it('stays pending while it cannot be saved, and is written by retry', async () => {
    const emptyDisk = fillDisk();
    await store.applyAtOnce(() => annotate(works));
    await store.applyAtOnce(() => annotate(day));
    expect(heard).toEqual(['~ +works', '~ +day']);
    expect(store.state.status).toMatchObject({ state: 'failed', unsaved: 2 });
    emptyDisk();
    await store.retry();
    expect(heard).toEqual(['~ +works', '~ +day', '= +works', '= +day']);
  });

  it('waits behind one that was not known and cannot be saved', async () => {
    const emptyDisk = fillDisk();
    await store.applyLatest(async () => annotate(works));
    await store.applyAtOnce((at) => editNote(works, 'ask', at));
    expect(heard).toEqual([]);
    emptyDisk();
    await store.retry();
    expect(heard).toEqual(['= +works', '= +works']);
  });

  it('waits while a group is not whole', async () => {
    const groupId = makeId('grp', 'parts');
    const part = store.applyPart({ groupId, build: async () => annotate(works), isLast: true });
    const act = store.applyAtOnce(() => annotate(day));
    expect(heard).toEqual([]);
    await Promise.all([part, act]);
    expect(heard).toEqual(['= +works', '= +day']);
  });
});

describe('undo and redo', () => {
  it.each([
    {
      name: 'an act of this start',
      act: () => store.undo(),
      expected: ['~ -works', '= -works'],
    },
    {
      name: 'what was undone',
      prepare: () => store.undo(),
      act: () => store.redo(),
      expected: ['~ +works', '= +works'],
    },
    {
      name: 'an act of an earlier start',
      prepare: async () => {
        database.close();
        await openStore();
        listen();
      },
      act: () => store.undo(),
      expected: ['= -works'],
    },
  ])('of $name: $expected', async ({ prepare, act, expected }) => {
    await store.applyAtOnce(() => annotate(works));
    await prepare?.();
    heard = [];
    const done = act();
    expect(heard).toEqual(expected.filter((line) => line.startsWith('~')));
    await done;
    expect(heard).toEqual(expected);
    expect(Boolean(await queries.annotation(works.id))).toBe(expected.at(-1)?.includes('+'));
  });

  it('wait for acts that are not written yet', async () => {
    const acts = [store.applyAtOnce(() => annotate(works)), store.undo(), store.undo()];
    expect(heard).toEqual(['~ +works']);
    await Promise.all(acts);
    expect(heard).toEqual(['~ +works', '= +works', '= -works', '= -article']);
  });

  it('tell of nothing when there is nothing', async () => {
    await store.undo();
    heard = [];
    await store.undo();
    expect(heard).toEqual([]);
  });
});
