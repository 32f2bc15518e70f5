import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../../src/core/annotation/edits';
import type { Change } from '../../../src/core/change';
import { makeId } from '../../../src/core/ids';
import { readLibraryCopy, seqOfLibraryCopy } from '../../../src/renderer/storage/library-copy';
import { readLibrary } from '../../../src/renderer/storage/stored-library';
import { keepLibraryCopy } from '../../../src/renderer/workspace/keep-library-copy';
import { Library } from '../../../src/renderer/workspace/library';
import type { Keeping } from '../../../src/renderer/workspace/stillness';
import { buildAnnotation, buildArticle } from '../../support/builders';
import { HandClock } from '../../support/hand-clock';
import { listedBy } from './listed-by';
import { openTestWorkspace, succeed, type TestWorkspace } from './test-workspace';

const text = 'The mine met its plan. '.repeat(100);

let clock: HandClock;
let workspace: TestWorkspace;
let kept: Keeping;

beforeEach(async () => {
  clock = new HandClock();
  workspace = await openTestWorkspace();
  const { library, database, store } = workspace;
  kept = keepLibraryCopy({ library, database, store, after: clock.after });
});

afterEach(() => {
  kept.stop();
  workspace.library.close();
  workspace.database.close();
});

const idOf = (index: number) => makeId('art', String(index).padStart(5, '0'));

async function apply(change: Change): Promise<void> {
  succeed(await workspace.store.apply(change));
}

/** A library of so many articles, all of them read. */
async function readMany(count: number): Promise<void> {
  await apply({
    label: { code: 'open-articles', count, title: '' },
    records: Array.from({ length: count }, (_, index) => {
      const after = buildArticle({ id: idOf(index), title: `Report ${index}` });
      return { table: 'articles', id: after.id, before: null, after };
    }),
  });
  await workspace.library.read();
}

let tagged = 0;
function tagging(count: number): Change {
  const changes = Array.from({ length: count }, () => {
    tagged += 1;
    const span = { start: tagged % 2_000, end: (tagged % 2_000) + 3 };
    return annotate(buildAnnotation({ id: `${tagged}`, articleId: idOf(tagged % 9), text, span }));
  });
  return {
    label: { code: 'delete-annotations', count },
    records: changes.flatMap(({ records }) => records),
  };
}

/** Lets the writing that has begun come to its end, pauses and all. */
const finish = (): Promise<void> => clock.passUntil(kept.idle());

const written = () => seqOfLibraryCopy(workspace.database);

describe('the copy of the library', () => {
  it('is written once nothing has been done for five seconds, and is what is listed', async () => {
    await readMany(1_200);
    await apply(tagging(20));
    clock.pass(4_999);
    await finish();
    expect(await written()).toBeNull();
    clock.pass(1);
    await finish();
    expect(await written()).toBe(2);
    const copy = await readLibraryCopy(workspace.database);
    expect(
      copy?.articles.map((article) => ({ article, counts: copy.counts.get(article.id) })),
    ).toEqual(listedBy(workspace.library));
  });

  it.each([
    { name: 'is not written of few articles', count: 999, isWritten: false },
    { name: 'is written of many', count: 1_000, isWritten: true },
  ])('$name', async ({ count, isWritten }) => {
    await readMany(count);
    clock.pass(5_000);
    await finish();
    expect((await written()) !== null).toBe(isWritten);
  });

  it.each([
    { name: 'is kept after some acts', acts: 100, size: 1, seq: 1 },
    { name: 'is made anew after many', acts: 101, size: 1, seq: 102 },
    { name: 'is kept after an act that is not large', acts: 1, size: 1_000, seq: 1 },
    { name: 'is made anew after a large one', acts: 1, size: 1_001, seq: 2 },
  ])('$name', async ({ acts, size, seq }) => {
    await readMany(1_000);
    clock.pass(5_000);
    await finish();
    for (let act = 0; act < acts; act += 1) await apply(tagging(size));
    clock.pass(5_000);
    await finish();
    expect(await written()).toBe(seq);
  });

  it('is not written when something is done meanwhile, and then after the next stillness', async () => {
    await readMany(1_200);
    clock.pass(5_000);
    while (clock.count < 1) await new Promise((resolve) => setTimeout(resolve));
    await apply(tagging(1));
    await finish();
    expect(await written()).toBeNull();
    clock.pass(5_000);
    await finish();
    expect(await written()).toBe(2);
  });

  it('is not written while an act could not be saved', async () => {
    await readMany(1_000);
    const { store, database } = workspace;
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    database.changes.add = () => Promise.reject(full) as never;
    await store.apply(tagging(1));
    expect(store.state.status.state).toBe('failed');
    clock.pass(5_000);
    await finish();
    expect(await written()).toBeNull();
  });

  it('is made anew when it could not be read', async () => {
    await readMany(1_000);
    clock.pass(5_000);
    await finish();
    const { library, database, store } = workspace;
    kept.stop();
    const [page] = await database.libraryPages.toArray();
    if (!page) throw new Error('there is no page');
    await database.libraryPages.put({ ...page, listed: page.listed.slice(0, -9) });
    const next = new Library({ store, stored: () => readLibrary(database) });
    kept = keepLibraryCopy({ library: next, database, store, after: clock.after });
    await next.read();
    expect(next.isFromCopy).toBe(false);
    clock.pass(5_000);
    await finish();
    next.close();
    expect((await readLibraryCopy(database))?.articles).toEqual(library.articles);
  });

  it('is made no more once an act was refused, since memory may be wrong as well', async () => {
    await readMany(1_000);
    clock.pass(5_000);
    await finish();
    const { database, store } = workspace;
    const article = buildArticle({ id: idOf(3), title: 'Not so' });
    const label = { code: 'remove-article', title: article.title } as const;
    const records = [{ table: 'articles', id: article.id, before: article, after: null }] as const;
    expect(await store.apply({ label, records })).toMatchObject({ ok: false });
    expect(await written()).toBeNull();
    expect(clock.count).toBe(0);
    expect(await database.libraryPages.count()).toBe(0);
  });

  it('is taken away again when an act is refused while it is written', async () => {
    await readMany(1_200);
    clock.pass(5_000);
    while (clock.count < 1) await new Promise((resolve) => setTimeout(resolve));
    const article = buildArticle({ id: idOf(3), title: 'Not so' });
    await workspace.store.apply({
      label: { code: 'remove-article', title: article.title },
      records: [{ table: 'articles', id: article.id, before: article, after: null }],
    });
    await finish();
    expect(await written()).toBeNull();
  });

  it('is not begun before the library is read, nor after the end', async () => {
    clock.pass(5_000);
    await finish();
    expect(await written()).toBeNull();
    await readMany(1_000);
    kept.stop();
    expect(clock.count).toBe(0);
  });
});
