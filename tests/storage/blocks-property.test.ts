import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation';
import { compareAnnotations } from '../../src/core/annotation/annotation-index';
import { type AnnotationId, type ArticleId, makeId } from '../../src/core/ids';
import { touchedSince } from '../../src/renderer/storage/block-set';
import { removeStaleBlocks, writeBlocks } from '../../src/renderer/storage/block-writer';
import { areBlocksSound } from '../../src/renderer/storage/check-blocks';
import { lastSeq } from '../../src/renderer/storage/journal-source';
import { queriesOver } from '../../src/renderer/storage/queries';
import { annotationOfRow } from '../../src/renderer/storage/record-rows';
import { anyAct, type RandomAct, RandomStore } from './random-acts';

/** Something that befalls a store: an act, or the writing of blocks, to its end or not, while other acts are done. */
type Event =
  | { readonly event: 'act'; readonly act: RandomAct }
  | {
      readonly event: 'write';
      readonly article: number;
      readonly meanwhile: readonly RandomAct[];
      readonly isInterrupted: boolean;
    }
  | { readonly event: 'tidy' };

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ event: fc.constant('act' as const), act: anyAct }) },
  {
    weight: 2,
    arbitrary: fc.record({
      event: fc.constant('write' as const),
      article: fc.nat({ max: 1 }),
      meanwhile: fc.array(anyAct, { maxLength: 3 }),
      isInterrupted: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ event: 'tidy' as const }) },
);

const first = makeId('art', '0');

async function stored({ database }: RandomStore, articleId: ArticleId) {
  const rows = await database.annotations.filter((row) => row.articleId === articleId).toArray();
  return rows.map(annotationOfRow).toSorted(compareAnnotations);
}

async function write(
  random: RandomStore,
  { article, meanwhile, isInterrupted }: Extract<Event, { event: 'write' }>,
): Promise<void> {
  const articleId = makeId('art', `${article}`);
  const annotations = await stored(random, articleId);
  const seq = await lastSeq(random.database);
  let turns = 0;
  const turn = async (): Promise<void> => {
    const act = meanwhile[turns];
    turns += 1;
    if (act) await random.do(act);
    if (isInterrupted && turns === 2) throw new Error('interrupted');
  };
  try {
    await writeBlocks(random.database, { articleId, annotations, seq, turn, size: 3 });
  } catch (thrown) {
    expect(thrown).toEqual(new Error('interrupted'));
  }
}

async function befall(random: RandomStore, event: Event): Promise<void> {
  switch (event.event) {
    case 'act':
      await random.do(event.act);
      return;
    case 'write':
      await write(random, event);
      return;
    case 'tidy':
      await removeStaleBlocks(random.database);
  }
}

/** Reads the first article page by page, and lets befall the store what is to befall it before each page. */
async function readWhile(
  random: RandomStore,
  meanwhile: readonly (readonly Event[])[],
): Promise<readonly Annotation[]> {
  const read: Annotation[] = [];
  let turn = 0;
  for await (const page of queriesOver(random.database).annotationPages(first, 3)) {
    expect(page.length).toBeGreaterThan(0);
    read.push(...page);
    for (const event of meanwhile[turn] ?? []) await befall(random, event);
    turn += 1;
  }
  return read;
}

let stores = 0;

/** What a store begins with: `count` annotations at so many `places` of the first article. */
interface Beginning {
  readonly count: number;
  readonly places: number;
}

async function check(
  { count, places }: Beginning,
  before: readonly Event[],
  meanwhile: readonly (readonly Event[])[],
): Promise<void> {
  const random = await RandomStore.open(`blocks-property-${(stores += 1)}`);
  const { database } = random;
  await random.do({ act: 'open', article: 0 });
  for (let at = 0; at < count; at += 1)
    await random.do({ act: 'annotate', article: 0, at: (at * 7) % places });
  for (const event of before) await befall(random, event);
  const began = await lastSeq(database);
  const was = await stored(random, first);
  const read = await readWhile(random, meanwhile);
  const entries = await database.changes.where('seq').above(began).toArray();
  const { ids: changed } = touchedSince(entries, first);
  checkRead({ read, was, changed });
  for (const article of [0, 1]) {
    const articleId = makeId('art', `${article}`);
    const now = await stored(random, articleId);
    const again: Annotation[] = [];
    for await (const page of queriesOver(database).annotationPages(articleId, 3))
      again.push(...page);
    expect(again.toSorted(compareAnnotations)).toEqual(now);
    const row = await database.counts.get(articleId);
    if (row) expect(await areBlocksSound(database, row, now.length)).toBe(true);
  }
  database.close();
}

interface Reading {
  readonly read: readonly Annotation[];
  /** What was stored when reading began. */
  readonly was: readonly Annotation[];
  /** What has changed since: whoever needs it has followed the store. */
  readonly changed: ReadonlySet<AnnotationId>;
}

/** By start, none twice, and what stood still is there as it is. */
function checkRead({ read, was, changed }: Reading): void {
  const starts = read.map(({ fragments: [{ start }] }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const ids = read.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const still = (annotations: readonly Annotation[]): readonly Annotation[] =>
    annotations.filter(({ id }) => !changed.has(id)).toSorted(compareAnnotations);
  expect(still(read)).toEqual(still(was));
}

it(
  'an article is read whole and once, whatever becomes of it and of its blocks meanwhile',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ count: fc.nat({ max: 16 }), places: fc.integer({ min: 1, max: 20 }) }),
        fc.array(anEvent, { maxLength: 8 }),
        fc.array(fc.array(anEvent, { maxLength: 3 }), { maxLength: 6 }),
        check,
      ),
      { numRuns: Number(process.env['DATELINE_BLOCK_RUNS'] ?? 120) },
    ),
  120_000,
);
