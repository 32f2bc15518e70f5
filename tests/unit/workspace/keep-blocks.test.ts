import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import type { Change } from '../../../src/core/change';
import { makeId } from '../../../src/core/ids';
import { rowOfAnnotation } from '../../../src/renderer/storage/record-rows';
import { keepBlocksOfShown } from '../../../src/renderer/workspace/keep-blocks';
import type { Keeping } from '../../../src/renderer/workspace/stillness';
import { buildAnnotation, someArticleId, someTime } from '../../support/builders';
import { HandClock } from '../../support/hand-clock';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from './test-workspace';

const text = 'Kangan '.repeat(5_000);

let clock: HandClock;
let workspace: TestWorkspace;
let kept: Keeping;

beforeEach(async () => {
  clock = new HandClock();
  workspace = await openTestWorkspace();
  kept = keepBlocksOfShown(workspace.screen, {
    database: workspace.database,
    store: workspace.store,
    after: clock.after,
  });
});

afterEach(() => {
  kept.stop();
  workspace.database.close();
});

/** Shows an article with so many annotations, all of them read. */
async function showMany(count: number): Promise<readonly Annotation[]> {
  const article = await showText(workspace, text);
  await workspace.shown.close();
  const many = Array.from({ length: count }, (_, index) =>
    buildAnnotation({ id: `${index}`, text, span: { start: index * 7, end: index * 7 + 6 } }),
  );
  const { annotations, counts } = workspace.database;
  await annotations.bulkAdd(many.map(rowOfAnnotation));
  await counts.put({ articleId: article.id, enterprise: count, claim: 0, date: 0 });
  await workspace.shown.show(article.id);
  await workspace.screen.getState().article?.loaded;
  return many;
}

/** Waits for the pause ahead of the first block, before which what is in memory is taken. */
async function untilBegun(): Promise<void> {
  while (clock.count === 0) await new Promise((resolve) => setTimeout(resolve));
}

/** Lets the writing that has begun come to its end, pauses and all. */
const finish = (): Promise<void> => clock.passUntil(kept.idle());

async function blocksNamed() {
  return (await workspace.database.counts.get(someArticleId))?.blocks;
}

function removing(annotations: readonly Annotation[]): Change {
  return {
    label: { code: 'delete-annotations', count: annotations.length },
    records: annotations.flatMap((annotation) => deleteAnnotation(annotation).records),
  };
}

async function apply(change: Change): Promise<void> {
  succeed(await workspace.store.apply(change));
}

describe('the blocks of the article that is shown', () => {
  it('are written once nothing has been done for five seconds, and are what it holds', async () => {
    const many = await showMany(2_500);
    clock.pass(4_999);
    await finish();
    expect(await blocksNamed()).toBeUndefined();
    clock.pass(1);
    await finish();
    expect(await blocksNamed()).toEqual({ seq: 1, count: 3, touched: [] });
    await workspace.database.annotations.clear();
    const read: Annotation[] = [];
    for await (const page of workspace.queries.annotationPages(someArticleId)) read.push(...page);
    expect(read).toEqual(many);
  });

  it('wait again after an edit', async () => {
    const many = await showMany(2_500);
    clock.pass(4_000);
    await apply(deleteAnnotation(many[7] as Annotation));
    clock.pass(4_000);
    await finish();
    expect(await blocksNamed()).toBeUndefined();
    clock.pass(1_000);
    await finish();
    expect(await blocksNamed()).toEqual({ seq: 2, count: 3, touched: [] });
  });

  it.each([
    { name: 'are not written of a short list', count: 1_999, isWritten: false },
    { name: 'are written of a long list', count: 2_000, isWritten: true },
  ])('$name', async ({ count, isWritten }) => {
    await showMany(count);
    clock.pass(5_000);
    await finish();
    expect((await blocksNamed()) !== undefined).toBe(isWritten);
  });

  it.each([
    { name: 'are kept while no more than 200 were touched', touched: 200, seq: 1 },
    { name: 'are written anew when more were touched', touched: 201, seq: 2 },
  ])('$name', async ({ touched, seq }) => {
    const many = await showMany(2_500);
    clock.pass(5_000);
    await finish();
    await apply(removing(many.slice(0, touched)));
    clock.pass(5_000);
    await finish();
    expect(await blocksNamed()).toMatchObject({ seq });
  });

  it('know what was edited while they were written', async () => {
    const many = await showMany(2_500);
    clock.pass(5_000);
    await untilBegun();
    await apply(editNote(many[3] as Annotation, 'seen', someTime));
    await finish();
    expect((await blocksNamed())?.touched).toEqual([many[3]?.id]);
  });

  it('are brought to their end when another article is shown meanwhile', async () => {
    await showMany(2_500);
    clock.pass(5_000);
    await untilBegun();
    await workspace.shown.close();
    await finish();
    expect(await blocksNamed()).toMatchObject({ count: 3 });
  });

  it('are not begun once the article is closed, nor after the end', async () => {
    await showMany(2_500);
    clock.pass(4_000);
    await workspace.shown.close();
    expect(clock.count).toBe(0);
    await workspace.shown.show(someArticleId);
    await workspace.screen.getState().article?.loaded;
    expect(clock.count).toBe(1);
    kept.stop();
    expect(clock.count).toBe(0);
  });

  it('are not written while an act could not be saved', async () => {
    const many = await showMany(2_500);
    const { store, database } = workspace;
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    database.changes.add = () => Promise.reject(full) as never;
    await store.apply(deleteAnnotation(many[0] as Annotation));
    expect(store.state.status.state).toBe('failed');
    clock.pass(5_000);
    await finish();
    expect(await blocksNamed()).toBeUndefined();
    expect(await database.blocks.count()).toBe(0);
  });

  it('go when their article has gone', async () => {
    const many = await showMany(2_500);
    clock.pass(5_000);
    await finish();
    const article = await workspace.queries.article(someArticleId);
    if (!article) throw new Error('the article is not there');
    const { records } = removing(many);
    await apply({
      label: { code: 'remove-article', title: article.title },
      records: [...records, { table: 'articles', id: article.id, before: article, after: null }],
    });
    await workspace.shown.close();
    expect(await workspace.database.blocks.count()).toBe(3);
    const other = { ...article, id: makeId('art', 'other') };
    await apply({
      label: { code: 'open-articles', count: 1, title: other.title },
      records: [{ table: 'articles', id: other.id, before: null, after: other }],
    });
    await workspace.shown.show(other.id);
    clock.pass(5_000);
    await finish();
    expect(await workspace.database.blocks.count()).toBe(0);
  });

  it('do not matter so much that anything is thrown without the store', async () => {
    await showMany(2_500);
    workspace.database.close();
    clock.pass(5_000);
    await finish();
    await workspace.database.open();
    expect(await blocksNamed()).toBeUndefined();
  });
});
