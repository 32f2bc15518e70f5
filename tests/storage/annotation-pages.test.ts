import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { compareAnnotations } from '../../src/core/annotation/annotation-index';
import { makeId } from '../../src/core/ids';
import { cutPage, mostInPage, rowOfPage } from '../../src/renderer/storage/annotation-page';
import {
  type AnnotationChange,
  changeAnnotations,
} from '../../src/renderer/storage/change-annotations';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../src/renderer/storage/queries';
import { annotationsInParts } from '../../src/renderer/storage/read-annotations';
import { buildAnnotation, someArticleId } from '../support/builders';
import { addAnnotations, annotationsIn } from '../support/stored-records';

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

function at(
  start: number,
  facts: { id?: string; articleId?: Annotation['articleId'] } = {},
): Annotation {
  return buildAnnotation({ id: `${start}`, text, span: { start, end: start + 3 }, ...facts });
}

const startOf = ({ fragments: [{ start }] }: Annotation): number => start;

/** Stores `count` annotations of three units, one each `gap` units, and as many of another article. */
async function storeMany(count: number, gap: number): Promise<readonly Annotation[]> {
  const starts = Array.from({ length: count }, (_, index) => index * gap);
  const many = starts.map((start) => at(start));
  await addAnnotations(database, [
    ...many,
    ...starts.map((start) => at(start, { id: `other-${start}`, articleId: elsewhere })),
  ]);
  return many;
}

function change(before: Annotation | null, after: Annotation | null): AnnotationChange {
  const id = (after ?? before)?.id;
  if (!id) throw new Error('nothing is changed');
  return { table: 'annotations', id, before, after };
}

function apply(...changes: readonly AnnotationChange[]) {
  return database.transaction('rw', database.annotationPages, async () =>
    changeAnnotations(database, changes),
  );
}

/** What must hold of the pages of every article, whatever was done. */
async function checkPages(): Promise<void> {
  const rows = await database.annotationPages.toArray();
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const end = next?.articleId === row.articleId ? next.from : Number.POSITIVE_INFINITY;
    const { articleId, from, annotations } = row;
    expect(annotations.length).toBeGreaterThan(0);
    for (const one of annotations) {
      expect(one.articleId).toBe(articleId);
      expect(startOf(one)).toBeGreaterThanOrEqual(from);
      expect(startOf(one)).toBeLessThan(end);
    }
    expect(row).toEqual(
      rowOfPage({ articleId, from, annotations: annotations.toSorted(compareAnnotations) }),
    );
    const isOfOnePlace = new Set(annotations.map(startOf)).size === 1;
    if (!isOfOnePlace) expect(annotations.length).toBeLessThanOrEqual(2 * mostInPage);
  }
}

describe('cutPage', () => {
  const many = (count: number, gap: number): readonly Annotation[] =>
    Array.from({ length: count }, (_, index) => at(index * gap, { id: `${index}` }));
  const cases = [
    { name: 'none', annotations: [], sizes: [] },
    { name: 'as many as a page holds', annotations: many(50, 4), sizes: [50] },
    { name: 'one more', annotations: many(51, 4), sizes: [26, 25] },
    { name: 'many at once', annotations: many(300, 4), sizes: [38, 37, 38, 37, 38, 37, 38, 37] },
    { name: 'too many at one place', annotations: many(120, 0), sizes: [120] },
    {
      name: 'many at one place among others',
      annotations: [
        ...many(20, 1),
        ...many(100, 0).map((one) => ({ ...one, fragments: [{ start: 20, end: 23 }] as const })),
        at(40),
      ],
      sizes: [120, 1],
    },
  ];
  it.each(cases)('of $name', ({ annotations, sizes }) => {
    const pages = cutPage({ articleId: someArticleId, from: 0, annotations });
    expect(pages.map((page) => page.annotations.length)).toEqual(sizes);
    expect(pages.flatMap((page) => page.annotations)).toEqual(annotations);
    for (const [index, { from, annotations: held }] of pages.entries())
      expect(from).toBe(index === 0 ? 0 : startOf(held[0] as Annotation));
  });
});

describe('an edit', () => {
  it('touches the page where it lies, and no other', async () => {
    await storeMany(500, 20);
    const before = await database.annotationPages.toArray();
    await apply(change(null, at(5_001)));
    const after = await database.annotationPages.toArray();
    expect(after).toHaveLength(before.length);
    const other = after.filter(
      (row, index) => row.annotations.length !== before[index]?.annotations.length,
    );
    expect(other).toHaveLength(1);
    await checkPages();
  });

  it('takes a page away with the last of its annotations, the first of an article too', async () => {
    const many = await storeMany(200, 20);
    const [first] = await database.annotationPages
      .where(':id')
      .above([someArticleId, -1])
      .toArray();
    const gone = first?.annotations ?? [];
    await apply(...gone.map((one) => change(one, null)));
    expect((await queries.annotationsNear(someArticleId, 0)).annotations).toEqual(
      many.slice(gone.length),
    );
    const fresh = at(1);
    await apply(change(null, fresh));
    expect((await queries.annotationsNear(someArticleId, 0)).annotations[0]).toEqual(fresh);
    await checkPages();
  });

  it.each([
    { name: 'forwards', from: 0, to: 9_990 },
    { name: 'backwards', from: 9_980, to: 10 },
  ])('moves an annotation to another page, $name', async ({ from, to }) => {
    await storeMany(500, 20);
    const before = at(from);
    const after = { ...before, fragments: [{ start: to, end: to + 2 }] as const };
    await apply(change(before, after));
    expect(await queries.annotation(before.id)).toEqual(after);
    await checkPages();
  });

  it('lets two change places across pages', async () => {
    await storeMany(500, 20);
    const [a, b] = [at(0), at(9_980)];
    await apply(
      change(a, { ...a, fragments: b.fragments }),
      change(b, { ...b, fragments: a.fragments }),
    );
    expect(startOf((await queries.annotation(a.id)) as Annotation)).toBe(9_980);
    await checkPages();
  });

  const kept = at(400);
  it.each([
    { name: 'one that is there already', changes: [change(null, { ...kept, note: 'again' })] },
    {
      name: 'one that is there already, elsewhere in the text',
      changes: [change(null, { ...kept, fragments: [{ start: 90_000, end: 90_003 }] as const })],
    },
    {
      name: 'one that is there already, in another article',
      changes: [change(null, { ...kept, articleId: makeId('art', 'third') })],
    },
    { name: 'one that is not as it says', changes: [change({ ...kept, note: 'other' }, null)] },
    { name: 'one that is not there', changes: [change(at(401), null)] },
    {
      name: 'one that lies elsewhere',
      changes: [change({ ...kept, fragments: [{ start: 9_000, end: 9_003 }] as const }, null)],
    },
  ])('refuses $name, and changes nothing', async ({ changes }) => {
    await storeMany(500, 20);
    const before = await database.annotationPages.toArray();
    await expect(apply(change(null, at(77)), ...changes)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await database.annotationPages.toArray()).toEqual(before);
  });

  it('leaves pages as they must be, whatever is done', async () => {
    const place = fc.nat({ max: 400 });
    const anyAct = fc.oneof(
      fc.record({ add: fc.array(place, { minLength: 1, maxLength: 120 }) }),
      fc.record({ remove: fc.array(fc.nat(), { minLength: 1, maxLength: 80 }) }),
      fc.record({ move: fc.array(fc.tuple(fc.nat(), place), { minLength: 1, maxLength: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 12 }), async (acts) => {
        database.close();
        database = await openDatabase(`annotation-pages-test-any-${(made += 1)}`);
        let held: readonly Annotation[] = [];
        let count = 0;
        for (const act of acts) {
          const changes = new Map<string, AnnotationChange>();
          const pick = (index: number) => held[index % Math.max(1, held.length)];
          if ('add' in act)
            for (const start of act.add) {
              const one = at(start, {
                id: `${(count += 1)}`,
                articleId: start % 3 ? someArticleId : elsewhere,
              });
              changes.set(one.id, change(null, one));
            }
          else if ('remove' in act)
            for (const index of act.remove) {
              const one = pick(index);
              if (one) changes.set(one.id, change(one, null));
            }
          else
            for (const [index, start] of act.move) {
              const one = pick(index);
              const fragments = [{ start, end: start + 2 }] as const;
              if (one) changes.set(one.id, change(one, { ...one, fragments }));
            }
          await apply(...changes.values());
          held = [
            ...held.filter(({ id }) => !changes.has(id)),
            ...[...changes.values()].flatMap(({ after }) => after ?? []),
          ];
          expect(await annotationsIn(database)).toEqual(
            held.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          );
          await checkPages();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('annotationsNear', () => {
  it.each([
    { name: 'none', count: 0, gap: 10, offset: 0, isAll: true },
    { name: 'a few', count: 50, gap: 100, offset: 0, isAll: true },
    { name: 'a few, all before', count: 50, gap: 10, offset: 9_000, isAll: true },
    { name: 'sixteen pages', count: 600, gap: 10, offset: 90_000, isAll: true },
    { name: 'many, at the top', count: 5_000, gap: 20, offset: 0, isAll: false },
    { name: 'many, not far from the top', count: 5_000, gap: 20, offset: 4_096, isAll: false },
    { name: 'many, in the middle', count: 5_000, gap: 20, offset: 50_000, isAll: false },
    { name: 'many, near the end', count: 5_000, gap: 20, offset: 99_000, isAll: false },
    { name: 'many, all of them far before', count: 5_000, gap: 10, offset: 90_000, isAll: false },
  ])('of $name', async ({ count, gap, offset, isAll }) => {
    const all = await storeMany(count, gap);
    const near = await queries.annotationsNear(someArticleId, offset);
    expect(near.isAll).toBe(isAll);
    if (isAll) {
      expect(near.annotations).toEqual(all);
      return;
    }
    // What starts 4,096 units before the place, or later, up to six hundred of them.
    const wanted = all.filter((one) => startOf(one) >= offset - 4_096).slice(0, 500);
    expect(near.annotations).toEqual(expect.arrayContaining(wanted));
    expect(near.annotations.length).toBeLessThanOrEqual(800);
  });
});

describe('annotationsInParts', () => {
  it('gives each that stands still once, though pages are cut while they are read', async () => {
    const all = await storeMany(300, 20);
    const read: Annotation[] = [];
    for await (const part of annotationsInParts(database, someArticleId, 1)) {
      read.push(...part);
      const from = startOf(part[0] as Annotation);
      const fresh = Array.from({ length: 60 }, (_, index) =>
        at(from + 1, { id: `new-${from}-${index}` }),
      );
      if (from < 2_000) await apply(...fresh.map((one) => change(null, one)));
    }
    expect(read.filter(({ id }) => !id.includes('new'))).toEqual(all);
  });
});

describe('annotationsByIds', () => {
  it('gives those that are there, in the order asked for', async () => {
    await storeMany(200, 20);
    const ids = ['3980', 'none', '0', '20', 'other-40'].map((id) => makeId('ann', id));
    const found = await queries.annotations(ids);
    expect(found.map(({ id }) => id)).toEqual(ids.filter((_, index) => index !== 1));
  });
});
