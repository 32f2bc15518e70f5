import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceOfRow,
  keyOfPoint,
  opennessOf,
  parentOf,
  type RestoreRow,
  type RestoreView,
  restoreRows,
} from '../../../../src/renderer/panels/restore/restore-rows';
import type {
  PointActs,
  RestoreAct,
  RestoreLineage,
  RestorePoint,
} from '../../../../src/renderer/panels/restore/restore-state';
import { someTime } from '../../../support/builders';

function pointOf(seq: number | null, facts: Partial<RestorePoint> = {}): RestorePoint {
  const kind = seq === null ? 'latest' : 'snapshot';
  return { kind, seq, at: someTime, isDamaged: false, hasActs: seq !== null, ...facts };
}

function lineageOf(lineage: string, points: readonly RestorePoint[]): RestoreLineage {
  return { lineage, isPresent: lineage === 'a', until: someTime, points };
}

function actOf(seq: number): RestoreAct {
  const label = { code: 'remove-article', title: 'Steel works report' } as const;
  return { seq, act: 'do', label, at: someTime, coder: '' };
}

const one = lineageOf('a', [pointOf(null), pointOf(20), pointOf(10, { isDamaged: true })]);
const other = lineageOf('b', [pointOf(5)]);
const read: PointActs = { kind: 'read', acts: [actOf(22), actOf(21)] };

function rowsOf(view: Partial<RestoreView>): readonly RestoreRow[] {
  return restoreRows({ lineages: [one], acts: new Map(), turned: new Set(), ...view });
}

describe('the rows', () => {
  const cases: readonly {
    readonly name: string;
    readonly view: Partial<RestoreView>;
    readonly keys: readonly string[];
  }[] = [
    { name: 'no backup', view: { lineages: [] }, keys: [] },
    { name: 'one project, folded', view: {}, keys: ['a/latest', 'a/20', 'a/10'] },
    {
      name: 'two projects, the first unfolded',
      view: { lineages: [one, other] },
      keys: ['a', 'a/latest', 'a/20', 'a/10', 'b'],
    },
    {
      name: 'two projects, both turned',
      view: { lineages: [one, other], turned: new Set(['a', 'b']) },
      keys: ['a', 'b', 'b/5'],
    },
    {
      name: 'changes that are not known yet',
      view: { turned: new Set(['a/20']) },
      keys: ['a/latest', 'a/20', 'a/20/note', 'a/10'],
    },
    {
      name: 'changes after a snapshot',
      view: { turned: new Set(['a/20']), acts: new Map([['a/20', read]]) },
      keys: ['a/latest', 'a/20', 'a/20/22', 'a/20/21', 'a/10'],
    },
    {
      name: 'a point without changes cannot be unfolded',
      view: { turned: new Set(['a/latest']) },
      keys: ['a/latest', 'a/20', 'a/10'],
    },
  ];
  it.each(cases)('$name', ({ view, keys }) => {
    expect(rowsOf(view).map(({ key }) => key)).toEqual(keys);
  });

  const notes: readonly { readonly held: PointActs | undefined; readonly note: string }[] = [
    { held: undefined, note: 'reading' },
    { held: { kind: 'reading' }, note: 'reading' },
    { held: { kind: 'unreadable' }, note: 'unreadable' },
    { held: { kind: 'read', acts: [] }, note: 'none' },
  ];
  it.each(notes)('in the place of changes: $note', ({ held, note }) => {
    const acts = new Map(held && [['a/20', held]]);
    expect(rowsOf({ turned: new Set(['a/20']), acts })[2]).toMatchObject({ kind: 'note', note });
  });
});

it('a change, and a point that is whole, can be chosen; nothing else', () => {
  const view = {
    lineages: [one, other],
    turned: new Set(['a/20']),
    acts: new Map([['a/20', read]]),
  };
  expect(rowsOf(view).map(choiceOfRow)).toEqual([
    null,
    { lineage: 'a', seq: null },
    { lineage: 'a', seq: 20 },
    { lineage: 'a', seq: 22 },
    { lineage: 'a', seq: 21 },
    null,
    null,
  ]);
});

describe('whatever is kept and turned', () => {
  const anyLineage = fc
    .record({
      hasLatest: fc.boolean(),
      seqs: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
    })
    .map(({ hasLatest, seqs }) => [
      ...(hasLatest ? [pointOf(null)] : []),
      ...seqs.map((seq) => pointOf(seq)),
    ]);
  const anyView = fc
    .record({ kept: fc.array(anyLineage, { maxLength: 3 }), bits: fc.infiniteStream(fc.nat(3)) })
    .map(({ kept, bits }): RestoreView => {
      const lineages = kept.map((points, index) => lineageOf(`lin_${index}`, points));
      const keys = lineages.flatMap(({ lineage, points }) => [
        lineage,
        ...points.map(({ seq }) => keyOfPoint({ lineage, seq })),
      ]);
      const bit = (): number => bits.next().value ?? 0;
      return {
        lineages,
        turned: new Set(keys.filter(() => bit() % 2 === 1)),
        acts: new Map(keys.filter(() => bit() > 1).map((key) => [key, read])),
      };
    });

  it('every row has its own key, a right place among its siblings, and an open row above it', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const rows = restoreRows(view);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const [index, row] of rows.entries()) {
          const parent = parentOf(rows, index);
          expect(parent < 0 ? 1 : (rows[parent]?.level ?? 0) + 1).toBe(row.level);
          if (rows[parent]) expect(opennessOf(rows[parent])).toBe(true);
          const siblings = rows.filter(
            ({ level }, at) => level === row.level && parentOf(rows, at) === parent,
          );
          expect(siblings.indexOf(row) + 1).toBe(row.place);
          expect(siblings).toHaveLength(row.of);
        }
      }),
    );
  });
});
