import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate, deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import type { Article } from '../../../src/core/article';
import type { Change } from '../../../src/core/change';
import { makeId } from '../../../src/core/ids';
import { queriesOver } from '../../../src/renderer/storage/queries';
import { readLibrary } from '../../../src/renderer/storage/stored-library';
import { changeKind } from '../../../src/renderer/workspace/actions/annotations';
import {
  editArticle,
  removeArticle,
  setArticleNote,
} from '../../../src/renderer/workspace/actions/library/articles';
import { Library } from '../../../src/renderer/workspace/library';
import { anyAct, RandomStore } from '../../storage/random-acts';
import { annotationOf, buildArticle, someTime } from '../../support/builders';
import { listedBy } from './listed-by';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from './test-workspace';

const text = 'The Rimyong Paper Mill on the Nam\nriver met its plan on 5 May 2024.';
const inSteel = annotationOf(text, 'Rimyong Paper Mill');
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });

function report(name: string, date: string | null = null): Article {
  const published = date === null ? {} : { published: { date, basis: 'header' as const } };
  return buildArticle({ id: makeId('art', name), title: `Report ${name}`, ...published });
}

const early = report('early', '2024-01-05');
const late = report('late', '2024-07-01');
const undated = report('undated');

function bring(...articles: readonly Article[]): Change {
  return {
    label: { code: 'open-articles', count: articles.length, title: articles[0]?.title ?? '' },
    records: articles.map((after) => ({ table: 'articles', id: after.id, before: null, after })),
  };
}

let workspace: TestWorkspace;
let library: Library;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  library = workspace.library;
});

afterEach(() => {
  library.close();
  workspace.database.close();
});

async function store(change: Change): Promise<void> {
  succeed(await workspace.store.apply(change));
}

const titles = () => library.articles.map(({ title }) => title);

describe('a library', () => {
  it('has nothing before it is read, and says so', async () => {
    await store(bring(early));
    expect(library.articles).toEqual([]);
    expect(library.isWhole).toBe(false);
    expect(library.article(early.id)).toBeUndefined();
    expect(library.countsOf(early.id)).toBeUndefined();
    await library.read();
    expect(library.isWhole).toBe(true);
    expect(library.article(early.id)).toEqual(early);
    expect(library.countsOf(early.id)).toEqual({ enterprise: 0, claim: 0, date: 0 });
  });

  it('lists the newest first and the undated last', async () => {
    await store(bring(undated, early, late));
    await library.read();
    expect(titles()).toEqual(['Report late', 'Report early', 'Report undated']);
  });

  it('reads more than one page', async () => {
    const many = Array.from({ length: 2_500 }, (_, number) => report(`${number}`));
    await workspace.database.articles.bulkAdd(
      many.map((article, number) => ({
        ...article,
        counts: { enterprise: number, claim: 0, date: 1, annotations: number + 1 },
      })),
    );
    await library.read();
    expect(listedBy(library)).toEqual(await workspace.queries.listArticles());
    expect(library.annotationCount(null)).toBe((2_499 * 2_500) / 2 + 2_500);
    expect(library.annotationCount(makeId('art', '7'))).toBe(8);
  });

  it('tells what reading failed with', async () => {
    let told = 0;
    library.subscribe(() => (told += 1));
    workspace.database.close();
    await library.read();
    expect(library.failure).toMatchObject({ name: 'DatabaseClosedError' });
    expect(library.isWhole).toBe(false);
    expect(told).toBe(1);
  });

  it('takes nothing over once it is closed', async () => {
    await store(bring(early));
    await library.read();
    library.close();
    await store(bring(late));
    expect(titles()).toEqual(['Report early']);
  });

  it('stays empty when it is closed while it is read', async () => {
    await store(bring(early));
    const reading = library.read();
    library.close();
    await reading;
    expect(library.articles).toEqual([]);
  });
});

describe('what is written afterwards', () => {
  const steel = buildArticle().id;
  const cases: readonly {
    readonly name: string;
    readonly act: () => Promise<unknown>;
    /** What is another after it. */
    readonly list: boolean;
    readonly counts: boolean;
    readonly statuses: boolean;
  }[] = [
    {
      name: 'a first annotation',
      act: () => store(annotate({ ...day, articleId: late.id })),
      list: false,
      counts: false,
      statuses: true,
    },
    {
      name: 'a further annotation',
      act: () => store(annotate(day)),
      list: false,
      counts: true,
      statuses: false,
    },
    {
      name: 'the last annotation deleted',
      act: () => store(deleteAnnotation(inSteel)),
      list: false,
      counts: true,
      statuses: true,
    },
    {
      name: 'another kind',
      act: () => changeKind(workspace, inSteel.id, 'claim'),
      list: false,
      counts: true,
      statuses: false,
    },
    {
      name: 'a note on an annotation',
      act: () => store(editNote(inSteel, 'ask', someTime)),
      list: false,
      counts: false,
      statuses: false,
    },
    {
      name: 'a note on an article',
      act: () => setArticleNote(workspace, late.id, 'ask'),
      list: true,
      counts: false,
      statuses: false,
    },
    {
      name: 'another day, and so another place',
      act: () =>
        editArticle(workspace, late.id, { published: { date: '2023-01-01', basis: 'user' } }),
      list: true,
      counts: false,
      statuses: false,
    },
    {
      name: 'an article removed with its annotations',
      act: () => removeArticle(workspace, steel),
      list: true,
      counts: true,
      statuses: false,
    },
    {
      name: 'articles opened, more than are placed one by one',
      act: () => store(bring(...Array.from({ length: 300 }, (_, at) => report(`new ${at}`)))),
      list: true,
      counts: false,
      statuses: false,
    },
  ];

  beforeEach(async () => {
    await showText(workspace, text, [inSteel]);
    await store(bring(undated, early, late));
    await library.read();
  });

  describe.each(cases)('$name', ({ act, list, counts, statuses }) => {
    it('is taken over, back and forth', async () => {
      const { queries, store: written } = workspace;
      await act();
      expect(listedBy(library)).toEqual(await queries.listArticles());
      succeed(await written.undo());
      expect(listedBy(library)).toEqual(await queries.listArticles());
      succeed(await written.redo());
      expect(listedBy(library)).toEqual(await queries.listArticles());
    });

    it('makes only that another which is', async () => {
      const before = {
        list: library.articles,
        counts: library.countsOf(steel),
        statuses: library.statusVersion,
      };
      await act();
      expect({
        list: library.articles !== before.list,
        counts: library.countsOf(steel) !== before.counts,
        statuses: library.statusVersion !== before.statuses,
      }).toEqual({ list, counts, statuses });
    });
  });

  it('tells nobody of an edit that changes neither list nor numbers', async () => {
    let told = 0;
    library.subscribe(() => (told += 1));
    await store(editNote(inSteel, 'ask', someTime));
    expect(told).toBe(0);
    await store(deleteAnnotation({ ...inSteel, note: 'ask' }));
    expect(told).toBe(1);
  });

  it('counts anew what all articles have together', async () => {
    expect(library.annotationCount(null)).toBe(1);
    await store(annotate(day));
    expect(library.annotationCount(null)).toBe(2);
  });
});

describe('an act while the store is read', () => {
  beforeEach(() => store(bring(early)));

  /** A library that is read while `during` is done: before what it reads, or after. */
  async function readAround(
    when: 'before' | 'after',
    during: () => Promise<unknown>,
  ): Promise<void> {
    const { database } = workspace;
    library = new Library({
      store: workspace.store,
      stored: async () => {
        if (when === 'before') await during();
        const stored = await readLibrary(database);
        if (when === 'after') await during();
        return stored;
      },
    });
    await library.read();
  }

  const acts: readonly { readonly name: string; readonly act: () => Promise<unknown> }[] = [
    { name: 'an article comes', act: () => store(bring(late)) },
    { name: 'an article goes', act: () => removeArticle(workspace, early.id) },
    {
      name: 'a fact is another',
      act: () => editArticle(workspace, early.id, { title: 'Another title' }),
    },
    {
      name: 'an annotation comes, and another comes and goes',
      act: async () => {
        await store(annotate({ ...day, articleId: early.id }));
        await store(annotate({ ...inSteel, articleId: early.id }));
        succeed(await workspace.store.undo());
      },
    },
  ];
  it.each(
    acts.flatMap(({ name, act }) => [
      { name, act, when: 'before' as const },
      { name, act, when: 'after' as const },
    ]),
  )('is taken over once: $name ($when)', async ({ act, when }) => {
    await readAround(when, act);
    expect(listedBy(library)).toEqual(await workspace.queries.listArticles());
  });
});

describe('whatever is done', () => {
  let made = 0;

  it('the library is what the store lists, groups and their withdrawal included', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { maxLength: 30 }),
        fc.nat({ max: 30 }),
        async (acts, at) => {
          made += 1;
          const random = await RandomStore.open(`library-test-${made}`);
          const { database, store: written } = random;
          const following = new Library({ store: written, stored: () => readLibrary(database) });
          try {
            let reading: Promise<void> | null = null;
            for (const [index, act] of acts.entries()) {
              if (index === at) reading = following.read();
              await random.do(act);
            }
            await (reading ?? following.read());
            expect(listedBy(following)).toEqual(await queriesOver(database).listArticles());
          } finally {
            following.close();
            database.close();
          }
        },
      ),
      { numRuns: 60 },
    ));
});
