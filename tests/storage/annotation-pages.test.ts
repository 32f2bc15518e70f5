import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { makeId } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { buildAnnotation, someArticleId } from '../support/builders';

const text = 'x'.repeat(100_000);
const elsewhere = makeId('art', 'elsewhere');

let made = 0;
let database: Database;
let queries: Queries;

beforeEach(async () => {
  made += 1;
  database = await openDatabase(`annotation-pages-test-${made}`);
  queries = queriesOver(database);
});

afterEach(() => database.close());

/** Stores `count` annotations of three units, one each `gap` units, and one of another article before each. */
async function storeMany(count: number, gap: number): Promise<readonly Annotation[]> {
  const many = Array.from({ length: count }, (_, index) => index * gap).flatMap((start) => {
    const span = { start, end: start + 3 };
    return [
      buildAnnotation({ id: `other-${start}`, articleId: elsewhere, text, span }),
      buildAnnotation({ id: `${start}`, text, span }),
    ];
  });
  await database.annotations.bulkAdd(
    many.map((annotation) => ({ ...annotation, ...annotation.fragments[0] })),
  );
  await database.counts.bulkPut(
    [someArticleId, elsewhere].map((articleId) => ({
      articleId,
      enterprise: count,
      claim: 0,
      date: 0,
    })),
  );
  return many.filter(({ articleId }) => articleId === someArticleId);
}

const startsOf = (list: readonly Annotation[]): readonly number[] =>
  list.map(({ fragments: [{ start }] }) => start);

describe('annotationsNear', () => {
  it.each([
    { name: 'none', count: 0, gap: 10, offset: 0, from: 0, size: 0, isAll: true },
    { name: 'a few', count: 50, gap: 100, offset: 0, from: 0, size: 50, isAll: true },
    {
      name: 'a few, all before',
      count: 50,
      gap: 10,
      offset: 9_000,
      from: 0,
      size: 50,
      isAll: true,
    },
    {
      name: 'as many as are read',
      count: 600,
      gap: 10,
      offset: 0,
      from: 0,
      size: 600,
      isAll: true,
    },
    { name: 'one more', count: 601, gap: 10, offset: 0, from: 0, size: 600, isAll: false },
    {
      name: 'many, at the top',
      count: 5_000,
      gap: 20,
      offset: 0,
      from: 0,
      size: 600,
      isAll: false,
    },
    {
      name: 'many, not far from the top',
      count: 5_000,
      gap: 20,
      offset: 4_096,
      from: 0,
      size: 600,
      isAll: false,
    },
    {
      name: 'many, in the middle',
      count: 5_000,
      gap: 20,
      offset: 50_000,
      from: 45_920,
      size: 600,
      isAll: false,
    },
    {
      name: 'many, near the end',
      count: 5_000,
      gap: 20,
      offset: 99_000,
      from: 94_920,
      size: 254,
      isAll: false,
    },
    {
      name: 'many, all of them far before',
      count: 5_000,
      gap: 10,
      offset: 90_000,
      from: 0,
      size: 0,
      isAll: false,
    },
  ])('of $name', async ({ count, gap, offset, from, size, isAll }) => {
    const all = await storeMany(count, gap);
    const near = await queries.annotationsNear(someArticleId, offset);
    const expected = all.filter(({ fragments: [{ start }] }) => start >= from).slice(0, size);
    expect(startsOf(near.annotations)).toEqual(startsOf(expected));
    expect(near).toEqual({ annotations: expected, isAll });
  });

  it('does not take it for all when the counts are too low', async () => {
    await storeMany(2_000, 20);
    await database.counts.clear();
    const near = await queries.annotationsNear(someArticleId, 30_000);
    expect(near.annotations).toHaveLength(600);
    expect(near.isAll).toBe(false);
  });
});
