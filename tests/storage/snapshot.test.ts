import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf } from '../../src/core/acts';
import { makeId } from '../../src/core/ids';
import type { SnapshotFacts } from '../../src/core/snapshot';
import { openDatabase } from '../../src/renderer/storage/db';
import { currentStoreName } from '../../src/renderer/storage/generations';
import {
  readJournalled,
  readLineage,
  writeJournalled,
  writeLineage,
} from '../../src/renderer/storage/lineage';
import { replayActs } from '../../src/renderer/storage/replay';
import { RestoreTarget } from '../../src/renderer/storage/restore-target';
import { snapshotSource } from '../../src/renderer/storage/snapshot-source';
import { buildArticle } from '../support/builders';
import { anyAct, contentOf, type RandomAct, RandomStore, text } from './random-acts';

const lineage = { id: makeId('lin', 'first'), madeAt: '2026-11-22T09:00:00.000Z' };
const restored = { id: makeId('lin', 'second'), madeAt: '2026-11-22T10:00:00.000Z' };
const frame = { program: '1.0.0', lineage: lineage.id, at: '2026-11-22T09:30:00.000Z' };
let bases = 0;

function newBase(): string {
  bases += 1;
  return `snapshot-test-${bases}`;
}

/** Copies the store row by row into the next generation, doing something to it before each page is read. */
async function copyWhile(
  random: RandomStore,
  base: string,
  between: () => Promise<void>,
): Promise<{ readonly target: RestoreTarget; readonly facts: Pick<SnapshotFacts, 'from' | 'to'> }> {
  const target = await RestoreTarget.begin(base);
  const { head, pieces } = await snapshotSource(random.database, frame, 2);
  let to = -1;
  for await (const piece of pieces) {
    if (piece.kind === 'end') to = piece.to;
    else await target.put(piece);
    await between();
  }
  return { target, facts: { from: head.from, to } };
}

/** The store as its log says it was after entry `to`. */
async function contentAt(random: RandomStore, to: number) {
  const database = await openDatabase(`${random.database.name}-at-${to}`);
  const log = await random.database.changes.where('seq').belowOrEqual(to).toArray();
  expect(await replayActs(database, actsOf(log))).toMatchObject({ ok: true });
  const content = await contentOf(database);
  await database.delete();
  return content;
}

async function contentIn(name: string) {
  const database = await openDatabase(name);
  const content = await contentOf(database);
  database.close();
  return content;
}

describe('a snapshot taken while the store is edited', () => {
  async function check(
    before: readonly RandomAct[],
    meanwhile: readonly (readonly RandomAct[])[],
    isReplayed: boolean,
  ): Promise<void> {
    const base = newBase();
    const random = await RandomStore.open(base);
    for (const act of before) await random.do(act);
    let turn = 0;
    const { target, facts } = await copyWhile(random, base, async () => {
      for (const act of meanwhile[turn] ?? []) await random.do(act);
      turn += 1;
    });
    expect(await target.settle(facts)).toEqual({ ok: true, value: null });
    expect(await target.lastSeq()).toBe(facts.to);
    const after = await random.database.changes.where('seq').above(facts.to).toArray();
    if (isReplayed) expect(await target.replay(actsOf(after))).toMatchObject({ ok: true });
    await target.finish(restored);
    expect(await contentIn(target.name)).toEqual(
      isReplayed ? await contentOf(random.database) : await contentAt(random, facts.to),
    );
    random.database.close();
  }

  it.each([
    ['equals the store at its end', false],
    ['equals the store now once the acts after it are done again', true],
  ])(
    '%s, whatever is done meanwhile',
    (_, isReplayed) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(anyAct, { maxLength: 12 }),
          fc.array(fc.array(anyAct, { maxLength: 3 }), { maxLength: 12 }),
          (before, meanwhile) => check(before, meanwhile, isReplayed),
        ),
        { numRuns: 40 },
      ),
    60_000,
  );

  const open = { act: 'open', article: 0 } as const;
  const tag = { act: 'annotate', article: 0, at: 0 } as const;
  const cases: readonly {
    readonly name: string;
    readonly before: readonly RandomAct[];
    readonly meanwhile: readonly (readonly RandomAct[])[];
  }[] = [
    { name: 'nothing at all', before: [], meanwhile: [] },
    {
      name: 'an annotation deleted that was read',
      before: [open, tag],
      meanwhile: [[], [{ act: 'delete', annotation: 0 }]],
    },
    {
      name: 'an article removed that was read',
      before: [open, tag],
      meanwhile: [[{ act: 'remove', article: 0 }]],
    },
    {
      name: 'all taken back',
      before: [open, tag, tag],
      meanwhile: [[], [{ act: 'go-to', step: 0 }]],
    },
    { name: 'a group begun', before: [open], meanwhile: [[{ act: 'part', size: 4 }]] },
    {
      name: 'a group taken back',
      before: [open, { act: 'part', size: 4 }],
      meanwhile: [[], [{ act: 'withdraw' }]],
    },
  ];
  it.each(cases)('holds with $name', async ({ before, meanwhile }) => {
    await check(before, meanwhile, false);
    await check(before, meanwhile, true);
  });
});

describe('a restore', () => {
  const open = { act: 'open', article: 0 } as const;

  async function storeWithLineage(base: string): Promise<RandomStore> {
    const random = await RandomStore.open(base);
    await random.do(open);
    await writeLineage(random.database, lineage);
    await writeJournalled(random.database, { seq: 1 });
    await random.database.state.put({ key: 'settings', value: { coder: 'A' } });
    return random;
  }

  it('is no store until it is finished', async () => {
    const base = newBase();
    const random = await storeWithLineage(base);
    const { target, facts } = await copyWhile(random, base, async () => {});
    await target.settle(facts);
    expect(await currentStoreName(base)).toBe(base);
    await target.finish(restored);
    expect(await currentStoreName(base)).toBe(`${base}-2`);
    random.database.close();
  });

  it('has a lineage of its own, and the settings of the store', async () => {
    const base = newBase();
    const random = await storeWithLineage(base);
    const { target, facts } = await copyWhile(random, base, async () => {});
    await target.settle(facts);
    await target.finish(restored);
    const copy = await openDatabase(target.name);
    expect(await readLineage(copy)).toEqual(restored);
    expect(await readJournalled(copy)).toBeNull();
    expect((await copy.state.get('settings'))?.value).toEqual({ coder: 'A' });
    copy.close();
    random.database.close();
  });

  it('takes no lineage out of a forged snapshot', async () => {
    const base = newBase();
    const target = await RestoreTarget.begin(base);
    await target.put({ kind: 'state', rows: [{ key: 'lineage', value: lineage }] });
    expect(await currentStoreName(base)).toBeNull();
    await target.abandon();
  });

  it('leaves nothing when it is abandoned', async () => {
    const base = newBase();
    const random = await storeWithLineage(base);
    const { target } = await copyWhile(random, base, async () => {});
    await target.abandon();
    expect(await Dexie.exists(target.name)).toBe(false);
    expect(await contentOf(random.database)).toMatchObject({ articles: [{ id: 'art_0' }] });
    random.database.close();
  });

  it('asks for the texts of articles that undo can bring back, once each, until it has them', async () => {
    const base = newBase();
    const random = await storeWithLineage(base);
    await random.do({ act: 'open', article: 1 });
    await random.do({ act: 'remove', article: 0 });
    await random.do({ act: 'remove', article: 1 });
    const { target, facts } = await copyWhile(random, base, async () => {});
    await target.settle(facts);
    const hash = buildArticle().textHash;
    expect(await target.textsWanted()).toEqual([hash]);
    await target.putText(hash, text);
    expect(await target.textsWanted()).toEqual([]);
    await target.abandon();
    random.database.close();
  });

  const broken = [
    { name: 'lacks an entry of those to be put again', left: [1, 2, 4], from: 1, to: 4, entry: 3 },
    { name: 'ends before its end', left: [1, 2, 3], from: 1, to: 4, entry: 4 },
    { name: 'goes on after its end', left: [1, 2, 3, 4], from: 1, to: 3, entry: 4 },
  ];
  it.each(broken)('refuses rows whose log $name', async ({ left, from, to, entry }) => {
    const base = newBase();
    const random = await storeWithLineage(base);
    for (let at = 0; at < 3; at += 1) await random.do({ act: 'annotate', article: 0, at });
    const target = await RestoreTarget.begin(base);
    const log = await random.database.changes.toArray();
    await target.put({ kind: 'entries', rows: log.filter(({ seq }) => left.includes(seq)) });
    expect(await target.settle({ from, to })).toEqual({
      ok: false,
      error: { code: 'log-gap', entry },
    });
    await target.abandon();
    random.database.close();
  });
});
