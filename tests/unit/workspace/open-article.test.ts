import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { compareAnnotations } from '../../../src/core/annotation/annotation-index';
import { annotate, deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import type { Article } from '../../../src/core/article';
import { OpenArticle } from '../../../src/renderer/workspace/open-article';
import { buildAnnotation, someTime } from '../../support/builders';
import { addAnnotations } from '../../support/stored-records';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from './test-workspace';

const text = 'The mill at Rimyong met its plan. '.repeat(3_000);

let workspace: TestWorkspace;
let article: Article;
let many: readonly Annotation[];

beforeEach(async () => {
  workspace = await openTestWorkspace();
  article = await showText(workspace, text);
  workspace.screen.getState().article?.close();
  many = await storeMany(12_000);
});

afterEach(() => workspace.database.close());

/** Stores so many annotations, more than two pages, straight in the database: one each eight units, in reading order. */
async function storeMany(count: number): Promise<readonly Annotation[]> {
  const list = Array.from({ length: count }, (_, index) =>
    buildAnnotation({ id: `many-${index}`, text, span: { start: index * 8, end: index * 8 + 4 } }),
  );
  await addAnnotations(workspace.database, list);
  return list;
}

async function openAt(
  offset: number,
  queries: TestWorkspace['queries'] = workspace.queries,
): Promise<OpenArticle> {
  const open = await OpenArticle.open(article, offset, { store: workspace.store, queries });
  if (!open) throw new Error('the article is gone');
  return open;
}

function manyAt(index: number): Annotation {
  const found = many[index];
  if (!found) throw new Error(`no annotation ${index}`);
  return found;
}

async function write(...changes: Parameters<typeof workspace.store.apply>[0][]): Promise<void> {
  for (const change of changes) succeed(await workspace.store.apply(change));
}

describe('an open article', () => {
  it.each([
    { name: 'at the top', offset: 0, first: 0 },
    { name: 'in the middle', offset: 48_000, first: (48_000 - 4_096) / 8 },
  ])('has what is annotated around the place where reading begins: $name', async (given) => {
    const open = await openAt(given.offset);
    // From the page on in which the first of them lies.
    const first = many.findIndex(({ id }) => id === open.index.ordered[0]?.id);
    expect(first).toBeLessThanOrEqual(given.first);
    expect(first).toBeGreaterThan(given.first - 50);
    expect(open.index.ordered).toEqual(many.slice(first, first + open.index.ordered.length));
    expect(open.index.ordered.length).toBeGreaterThan(500);
    open.close();
  });

  it.each([0, 48_000])(
    'has everything in order when it is loaded, opened at %d',
    async (offset) => {
      const open = await openAt(offset);
      open.readRest();
      await open.loaded;
      expect(open.index.ordered).toEqual(many);
      expect(open.index.counts).toEqual({ enterprise: 12_000, claim: 0, date: 0 });
    },
  );

  it('rises in version with each change of its index, and seldom', async () => {
    const open = await openAt(48_000);
    const versions = new Map([[open.version, open.index.ordered.length]]);
    let told = 0;
    open.subscribe(() => {
      told += 1;
      versions.set(open.version, open.index.ordered.length);
    });
    const watch = setInterval(() => {
      expect(open.index.ordered).toHaveLength(versions.get(open.version) ?? -1);
    });
    const began = performance.now();
    open.readRest();
    await open.loaded;
    clearInterval(watch);
    expect(versions.get(open.version)).toBe(many.length);
    expect(told).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / 250));
  });

  it('keeps what is written while it is read, over what was read before', async () => {
    const open = await openAt(48_000);
    const far = manyAt(11_000);
    const near = manyAt(6_000);
    const added = buildAnnotation({ id: 'added', text, span: { start: 50_002, end: 50_006 } });
    open.readRest();
    await write(
      editNote(far, 'ask', someTime),
      deleteAnnotation(near),
      deleteAnnotation(manyAt(2)),
      annotate(added),
      annotate(buildAnnotation({ id: 'gone', text, span: { start: 3, end: 5 } })),
    );
    const [gone] = open.index
      .touching({ start: 4, end: 5 })
      .filter(({ id }) => id.endsWith('gone'));
    await write(deleteAnnotation(gone as Annotation));
    await open.loaded;
    const expected = many
      .filter(({ id }) => id !== near.id && id !== manyAt(2).id && id !== far.id)
      .concat(added, { ...far, note: 'ask' });
    expect(open.index.ordered).toEqual(expected.toSorted(compareAnnotations));
  });

  it('has what is written while it is opened', async () => {
    const { queries } = workspace;
    const near = manyAt(6_000);
    const late: typeof queries = {
      ...queries,
      annotationsNear: async (...asked) => {
        const read = await queries.annotationsNear(...asked);
        await write(deleteAnnotation(near));
        return read;
      },
    };
    const open = await openAt(48_000, late);
    expect(open.index.get(near.id)).toBeUndefined();
    open.readRest();
    await open.loaded;
    expect(open.index.ordered).toEqual(many.filter(({ id }) => id !== near.id));
  });

  it('is none when it is taken away while it is opened', async () => {
    const { queries, store } = workspace;
    const slow: typeof queries = {
      ...queries,
      annotationsNear: async (...asked) => {
        const read = await queries.annotationsNear(...asked);
        await write({
          label: { code: 'remove-article', title: article.title },
          records: [{ table: 'articles', id: article.id, before: article, after: null }],
        });
        return read;
      },
    };
    expect(await OpenArticle.open(article, 0, { store, queries: slow })).toBeNull();
  });

  it.each([
    {
      name: 'closed',
      stop: (open: OpenArticle) => {
        open.close();
        return (): void => undefined;
      },
    },
    { name: 'told to rest', stop: (open: OpenArticle) => open.rest() },
  ])(
    'reads no more when it is $name, until all is waited for or it may go on',
    async ({ stop }) => {
      const { queries } = workspace;
      let begun = 0;
      const counting: typeof queries = {
        ...queries,
        async *annotationPages(...asked) {
          begun += 1;
          yield* queries.annotationPages(...asked);
        },
      };
      const open = await openAt(0, counting);
      const resume = stop(open);
      open.readRest();
      // Reading that had begun would have asked for its first page before this is answered.
      await workspace.queries.countAnnotations(null);
      expect(begun).toBe(0);
      resume();
      await open.loaded;
      expect(open.index.ordered).toEqual(many);
    },
  );

  it('is whole at once when it has few annotations', async () => {
    await workspace.database.annotationPages
      .where(':id')
      .above([article.id, many[500]?.fragments[0].start])
      .delete();
    const open = await openAt(90_000);
    expect(open.isWhole).toBe(true);
    expect(open.index.ordered.length).toBeLessThan(600);
    await open.loaded;
  });
});

describe('what is not written yet', () => {
  const added = buildAnnotation({ id: 'added', text, span: { start: 50_002, end: 50_006 } });

  it('is shown at once, and once', async () => {
    const open = await openAt(48_000);
    const before = open.version;
    const written = workspace.store.applyAtOnce(() => annotate(added));
    expect(open.index.get(added.id)).toBe(added);
    succeed(await written);
    expect(open.index.get(added.id)).toBe(added);
    expect(open.version).toBe(before + 1);
  });

  it('stays as the last edit left it while the ones before are written', async () => {
    const open = await openAt(48_000);
    const seen = new Set<string | undefined>();
    const acts = ['first', 'second', 'third'].map((note) =>
      workspace.store.applyAtOnce((at) =>
        editNote(open.index.get(manyAt(6_000).id) ?? manyAt(6_000), note, at),
      ),
    );
    open.subscribe(() => seen.add(open.index.get(manyAt(6_000).id)?.note));
    workspace.store.onApplied(() => seen.add(open.index.get(manyAt(6_000).id)?.note));
    for (const outcome of await Promise.all(acts)) succeed(outcome);
    expect([...seen]).toEqual(['third']);
  });

  it('goes when it is given up: what is stored is shown', async () => {
    const open = await openAt(48_000);
    const near = manyAt(6_000);
    const outcomes = await Promise.all([
      workspace.store.applyAtOnce(() => annotate(near)),
      workspace.store.applyAtOnce(() => deleteAnnotation(added)),
      workspace.store.applyAtOnce((at) => editNote({ ...near, note: 'never stored' }, 'x', at)),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false]);
    await expect.poll(() => open.index.get(near.id)).toEqual(near);
    expect(open.index.get(added.id)).toBeUndefined();
  });

  it('is taken over when it is written, by an article that was opened meanwhile', async () => {
    const written = workspace.store.applyAtOnce(() => annotate(added));
    const open = await openAt(48_000);
    succeed(await written);
    expect(open.index.ordered.filter(({ id }) => id === added.id)).toEqual([added]);
  });

  /** Keeps the store from writing, until the result is called. */
  function fillDisk(): () => Promise<void> {
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    Object.assign(workspace.database.changes, { add: () => Promise.reject(full) });
    return async () => {
      Reflect.deleteProperty(workspace.database.changes, 'add');
      succeed(await workspace.store.retry());
    };
  }

  it('is shown by an article that is opened while it waits, and stays once it is written', async () => {
    const emptyDisk = fillDisk();
    const near = manyAt(6_000);
    const far = manyAt(11_000);
    await Promise.all([
      workspace.store.applyAtOnce(() => annotate(added)),
      workspace.store.applyAtOnce(() => deleteAnnotation(near)),
      workspace.store.applyAtOnce(() => deleteAnnotation(far)),
    ]);
    const open = await openAt(48_000);
    const expected = many.filter(({ id }) => id !== near.id && id !== far.id).concat(added);
    expect(open.index.get(added.id)).toEqual(added);
    expect(open.index.get(near.id)).toBeUndefined();
    open.readRest();
    await open.loaded;
    expect(open.index.ordered).toEqual(expected.toSorted(compareAnnotations));
    await emptyDisk();
    expect(open.index.ordered).toEqual(expected.toSorted(compareAnnotations));
  });

  it('gives way to what is written while it is given up', async () => {
    const { queries, store } = workspace;
    const near = manyAt(6_000);
    let goOn: () => void = () => undefined;
    const late = new Promise<void>((settle) => {
      goOn = settle;
    });
    const open = await openAt(48_000, {
      ...queries,
      annotations: async (ids) => {
        const read = await queries.annotations(ids);
        await late;
        return read;
      },
    });
    await store.applyAtOnce((at) => editNote({ ...near, note: 'never stored' }, 'x', at));
    succeed(await store.apply(editNote(near, 'stored', someTime)));
    goOn();
    await new Promise((settle) => setTimeout(settle));
    expect(open.index.get(near.id)?.note).toBe('stored');
  });

  it('is shown together when it is much', async () => {
    const open = await openAt(48_000);
    const before = open.version;
    const gone = open.index.ordered.slice(100, 300);
    const records = gone.flatMap((annotation) => deleteAnnotation(annotation).records);
    const kept = open.index.ordered.filter((annotation) => !gone.includes(annotation));
    const written = workspace.store.applyAtOnce(() => ({
      label: { code: 'delete-annotations', count: gone.length },
      records: [...records, ...annotate(added).records],
    }));
    expect(open.index.ordered).toEqual([...kept, added].toSorted(compareAnnotations));
    expect(open.version).toBe(before + 1);
    succeed(await written);
    succeed(await workspace.store.undo());
    expect(open.index.ordered).toEqual([...kept, ...gone].toSorted(compareAnnotations));
  });
});
