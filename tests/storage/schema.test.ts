import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Annotation, emptyBody, type Fragments } from '../../src/core/annotation/annotation';
import { annotate, deleteAnnotation, editBody } from '../../src/core/annotation/edits';
import { reshape } from '../../src/core/annotation/reshape';
import type { Change } from '../../src/core/change';
import { makeId } from '../../src/core/ids';
import { rowOfPage } from '../../src/renderer/storage/annotation-page';
import { checkDatabase } from '../../src/renderer/storage/check-database';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { Store } from '../../src/renderer/storage/store';
import { annotationOf, buildAnnotation, someTime } from '../support/builders';
import { annotationOfFormerRow, type FormerTables } from '../support/former-stores';
import { readNow } from '../support/read-now';
import { annotationsIn, articlesIn, countsIn } from '../support/stored-records';
import { makeVersion1Store, readRawStore, version1Tables } from '../support/version-1-store';
import { makeVersion2Store, version2Tables } from '../support/version-2-store';
import { makeVersion3Store, version3Tables } from '../support/version-3-store';

let count = 0;
let name: string;
let database: Database;
let queries: Queries;
let store: Store;

async function open(): Promise<void> {
  database = await openDatabase(name);
  queries = queriesOver(database);
  let unique = 0;
  store = await Store.over({
    database,
    now: () => someTime,
    unique: () => `later-${(unique += 1)}`,
    coder: () => 'Tester',
  });
}

beforeEach(() => {
  count += 1;
  name = `schema-test-${count}`;
});

afterEach(() => database.close());

const annotationsBefore = version1Tables.annotations.map(annotationOfFormerRow);
const wordsBefore = ['Namgang Shipyard', 'Rimyong Paper Mill', '운산채석장'];

async function records(): Promise<unknown> {
  return Promise.all([articlesIn(database), annotationsIn(database), countsIn(database)]);
}

/** Expects everything that a store of a former version held, but for its copies. */
async function expectAllOf(tables: FormerTables): Promise<void> {
  for (const table of ['texts', 'changes', 'state'] as const)
    expect(await database.table(table).toArray()).toEqual(readNow(table, tables[table]));
  expect(await articlesIn(database)).toEqual(tables.articles);
  expect(await annotationsIn(database)).toEqual(tables.annotations.map(annotationOfFormerRow));
  expect(await countsIn(database)).toMatchObject(
    tables.counts
      .filter(({ enterprise, claim, date }) => enterprise + claim + date > 0)
      .map(({ articleId, enterprise, claim, date }) => ({ articleId, enterprise, claim, date })),
  );
  expect((await checkDatabase(database, () => {})).findings).toEqual([]);
}

describe('a store of version 1', () => {
  beforeEach(() => makeVersion1Store(name));

  it('knows no words of enterprises before it is opened', async () => {
    expect(await readRawStore(name)).toEqual({
      version: 1,
      annotations: version1Tables.annotations,
    });
    await open();
  });

  it('becomes one of the latest version, once', async () => {
    await open();
    expect(database.backendDB().version / 10).toBe(5);
    expect(database.tables.map((table) => table.name).toSorted()).toEqual([
      'annotationPages',
      'articles',
      'changes',
      'state',
      'texts',
    ]);
    const pages = await database.annotationPages.toArray();
    database.close();
    await open();
    expect(await database.annotationPages.toArray()).toEqual(pages);
  });

  it('keeps all that it holds', async () => {
    await open();
    await expectAllOf(version1Tables);
    const ids = annotationsBefore.map(({ id }) => id);
    expect(await queries.annotations(ids)).toEqual(annotationsBefore);
  });

  it('finds the words of its enterprises, and the names given to them', async () => {
    await open();
    expect(await queries.enterpriseWords()).toEqual(wordsBefore);
    expect(await queries.enterpriseNames()).toEqual(['Namgang Shipyard Complex']);
  });

  it('undoes and does again what was done while it was of version 1', async () => {
    await open();
    const opened = await records();
    await store.undo();
    expect((await queries.listArticles()).map(({ article }) => article.title)).toContain('weather');
    await store.redo();
    expect(await records()).toEqual(opened);
    await store.redo();
    expect(await queries.enterpriseWords()).toEqual([...wordsBefore, '새 기계'].toSorted());
    const { undo } = store.state.undoStack;
    const later = await records();
    await store.goTo(null);
    expect(await annotationsIn(database)).toEqual([]);
    expect(await queries.enterpriseWords()).toEqual([]);
    await store.goTo(undo?.groupId ?? null);
    expect(await records()).toEqual(later);
  });

  it('stays as it was when it cannot be upgraded to the end', async () => {
    const { quote: _quote, ...broken } = version1Tables.annotations.at(-1) ?? {};
    const annotations = [...version1Tables.annotations.slice(0, -1), broken];
    name = `${name}-broken`;
    await makeVersion1Store(name, {
      ...version1Tables,
      annotations: annotations as unknown as typeof version1Tables.annotations,
    });
    await expect(openDatabase(name)).rejects.toThrow();
    expect(await readRawStore(name)).toEqual({ version: 1, annotations });
  });
});

describe.each([
  { version: 2, make: makeVersion2Store, tables: version2Tables },
  { version: 3, make: makeVersion3Store, tables: version3Tables },
])('a store of version $version', ({ version, make, tables }) => {
  beforeEach(async () => {
    await make(name);
    expect(await readRawStore(name)).toMatchObject({ version });
    await open();
  });

  it('becomes one of the latest version, with all that it holds', async () => {
    expect(database.backendDB().version / 10).toBe(5);
    await expectAllOf(tables);
  });

  it('does again and undoes what was done while it was of that version', async () => {
    const { undo } = store.state.undoStack;
    const opened = await records();
    await store.redo();
    await store.goTo(null);
    expect(await annotationsIn(database)).toEqual([]);
    await store.goTo(undo?.groupId ?? null);
    expect(await records()).toEqual(opened);
  });
});

it('fills in the words of thousands of annotations, also of the last', async () => {
  const [first] = version1Tables.annotations.filter(({ body }) => body.kind === 'enterprise');
  if (!first) throw new Error('the fixture holds no enterprise');
  const numbers = Array.from({ length: 4_001 }, (_, number) => String(number).padStart(4, '0'));
  const annotations = numbers.map((number) => ({
    ...first,
    id: makeId('ann', number),
    quote: { ...first.quote, exact: `Mine No. ${number}` },
  }));
  await makeVersion1Store(name, { ...version1Tables, annotations });
  await open();
  expect(await queries.enterpriseWords()).toEqual(numbers.map((number) => `Mine No. ${number}`));
});

describe('the words of enterprises', () => {
  const text = 'The Unsan Quarry and the Unsan Quarry Works met the plan.';
  const quarry = annotationOf(text, 'Unsan Quarry');
  const twin = { ...quarry, id: makeId('ann', 'twin'), articleId: makeId('art', 'elsewhere') };
  const works = annotationOf(text, 'Unsan Quarry Works');
  const fragments: Fragments = [...quarry.fragments, { start: 47, end: 55 }];
  const reshaped = reshape(quarry, { text, fragments, code: 'add-fragment', at: someTime });
  if (!reshaped) throw new Error('the fragments are those of before');

  const cases: readonly {
    readonly name: string;
    readonly changes: readonly Change[];
    readonly words: readonly string[];
  }[] = [
    { name: 'none while nothing is tagged', changes: [], words: [] },
    {
      name: 'of all articles, once, in order',
      changes: [annotate(works), annotate(quarry), annotate(twin)],
      words: ['Unsan Quarry', 'Unsan Quarry Works'],
    },
    {
      name: 'still there as long as one of them is',
      changes: [annotate(quarry), annotate(twin), deleteAnnotation(quarry)],
      words: ['Unsan Quarry'],
    },
    {
      name: 'gone with the last of them',
      changes: [annotate(quarry), deleteAnnotation(quarry)],
      words: [],
    },
    {
      name: 'gone when it becomes a claim',
      changes: [annotate(quarry), editBody(quarry, emptyBody('claim'), someTime)],
      words: [],
    },
    {
      name: 'gone when it gets another fragment',
      changes: [annotate(quarry), reshaped],
      words: [],
    },
  ];
  it.each(cases)('are $name', async ({ changes, words }) => {
    await open();
    for (const change of changes) expect(await store.apply(change)).toMatchObject({ ok: true });
    expect(await queries.enterpriseWords()).toEqual(words);
  });
});

describe('the words of an annotation', () => {
  const text = `${'가'.repeat(199)}😀나`;
  const enterprise = (start: number, end: number): Annotation =>
    buildAnnotation({ text, span: { start, end } });
  const whole = enterprise(0, 2);

  beforeEach(open);

  const cases: readonly {
    readonly name: string;
    readonly annotation: Annotation;
    readonly words: string | null;
  }[] = [
    { name: 'an enterprise', annotation: whole, words: '가가' },
    {
      name: 'one with a name of its own',
      annotation: { ...whole, body: { kind: 'enterprise', name: '나' } },
      words: '가가',
    },
    { name: 'words of 200 units', annotation: enterprise(1, 201), words: text.slice(1, 201) },
    { name: 'words of 201 units', annotation: enterprise(0, 201), words: null },
    {
      name: 'two fragments',
      annotation: {
        ...whole,
        fragments: [
          { start: 0, end: 1 },
          { start: 2, end: 3 },
        ],
      },
      words: null,
    },
    { name: 'a claim', annotation: { ...whole, body: emptyBody('claim') }, words: null },
    { name: 'a date', annotation: { ...whole, body: emptyBody('date') }, words: null },
  ];
  it.each(cases)('of $name', ({ annotation, words }) => {
    expect(
      rowOfPage({ articleId: annotation.articleId, from: 0, annotations: [annotation] }).words,
    ).toEqual(words === null ? [] : [words]);
  });
});
