import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotate, editNote } from '../../../src/core/annotation/edits';
import type { ChangeEntry } from '../../../src/core/change';
import type { GroupId } from '../../../src/core/ids';
import {
  article,
  day,
  deleteDatabase,
  hash,
  type OpenStore,
  openArticle,
  openStore,
  text,
  works,
} from './open-store';

const edits = 200;

let count = 0;
let name: string;
let open: OpenStore;

beforeEach(async () => {
  count += 1;
  name = `component-go-to-${count}`;
  open = await openStore(name);
  await open.store.apply(openArticle, [{ hash, text }]);
  await open.store.apply(annotate(works));
  for (let edit = 1; edit <= edits; edit += 1)
    await open.store.applyLatest(async (at) => {
      const annotation = await open.queries.annotation(works.id);
      return annotation && editNote(annotation, `note ${edit}`, at);
    });
});

afterEach(async () => {
  vi.restoreAllMocks();
  open.database.close();
  await deleteDatabase(name);
});

async function records(): Promise<unknown> {
  const { articles, annotationPages } = open.database;
  return Promise.all([articles.toArray(), annotationPages.toArray()]);
}

/** The groups of all steps, oldest first. */
async function groups(): Promise<readonly GroupId[]> {
  const history = await open.queries.history(open.store.state.undoStack, { limit: 1_000 });
  return history.steps.map(({ groupId }) => groupId).toReversed();
}

describe('going to any point', () => {
  it('takes back hundreds of steps, and does them again to the same records', async () => {
    const [last, at] = [await records(), await groups()];
    expect(at).toHaveLength(edits + 2);
    await open.store.goTo(at[1] ?? null);
    expect(await open.queries.annotation(works.id)).toEqual(works);
    await open.store.goTo(at[101] ?? null);
    expect(await open.queries.annotation(works.id)).toMatchObject({ note: 'note 100' });
    await open.store.goTo(null);
    expect(await open.queries.listArticles()).toEqual([]);
    await open.store.goTo(at.at(-1) ?? null);
    expect(await records()).toEqual(last);
  });

  it('writes all steps in the log, in one transaction, and tells of them together', async () => {
    const modes: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const transaction = real.apply(this, args);
      modes.push(transaction.mode);
      return transaction;
    });
    open.database.close();
    open = await openStore(name);
    const heard: (readonly ChangeEntry[])[] = [];
    open.store.onApplied((entries) => heard.push(entries));
    const before = await open.database.changes.count();
    modes.length = 0;
    await open.store.goTo(null);
    expect(modes).toEqual(['readwrite']);
    const written = (await open.database.changes.toArray()).slice(before);
    expect(written).toHaveLength(edits + 2);
    expect(written.every(({ act }) => act === 'undo')).toBe(true);
    expect(heard).toEqual([written]);
  });

  it('goes on where it was after a restart', async () => {
    const at = await groups();
    await open.store.goTo(at[51] ?? null);
    open.database.close();
    open = await openStore(name);
    expect(await groups()).toEqual(at);
    await open.store.goTo(at[151] ?? null);
    expect(await open.queries.annotation(works.id)).toMatchObject({ note: 'note 150' });
  });

  it('lets a new edit drop what was undone', async () => {
    const at = await groups();
    await open.store.goTo(at[11] ?? null);
    await open.store.apply(annotate(day));
    expect(await groups()).toHaveLength(13);
    expect(await open.store.goTo(at.at(-1) ?? null)).toEqual({ ok: true, value: [] });
    expect(await open.queries.countAnnotations(article.id)).toBe(2);
  });
});

describe('the history', () => {
  it('is read on from what is known, and after going back', async () => {
    const { queries, store } = open;
    const all = await queries.history(store.state.undoStack, { limit: 1_000 });
    const first = await queries.history(store.state.undoStack, { limit: 100 });
    expect(first).toEqual({ steps: all.steps.slice(0, 100), hasMore: true });
    const known = first.steps;
    expect(await queries.history(store.state.undoStack, { limit: 1_000, known })).toEqual(all);
    await store.goTo(known[40]?.groupId ?? null);
    const after = await queries.history(store.state.undoStack, { limit: 150, known });
    expect(after).toEqual({
      hasMore: true,
      steps: all.steps.slice(0, 190).map((step, index) => ({
        ...step,
        state: index < 40 ? 'undone' : 'done',
        isHead: index === 40,
      })),
    });
  });
});
