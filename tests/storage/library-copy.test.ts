import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../src/core/annotation/edits';
import { compareArticles } from '../../src/core/article';
import type { Change } from '../../src/core/change';
import { makeId } from '../../src/core/ids';
import { checkDatabase } from '../../src/renderer/storage/check-database';
import { isLibraryCopySound } from '../../src/renderer/storage/check-library-copy';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { lastSeq } from '../../src/renderer/storage/journal-source';
import {
  articlesInPage,
  pagesOf,
  readLibraryCopy,
  seqOfLibraryCopy,
  writeLibraryCopy,
} from '../../src/renderer/storage/library-copy';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { Store } from '../../src/renderer/storage/store';
import { readLibrary, readLibraryRows } from '../../src/renderer/storage/stored-library';
import { Library } from '../../src/renderer/workspace/library';
import { buildAnnotation, buildArticle, someTime } from '../support/builders';
import { listedBy } from '../unit/workspace/listed-by';
import { anyAct, RandomStore } from './random-acts';

const text = 'The mine met its plan. '.repeat(20);

let made = 0;
let database: Database;
let queries: Queries;
let store: Store;

beforeEach(async () => {
  made += 1;
  database = await openDatabase(`library-copy-${made}`);
  queries = queriesOver(database);
  store = await Store.over({
    database,
    now: () => someTime,
    unique: () => crypto.randomUUID(),
    coder: () => 'Tester',
  });
});

afterEach(() => database.close());

const articleOf = (index: number) =>
  buildArticle({
    id: makeId('art', String(index).padStart(5, '0')),
    title: `Report ${(index * 7_919) % 10_007}`,
    ...(index % 3 > 0 && {
      published: { date: `2024-0${1 + (index % 9)}-11`, basis: 'header' as const },
    }),
  });

function opening(from: number, to: number): Change {
  const articles = Array.from({ length: to - from }, (_, index) => articleOf(from + index));
  return {
    label: { code: 'open-articles', count: articles.length, title: '' },
    records: articles.map((after) => ({ table: 'articles', id: after.id, before: null, after })),
  };
}

let tagged = 0;
function tagging(article: number): Change {
  tagged += 1;
  const span = { start: tagged % 100, end: (tagged % 100) + 3 };
  return annotate(
    buildAnnotation({ id: `${tagged}`, articleId: articleOf(article).id, text, span }),
  );
}

async function apply(change: Change): Promise<void> {
  expect(await store.apply(change)).toMatchObject({ ok: true });
}

/** Writes the library as it is stored now, as the keeper does. */
async function writeCopy(of: Database): Promise<void> {
  const { articles, counts, seq } = await readLibraryRows(of);
  await writeLibraryCopy(of, seq, [
    ...pagesOf({ articles: articles.toSorted(compareArticles), counts }),
  ]);
}

/** What a library lists that is read now. */
async function listedNow(of: Database, over: Store) {
  const library = new Library({ store: over, stored: () => readLibrary(of) });
  await library.read();
  library.close();
  expect(library.failure).toBeNull();
  return listedBy(library);
}

describe('a library that is read from its copy', () => {
  const cases: readonly {
    readonly name: string;
    readonly since: () => Promise<unknown>;
    /** Whether the copy is read, and not the rows. */
    readonly isRead: boolean;
  }[] = [
    { name: 'nothing has come since', since: async () => {}, isRead: true },
    {
      name: 'articles and annotations have come and gone since',
      since: async () => {
        await apply(opening(30, 40));
        await apply(tagging(2));
        await apply(tagging(35));
        await store.undo();
        const article = articleOf(5);
        await apply({
          label: { code: 'remove-article', title: article.title },
          records: [{ table: 'articles', id: article.id, before: article, after: null }],
        });
      },
      isRead: true,
    },
    {
      name: 'an import in parts is half done',
      since: async () => {
        const groupId = makeId('grp', 'import');
        const build = async () => ({ ...tagging(50), label: importLabel });
        await store.applyPart({ groupId, isLast: false, build });
      },
      isRead: true,
    },
    {
      name: 'an import in parts was taken back',
      since: async () => {
        const groupId = makeId('grp', 'import');
        const build = async () => ({ ...tagging(50), label: importLabel });
        await store.applyPart({ groupId, isLast: false, build });
        await store.withdrawGroup();
      },
      isRead: true,
    },
    {
      name: 'too many acts have come since',
      since: async () => {
        for (let act = 0; act < 501; act += 1) await store.apply(tagging(act % 30));
      },
      isRead: false,
    },
    {
      name: 'a page is damaged',
      since: () => harmPage((listed) => listed.slice(0, -20)),
      isRead: false,
    },
    { name: 'a page is no page', since: () => harmPage(() => '{"articles":3}'), isRead: false },
    {
      name: 'a page is not there',
      since: async () => {
        await apply(opening(100, 100 + articlesInPage));
        await writeCopy(database);
        const seq = await lastSeq(database);
        await database.libraryPages.delete([seq, 0]);
      },
      isRead: false,
    },
    {
      name: 'an article has gone that no act has removed',
      since: () => database.articles.delete(articleOf(7).id),
      isRead: false,
    },
    {
      name: 'the log has a gap',
      since: async () => {
        await apply(tagging(1));
        await apply(tagging(2));
        await database.changes.delete((await lastSeq(database)) - 1);
      },
      isRead: false,
    },
    {
      name: 'a record was not as memory has it',
      since: async () => {
        const article = articleOf(3);
        const after = { ...article, title: 'Another' };
        const before = { ...article, title: 'Not so' };
        await store.apply({
          label: { code: 'edit-article', title: '' } as never,
          records: [{ table: 'articles', id: article.id, before, after }],
        });
      },
      isRead: false,
    },
  ];
  const importLabel = { code: 'import', count: 1, articles: 0, fileName: 'a.json' } as const;

  async function harmPage(harm: (listed: string) => string): Promise<void> {
    const [page] = await database.libraryPages.toArray();
    if (!page) throw new Error('there is no page');
    await database.libraryPages.put({ ...page, listed: harm(page.listed) });
  }

  it.each(cases)('is what is stored when $name', async ({ since, isRead }) => {
    await apply(opening(0, 30));
    for (const article of [1, 1, 2, 9]) await apply(tagging(article));
    await writeCopy(database);
    await since();
    expect((await readLibraryCopy(database)) !== null).toBe(isRead);
    expect(await listedNow(database, store)).toEqual(await queries.listArticles());
  });

  it('has as many pages as it needs, in the order of the library', async () => {
    await apply(opening(0, 2 * articlesInPage + 1));
    expect(await readLibraryCopy(database)).toBeNull();
    await writeCopy(database);
    expect(await database.libraryPages.count()).toBe(3);
    const copy = await readLibraryCopy(database);
    expect(copy?.articles).toEqual((await queries.listArticles()).map(({ article }) => article));
  });

  it('has the one copy that was written last', async () => {
    await apply(opening(0, 30));
    await writeCopy(database);
    await apply(tagging(4));
    await writeCopy(database);
    expect(await database.libraryPages.count()).toBe(1);
    expect(await seqOfLibraryCopy(database)).toBe(2);
    expect((await readLibraryCopy(database))?.since).toEqual([]);
  });

  it('knows annotations whose article is still to come', async () => {
    const groupId = makeId('grp', 'import');
    await apply(opening(0, 3));
    const build = async () => ({ ...tagging(50), label: importLabel });
    await store.applyPart({ groupId, isLast: false, build });
    await writeCopy(database);
    const last = async () => ({ ...opening(50, 51), label: importLabel });
    await store.applyPart({ groupId, isLast: true, build: last });
    expect(await readLibraryCopy(database)).not.toBeNull();
    expect(await listedNow(database, store)).toEqual(await queries.listArticles());
  });
});

describe('whatever is done before and after a copy is written', () => {
  let stores = 0;

  it('the library that is read is what is stored, and the copy is sound', async () => {
    let copiesRead = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { maxLength: 25 }),
        fc.array(anyAct, { maxLength: 15 }),
        async (before, since) => {
          const random = await RandomStore.open(`library-copy-property-${(stores += 1)}`);
          const { database: of, store: over } = random;
          try {
            await random.do({ act: 'open', article: 0 });
            for (const act of before) await random.do(act);
            await writeCopy(of);
            for (const act of since) await random.do(act);
            // None is left once an act was refused.
            if (await readLibraryCopy(of)) copiesRead += 1;
            expect(await listedNow(of, over)).toEqual(await queriesOver(of).listArticles());
            expect(await isLibraryCopySound(of)).toBe(true);
          } finally {
            of.close();
          }
        },
      ),
      { numRuns: 80 },
    );
    expect(copiesRead).toBeGreaterThan(20);
  });
});

describe('the check of the store', () => {
  async function findings(): Promise<readonly string[]> {
    const report = await checkDatabase(database, () => undefined);
    return report.findings.map(({ code }) => code).filter((code) => code !== 'text-missing');
  }

  const { id } = articleOf(7);
  const cases: readonly {
    readonly name: string;
    readonly harm: () => Promise<unknown>;
    readonly found: readonly string[];
  }[] = [
    { name: 'nothing in a sound copy', harm: async () => {}, found: [] },
    { name: 'nothing after an edit', harm: () => apply(tagging(7)), found: [] },
    {
      name: 'an article that is another',
      harm: () => database.articles.update(id, { title: 'Another' }),
      found: ['library-differs'],
    },
    {
      name: 'counts that are others',
      harm: () => database.counts.put({ articleId: id, enterprise: 3, claim: 0, date: 0 }),
      found: ['counts-differ', 'library-differs'],
    },
  ];
  it.each(cases)('finds $name', async ({ harm, found }) => {
    await apply(opening(0, 30));
    await writeCopy(database);
    await harm();
    expect(await findings()).toEqual(found);
  });
});
