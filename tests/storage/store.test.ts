import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate, deleteAnnotation, editNote } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import type { Sha256 } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { Store } from '../../src/renderer/storage/store';
import { annotationOf, buildArticle, someArticleId } from '../support/builders';
import { addAnnotations, annotationsIn, countsIn } from '../support/stored-records';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const hash = 'a'.repeat(64) as Sha256;
const article = buildArticle({ textHash: hash });
const works = annotationOf(text, 'Kangan Steel Works');
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });

const openArticle: Change = {
  label: { code: 'open-articles', count: 1, title: article.title },
  records: [{ table: 'articles', id: article.id, before: null, after: article }],
};
const removeArticle: Change = {
  label: { code: 'remove-article', title: article.title },
  records: [
    { table: 'annotations', id: works.id, before: works, after: null },
    { table: 'articles', id: article.id, before: article, after: null },
  ],
};

let name = 0;
let database: Database;
let store: Store;
let queries: Queries;

async function openStore(): Promise<void> {
  let unique = 0;
  database = await openDatabase(`store-test-${name}`);
  queries = queriesOver(database);
  store = await Store.over({
    database,
    now: () => '2026-11-22T10:00:00.000Z',
    unique: () => `${Date.now()}-${(unique += 1)}-${performance.now()}`,
    coder: () => 'Tester',
  });
}

beforeEach(async () => {
  name += 1;
  await openStore();
});

afterEach(() => database.close());

async function everything(): Promise<unknown> {
  const [articles, annotations, counts] = await Promise.all([
    database.articles.toArray(),
    annotationsIn(database),
    countsIn(database),
  ]);
  return { articles, annotations, counts };
}

describe('apply', () => {
  it('stores articles, texts and annotations, and numbers the log', async () => {
    await store.apply(openArticle, [{ hash, text }]);
    await store.apply(annotate(works));
    expect(await queries.article(article.id)).toEqual(article);
    expect(await queries.text(hash)).toBe(text);
    expect(await queries.countAnnotations(someArticleId)).toBe(1);
    expect(
      (await database.changes.toArray()).map(({ seq, act, coder }) => ({ seq, act, coder })),
    ).toEqual([
      { seq: 1, act: 'do', coder: 'Tester' },
      { seq: 2, act: 'do', coder: 'Tester' },
    ]);
  });

  it('counts the annotations of each kind', async () => {
    await store.apply(openArticle);
    await store.apply(annotate(works));
    await store.apply(annotate(day));
    await store.apply(deleteAnnotation(works));
    expect((await queries.listArticles())[0]?.counts).toEqual({ enterprise: 0, claim: 0, date: 1 });
  });

  it('stores a text once and never alters it', async () => {
    await store.apply(openArticle, [{ hash, text }]);
    const second = buildArticle({ id: `${article.id}2` as typeof article.id, textHash: hash });
    const outcome = await store.apply(
      {
        ...openArticle,
        records: [{ table: 'articles', id: second.id, before: null, after: second }],
      },
      [{ hash, text: 'something else' }],
    );
    expect(outcome.ok).toBe(true);
    expect(await queries.text(hash)).toBe(text);
  });

  it('refuses a change whose record is not as it says, and writes nothing of it', async () => {
    await store.apply(openArticle);
    await store.apply(annotate(works));
    const before = await everything();
    const stale = editNote({ ...works, updatedAt: 'earlier' }, 'a note', 'now');
    const outcome = await store.apply({
      ...stale,
      records: [...annotate(day).records, ...stale.records],
    });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await everything()).toEqual(before);
    expect(store.state.status).toEqual({ state: 'saved' });
  });

  it('tells listeners of each act after it is stored', async () => {
    const heard: (string | undefined)[] = [];
    store.onApplied((entries) => heard.push(...entries.map(({ change }) => change.label.code)));
    await store.apply(openArticle);
    await store.apply(annotate(works));
    await store.undo();
    expect(heard).toEqual(['open-articles', 'annotate', 'annotate']);
  });
});

describe('applyLatest', () => {
  it('lets each of two edits at once start from what the other left', async () => {
    await store.apply(openArticle);
    await store.apply(annotate(works));
    const note = (words: string) =>
      store.applyLatest(async (at) => {
        const now = await queries.annotation(works.id);
        return now && editNote(now, `${now.note ?? ''}${words}`, at);
      });
    const outcomes = await Promise.all([note('first, '), note('second')]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await queries.annotation(works.id))?.note).toBe('first, second');
  });

  it('writes nothing when there is nothing to change', async () => {
    expect(await store.applyLatest(() => null)).toEqual({ ok: true, value: [] });
    expect(await database.changes.count()).toBe(0);
  });

  it('tells of an edit that is given up', async () => {
    const refused: string[] = [];
    store.onConflict(({ code }) => refused.push(code));
    await store.apply(deleteAnnotation(works));
    expect(refused).toEqual(['conflict']);
  });
});

describe('undo and redo', () => {
  it('takes back and does again every act, to exactly the same records', async () => {
    const stages = [await everything()];
    for (const change of [openArticle, annotate(works), removeArticle]) {
      await store.apply(change);
      stages.push(await everything());
    }
    for (const stage of [stages[2], stages[1], stages[0]]) {
      await store.undo();
      expect(withoutEmptyCounts(await everything())).toEqual(withoutEmptyCounts(stage));
    }
    expect(store.state.undoStack.undo).toBeNull();
    for (const stage of [stages[1], stages[2], stages[3]]) {
      await store.redo();
      expect(withoutEmptyCounts(await everything())).toEqual(withoutEmptyCounts(stage));
    }
  });

  it('is a quiet nothing when there is nothing', async () => {
    expect(await store.undo()).toEqual({ ok: true, value: [] });
    expect(await store.redo()).toEqual({ ok: true, value: [] });
  });

  it('forgets what was undone when something new is done', async () => {
    await store.apply(openArticle);
    await store.apply(annotate(works));
    await store.undo();
    await store.apply(annotate(day));
    expect(store.state.undoStack.redo).toEqual([]);
    await store.undo();
    expect(store.state.undoStack.undo?.label.code).toBe('open-articles');
  });

  it('survives a restart', async () => {
    await store.apply(openArticle);
    await store.apply(annotate(works));
    database.close();
    await openStore();
    expect(store.state.undoStack.undo?.label).toMatchObject({ code: 'annotate' });
    await store.undo();
    expect(await queries.countAnnotations(null)).toBe(0);
    database.close();
    await openStore();
    await store.redo();
    expect(await queries.countAnnotations(null)).toBe(1);
  });
});

describe('a write that fails', () => {
  it('is said, kept, and made by retry, in order', async () => {
    await store.apply(openArticle);
    const add = database.changes.add.bind(database.changes);
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    database.changes.add = () => Promise.reject(full) as never;
    expect(await store.apply(annotate(works))).toMatchObject({
      ok: false,
      error: { code: 'no-space' },
    });
    await store.apply(annotate(day));
    expect(store.state.status).toMatchObject({
      state: 'failed',
      unsaved: 2,
      error: { code: 'no-space' },
    });
    expect(await queries.countAnnotations(null)).toBe(0);
    database.changes.add = add;
    expect((await store.retry()).ok).toBe(true);
    expect(store.state.status).toEqual({ state: 'saved' });
    expect(await queries.countAnnotations(null)).toBe(2);
    expect(store.state.undoStack.undo?.label).toMatchObject({ exact: '5 May 2024' });
  });
});

describe('annotationPages', () => {
  it('gives each annotation once, by start, also when many start at one place', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) => {
      const start = Math.floor(index / 6_000) * 4;
      return {
        ...works,
        id: `ann_${index}` as typeof works.id,
        fragments: [{ start, end: start + 3 }] as const,
      };
    });
    await addAnnotations(database, many);
    const seen: string[] = [];
    let lastStart = 0;
    for await (const page of queries.annotationPages(someArticleId))
      for (const { id, fragments } of page) {
        seen.push(id);
        expect(fragments[0].start).toBeGreaterThanOrEqual(lastStart);
        lastStart = fragments[0].start;
      }
    expect(seen.toSorted()).toEqual(many.map(({ id }) => id).toSorted());
  });
});

function withoutEmptyCounts(stage: unknown): unknown {
  const { counts, ...rest } = stage as {
    counts: { enterprise: number; claim: number; date: number }[];
  };
  return { ...rest, counts: counts.filter((row) => row.enterprise + row.claim + row.date > 0) };
}
