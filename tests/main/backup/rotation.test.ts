import { describe, expect, it } from 'vitest';
import { planRotation, type RotatedLineage } from '../../../src/main/desktop/backup/rotation';

interface Kept {
  readonly lineage: string;
  /** The first acts of its segments, oldest first; each holds 10 bytes. */
  readonly segments?: readonly number[];
  /** The entries of its snapshots, oldest first, each taken on the day of that number; each holds 100 bytes. */
  readonly snapshots?: readonly number[];
}

function rotated({ lineage, segments = [], snapshots = [] }: Kept): RotatedLineage {
  return {
    lineage,
    damaged: [],
    segments: segments.map((first) => ({ name: `j${first}`, first, byteLength: 10 })),
    snapshots: snapshots.toReversed().map((seq) => ({
      name: `s${seq}`,
      seq,
      at: `2025-01-${String(seq).padStart(2, '0')}T00:00:00.000Z`,
      sha256: '0'.repeat(64),
      byteLength: 100,
    })),
  };
}

describe('what goes when the backup is too large', () => {
  const cases: readonly {
    readonly name: string;
    /** Newest first. */
    readonly lineages: readonly Kept[];
    readonly limit: number;
    readonly gone: readonly string[];
  }[] = [
    { name: 'nothing of nothing', lineages: [], limit: 0, gone: [] },
    {
      name: 'nothing at the limit',
      lineages: [{ lineage: 'a', snapshots: [1, 2, 3] }],
      limit: 300,
      gone: [],
    },
    {
      name: 'the oldest snapshot first',
      lineages: [{ lineage: 'a', snapshots: [1, 2, 3, 4] }],
      limit: 399,
      gone: ['a s1'],
    },
    {
      name: 'never the two newest snapshots, nor the journal after them',
      lineages: [{ lineage: 'a', segments: [1, 12, 16, 25], snapshots: [10, 15, 20] }],
      limit: 0,
      gone: ['a s10', 'a j1'],
    },
    {
      name: 'with a snapshot, the segments that only it needed',
      lineages: [{ lineage: 'a', segments: [1, 5, 10, 20], snapshots: [4, 12, 22] }],
      limit: 210,
      gone: ['a s4', 'a j1', 'a j5'],
    },
    {
      name: 'no more segments than need be',
      lineages: [{ lineage: 'a', segments: [1, 5, 10, 20], snapshots: [4, 12, 22] }],
      limit: 230,
      gone: ['a s4', 'a j1'],
    },
    {
      name: 'not the segment in which an act after the snapshot begins',
      lineages: [{ lineage: 'a', segments: [1, 13, 20], snapshots: [12, 22] }],
      limit: 0,
      gone: [],
    },
    {
      name: 'no journal without a snapshot',
      lineages: [{ lineage: 'a', segments: [1, 2, 3] }],
      limit: 0,
      gone: [],
    },
    {
      name: 'the oldest snapshots of all lineages, by their time',
      lineages: [
        { lineage: 'new', snapshots: [5, 10, 11] },
        { lineage: 'old', snapshots: [3, 4, 6, 7] },
      ],
      limit: 500,
      gone: ['old s3', 'old s4'],
    },
    {
      name: 'then the oldest lineage as a whole, the newest snapshot last',
      lineages: [
        { lineage: 'new', snapshots: [10, 11] },
        { lineage: 'old', snapshots: [6] },
        { lineage: 'oldest', segments: [1, 7], snapshots: [3, 4] },
      ],
      limit: 300,
      gone: ['oldest j1', 'oldest j7', 'oldest s3', 'oldest s4'],
    },
    {
      name: 'every older lineage when even that is not enough',
      lineages: [
        { lineage: 'new', segments: [1], snapshots: [10, 11] },
        { lineage: 'old', snapshots: [6] },
        { lineage: 'oldest', segments: [1] },
      ],
      limit: 0,
      gone: ['oldest j1', 'old s6'],
    },
  ];
  it.each(cases)('is $name', ({ lineages, limit, gone }) => {
    const plan = planRotation(lineages.map(rotated), limit);
    expect(plan.map(({ lineage, name }) => `${lineage} ${name}`)).toEqual(gone);
  });
});
