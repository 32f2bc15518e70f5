import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { compareAnnotations } from '../../src/core/annotation/annotation-index';
import { annotate, deleteAnnotation, editNote } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import { makeId } from '../../src/core/ids';
import {
  type BlockWriting,
  removeStaleBlocks,
  writeBlocks,
} from '../../src/renderer/storage/block-writer';
import { checkDatabase } from '../../src/renderer/storage/check-database';
import { recount } from '../../src/renderer/storage/counts';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { lastSeq } from '../../src/renderer/storage/journal-source';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { annotationOfRow, rowOfAnnotation } from '../../src/renderer/storage/record-rows';
import { Store } from '../../src/renderer/storage/store';
import { buildAnnotation, buildArticle, someArticleId, someTime } from '../support/builders';

const text = 'Kangan '.repeat(5_000);
const article = buildArticle({ textLength: text.length });

let made = 0;
let database: Database;
let queries: Queries;
let store: Store;

async function open(): Promise<void> {
  database = await openDatabase(`blocks-test-${made}`);
  queries = queriesOver(database);
  store = await Store.over({
    database,
    now: () => someTime,
    unique: () => crypto.randomUUID(),
    coder: () => 'Tester',
  });
}

beforeEach(async () => {
  made += 1;
  await open();
});

afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

function tag(index: number): Annotation {
  return buildAnnotation({ id: `${index}`, text, span: { start: index * 7, end: index * 7 + 6 } });
}

function together(changes: readonly Change[]): Change {
  return {
    label: { code: 'delete-annotations', count: changes.length },
    records: changes.flatMap(({ records }) => records),
  };
}

const openArticle: Change = {
  label: { code: 'open-articles', count: 1, title: article.title },
  records: [{ table: 'articles', id: article.id, before: null, after: article }],
};

/** Stores `count` annotations, one at each word from the second, every other word. */
async function storeMany(count: number): Promise<readonly Annotation[]> {
  await store.apply(openArticle);
  const many = Array.from({ length: count }, (_, index) => tag(index * 2 + 1));
  expect(await store.apply(together(many.map(annotate)))).toMatchObject({ ok: true });
  return many;
}

async function stored(): Promise<readonly Annotation[]> {
  return (await database.annotations.toArray()).map(annotationOfRow).toSorted(compareAnnotations);
}

/** Writes what is stored now in blocks of 100. */
async function write(writing: Partial<BlockWriting> = {}): Promise<boolean> {
  return writeBlocks(database, {
    articleId: someArticleId,
    annotations: await stored(),
    seq: await lastSeq(database),
    turn: async () => {},
    size: 100,
    ...writing,
  });
}

async function readPages(size = 100): Promise<readonly (readonly Annotation[])[]> {
  const pages: (readonly Annotation[])[] = [];
  for await (const page of queries.annotationPages(someArticleId, size)) pages.push(page);
  return pages;
}

async function blocksNamed() {
  return (await database.counts.get(someArticleId))?.blocks;
}

/** Makes rows and blocks differ, so that it shows which of them was read. */
async function tamperRow(annotation: Annotation): Promise<void> {
  await database.annotations.put(rowOfAnnotation({ ...annotation, note: 'in the row alone' }));
}

describe('reading by blocks', () => {
  it('reads the blocks and not the rows, page by page', async () => {
    const many = await storeMany(250);
    expect(await write()).toBe(true);
    await database.annotations.clear();
    expect(await readPages()).toEqual([many.slice(0, 100), many.slice(100, 200), many.slice(200)]);
  });

  it('puts several blocks in a page that may be as large', async () => {
    const many = await storeMany(250);
    await write();
    expect(await readPages(2_000)).toEqual([many.slice(0, 200), many.slice(200)]);
  });

  const first = tag(1);
  const inBetween = tag(200);
  const last = tag(499);
  const beforeAll = tag(0);
  const afterAll = tag(600);
  const edits: readonly { readonly name: string; readonly changes: readonly Change[] }[] = [
    { name: 'nothing', changes: [] },
    { name: 'one edited', changes: [editNote(tag(201), 'seen', someTime)] },
    { name: 'the first and the last removed', changes: [first, last].map(deleteAnnotation) },
    { name: 'one added in between', changes: [annotate(inBetween)] },
    { name: 'one before all and one after', changes: [annotate(beforeAll), annotate(afterAll)] },
    {
      name: 'one added and removed again',
      changes: [annotate(inBetween), deleteAnnotation(inBetween)],
    },
    {
      name: 'a whole block removed',
      changes: [
        together(Array.from({ length: 100 }, (_, index) => deleteAnnotation(tag(201 + index * 2)))),
      ],
    },
  ];
  it.each(edits)('gives what is stored after $name', async ({ changes }) => {
    await storeMany(250);
    await write();
    for (const change of changes) expect(await store.apply(change)).toMatchObject({ ok: true });
    expect(await blocksNamed()).toMatchObject({ count: 3 });
    const pages = await readPages();
    expect(pages.flat()).toEqual(await stored());
    expect(pages.every((page) => page.length > 0)).toBe(true);
  });

  it('gives what is stored after undo and redo', async () => {
    await storeMany(250);
    await write();
    await store.apply(deleteAnnotation(first));
    await store.undo();
    expect((await readPages()).flat()).toEqual(await stored());
    await store.redo();
    expect((await readPages()).flat()).toEqual(await stored());
    expect((await blocksNamed())?.touched).toEqual([first.id]);
  });

  const damages: readonly { readonly name: string; readonly damage: () => Promise<unknown> }[] = [
    { name: 'is gone', damage: () => database.blocks.delete([someArticleId, 2, 1]) },
    {
      name: 'cannot be read',
      damage: () =>
        database.blocks.put({ articleId: someArticleId, seq: 2, number: 1, annotations: '[{"id' }),
    },
  ];
  it.each(damages)('goes on with the rows where a block $name', async ({ damage }) => {
    const many = await storeMany(250);
    await write();
    await damage();
    await database.annotations.bulkDelete(many.slice(0, 100).map(({ id }) => id));
    // The first block is there, and all after it comes from the rows.
    expect((await readPages()).flat()).toEqual(many);
  });

  it('goes on with the rows when newer blocks replace those that are read', async () => {
    const many = await storeMany(250);
    await write();
    const pages = queries.annotationPages(someArticleId, 100);
    const read = [...((await pages.next()).value ?? [])];
    await store.apply(deleteAnnotation(last));
    await write();
    for await (const page of pages) read.push(...page);
    expect(read).toEqual(many.slice(0, -1));
  });

  it('shows an article as it was when reading began', async () => {
    const many = await storeMany(250);
    await write();
    const pages = queries.annotationPages(someArticleId, 100);
    const read = [...((await pages.next()).value ?? [])];
    await store.apply(editNote(tag(401), 'seen', someTime));
    for await (const page of pages) read.push(...page);
    expect(read).toEqual(many);
  });
});

describe('blocks of which too much was touched', () => {
  it('are kept up to a thousand annotations, and count for nothing beyond', async () => {
    const many = await storeMany(1_500);
    await write();
    await store.apply(together(many.slice(0, 999).map(deleteAnnotation)));
    await store.apply(deleteAnnotation(many[999] as Annotation));
    expect((await blocksNamed())?.touched).toHaveLength(1_000);
    expect((await readPages()).flat()).toEqual(many.slice(1_000));
    await store.undo();
    expect((await blocksNamed())?.touched).toHaveLength(1_000);
    await store.apply(deleteAnnotation(many[1_200] as Annotation));
    expect(await blocksNamed()).toBeUndefined();
    await removeStaleBlocks(database);
    expect(await database.blocks.count()).toBe(0);
    expect((await readPages()).flat()).toEqual(await stored());
  });
});

describe('writing blocks', () => {
  it('uses transactions that no act waits for, but for one', async () => {
    const seen: (readonly [string, string | undefined])[] = [];
    await storeMany(250);
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      names,
      mode,
      options,
    ) {
      const tables = typeof names === 'string' ? [names] : [...names];
      if (mode === 'readwrite') seen.push([tables.join(' '), options?.durability]);
      return real.call(this, names, mode, options);
    });
    database.close();
    await open();
    seen.length = 0;
    await write();
    expect(seen).toEqual([
      ...Array.from({ length: 3 }, () => ['blocks', 'relaxed']),
      ['changes counts', 'strict'],
    ]);
  });

  it('takes in what was done meanwhile', async () => {
    const many = await storeMany(250);
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
      await store.apply(deleteAnnotation(many[turns * 10] as Annotation));
      await store.apply(annotate(tag(turns * 100)));
    };
    expect(await write({ turn })).toBe(true);
    expect((await blocksNamed())?.touched).toHaveLength(6);
    expect((await readPages()).flat()).toEqual(await stored());
  });

  it('replaces older blocks', async () => {
    const many = await storeMany(250);
    await write();
    await store.apply(deleteAnnotation(many[0] as Annotation));
    expect(await write()).toBe(true);
    expect(await blocksNamed()).toEqual({ seq: 3, count: 3, touched: [] });
    const keys = await database.blocks.toCollection().primaryKeys();
    expect(keys).toEqual([0, 1, 2].map((number) => [someArticleId, 3, number]));
  });

  const removal = async (): Promise<Change> => ({
    label: { code: 'remove-article', title: article.title },
    records: [
      ...together((await stored()).map(deleteAnnotation)).records,
      { table: 'articles', id: article.id, before: article, after: null },
    ],
  });
  const misfits: readonly {
    readonly name: string;
    readonly meanwhile?: () => Promise<unknown>;
    readonly writing?: Partial<BlockWriting>;
  }[] = [
    {
      name: 'too much was touched meanwhile',
      meanwhile: async () => {
        const ones = Array.from({ length: 1_001 }, (_, index) => tag(index * 2));
        await store.apply(together(ones.map(annotate)));
      },
    },
    {
      name: 'the article was removed meanwhile',
      meanwhile: async () => store.apply(await removal()),
    },
    { name: 'it is not all of its annotations', writing: { annotations: [tag(1), tag(3)] } },
    { name: 'the article has none', writing: { articleId: makeId('art', 'other') } },
  ];
  it.each(misfits)('gives up when $name', async ({ meanwhile, writing }) => {
    await storeMany(150);
    let isFirst = true;
    const turn = async (): Promise<void> => {
      if (isFirst) await meanwhile?.();
      isFirst = false;
    };
    expect(await write({ turn, ...writing })).toBe(false);
    expect(await blocksNamed()).toBeUndefined();
    expect(await database.blocks.count()).toBe(0);
    expect((await readPages()).flat()).toEqual(await stored());
  });

  it('leaves the older blocks when it is given up', async () => {
    const many = await storeMany(150);
    await write();
    await store.apply(deleteAnnotation(many[0] as Annotation));
    expect(await write({ annotations: [] })).toBe(false);
    expect(await blocksNamed()).toEqual({ seq: 2, count: 2, touched: [many[0]?.id] });
    expect((await readPages()).flat()).toEqual(many.slice(1));
  });

  it('leaves nothing that counts when it is interrupted', async () => {
    const many = await storeMany(250);
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
      if (turns > 2) throw new Error('interrupted');
    };
    await expect(write({ turn })).rejects.toThrow('interrupted');
    expect(await database.blocks.count()).toBe(2);
    expect((await readPages()).flat()).toEqual(many);
    await removeStaleBlocks(database);
    expect(await database.blocks.count()).toBe(0);
  });
});

describe('blocks of an article that was removed', () => {
  it('go later, and do not come back with it', async () => {
    const many = await storeMany(250);
    await write();
    await store.goTo(null);
    expect(await readPages()).toEqual([]);
    await store.redo();
    await store.redo();
    expect(await blocksNamed()).toBeUndefined();
    expect((await readPages()).flat()).toEqual(many);
    await removeStaleBlocks(database);
    expect(await database.blocks.count()).toBe(0);
  });

  it('count for nothing once all is counted anew', async () => {
    const [one] = await storeMany(250);
    await write();
    await recount(database);
    await tamperRow(one as Annotation);
    expect((await readPages()).flat()[0]).toMatchObject({ note: 'in the row alone' });
  });
});

describe('blocks that are wrong', () => {
  it('count for nothing once an edit is refused because of them, and the rows are read again', async () => {
    const many = await storeMany(5);
    await write();
    const [first] = many as [Annotation];
    const [block] = await database.blocks.toArray();
    const wrong = JSON.stringify([{ ...first, note: 'never written' }, ...many.slice(1)]);
    if (block) await database.blocks.put({ ...block, annotations: wrong });
    const [[read] = []] = await readPages();
    expect(read?.note).toBe('never written');
    const outcome = await store.applyAtOnce((at) => editNote(read as Annotation, 'ask', at));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await readPages()).toEqual([many]);
    expect(await blocksNamed()).toBeUndefined();
    expect((await store.applyAtOnce((at) => editNote(first, 'ask', at))).ok).toBe(true);
  });
});

describe('the check of the store', () => {
  const findings = async (): Promise<readonly string[]> => {
    const report = await checkDatabase(database, () => {});
    return report.findings.map(({ code }) => code).filter((code) => code !== 'text-missing');
  };
  const putBlock = async (annotations: readonly Annotation[], number = 1): Promise<void> => {
    const seq = (await blocksNamed())?.seq ?? 0;
    const row = { articleId: someArticleId, seq, number };
    await database.blocks.put({ ...row, annotations: JSON.stringify(annotations) });
  };
  const cases: readonly {
    readonly name: string;
    readonly harm: (many: readonly Annotation[]) => Promise<unknown>;
    readonly found: readonly string[];
  }[] = [
    { name: 'nothing in sound blocks', harm: async () => {}, found: [] },
    {
      name: 'nothing after edits',
      harm: async (many) => {
        await store.apply(deleteAnnotation(many[3] as Annotation));
        await store.apply(annotate(tag(200)));
        await store.apply(editNote(many[120] as Annotation, 'seen', someTime));
      },
      found: [],
    },
    {
      name: 'nothing where a block is gone, since the rows are read then',
      harm: () => database.blocks.delete([someArticleId, 2, 1]),
      found: [],
    },
    {
      name: 'a row that is another',
      harm: (many) => tamperRow(many[120] as Annotation),
      found: ['blocks-differ'],
    },
    {
      name: 'a block that lacks one',
      harm: (many) => putBlock(many.slice(101, 200)),
      found: ['blocks-differ'],
    },
    {
      name: 'a block with one twice in the place of another',
      harm: (many) => putBlock([...many.slice(100, 199), many[198] as Annotation]),
      found: ['blocks-differ'],
    },
    {
      name: 'a block out of order',
      harm: (many) => putBlock(many.slice(100, 200).toReversed()),
      found: ['blocks-differ'],
    },
    {
      name: 'an annotation that is in no row',
      harm: (many) => putBlock([...many.slice(100, 200), tag(400)]),
      found: ['blocks-differ'],
    },
  ];
  it.each(cases)('finds $name', async ({ harm, found }) => {
    const many = await storeMany(250);
    await write();
    await harm(many);
    expect(await findings()).toEqual(found);
  });
});
