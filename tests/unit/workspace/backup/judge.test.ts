import { describe, expect, test } from 'vitest';
import { makeId } from '../../../../src/core/ids';
import type { BackupState, KeptLineage } from '../../../../src/preload/contract';
import { type FoundStore, judge } from '../../../../src/renderer/workspace/backup/judge';
import { reachOf, waysTo } from '../../../../src/renderer/workspace/backup/ways';

const own = makeId('lin', 'own');
const at = '2025-01-15T09:00:00.000Z';

function kept(
  snapshots: readonly number[],
  runs: readonly (readonly [number, number])[],
  lineage: string = own,
): KeptLineage {
  return {
    lineage,
    snapshots: snapshots.map((seq) => ({ seq, at, byteLength: 10, sha256: `${seq}` })),
    journal: runs.map(([first, last]) => ({ first, last, lastAt: at })),
  };
}

function backup(...lineages: readonly KeptLineage[]): BackupState {
  return { folder: '/backup', lineages, damaged: [], byteLength: 0 };
}

function store(lastSeq: number, agrees: boolean | null = true): FoundStore {
  return { state: 'open', lineage: own, lastSeq, agrees };
}

describe('ways to bring a store back, best first', () => {
  const cases: readonly [string, KeptLineage, number | null, readonly string[]][] = [
    ['nothing is kept', kept([], []), null, []],
    ['a journal from the beginning', kept([], [[1, 9]]), null, ['0→9']],
    ['a journal whose beginning is gone', kept([], [[4, 9]]), null, []],
    ['a snapshot alone', kept([5], []), null, ['5→5']],
    ['a snapshot and what follows it', kept([5], [[6, 9]]), null, ['5→9']],
    ['a snapshot within the journal', kept([5], [[1, 9]]), null, ['5→9', '0→9']],
    ['a snapshot at the end of the journal', kept([9], [[1, 9]]), null, ['9→9', '0→9']],
    ['two snapshots', kept([7, 5], [[6, 9]]), null, ['7→9', '5→9']],
    [
      'a gap in the journal',
      kept(
        [7, 2],
        [
          [1, 4],
          [8, 9],
        ],
      ),
      null,
      ['7→9', '2→4', '0→4'],
    ],
    ['an earlier point', kept([7, 5], [[1, 9]]), 6, ['5→6', '0→6']],
    ['a point at a snapshot', kept([7, 5], [[1, 9]]), 7, ['7→7', '5→7', '0→7']],
    ['a point beyond the end', kept([5], [[6, 9]]), 20, ['5→9']],
  ];
  test.each(cases)('%s', (_name, lineage, target, expected) => {
    const ways = waysTo(lineage, target);
    expect(ways.map(({ snapshot, to }) => `${snapshot?.seq ?? 0}→${to}`)).toEqual(expected);
  });

  test('reach is the end of the best way', () => {
    expect(reachOf(kept([2], [[8, 9]]))).toBe(2);
  });
});

describe('what a start makes of store and backup', () => {
  const sound = (
    need: 'nothing' | 'catch-up' | 'snapshot',
    lost: 'folder' | 'part' | null = null,
  ) => ({ kind: 'sound', need, lost }) as const;
  const restore = (reason: 'missing' | 'damaged' | 'newer' | 'behind' | 'diverged') =>
    ({ kind: 'restore', reason }) as const;
  const damaged: FoundStore = { state: 'unreadable', error: { code: 'system', detail: 'x' } };
  const newer: FoundStore = { state: 'unreadable', error: { code: 'newer-version', detail: 'x' } };
  const untouched: FoundStore = { state: 'open', lineage: null, lastSeq: 0, agrees: null };
  const old: FoundStore = { state: 'open', lineage: null, lastSeq: 12, agrees: null };
  const other = kept([], [[1, 5]], 'lin_other');
  const gap = kept(
    [],
    [
      [1, 4],
      [8, 9],
    ],
  );

  const cases: readonly [string, FoundStore, BackupState | null, number | null, object][] = [
    ['nothing anywhere', { state: 'missing' }, backup(), null, { kind: 'new' }],
    [
      'no store, and a backup that holds nothing',
      { state: 'missing' },
      backup(kept([], [])),
      null,
      { kind: 'new' },
    ],
    [
      'no store, but a backup',
      { state: 'missing' },
      backup(kept([], [[1, 9]])),
      null,
      restore('missing'),
    ],
    ['a store that the browser made anew', untouched, backup(other), null, restore('missing')],
    ['a store of before there were backups', old, backup(), null, sound('snapshot')],
    ['an unreadable store', damaged, backup(), null, restore('damaged')],
    ['a store of a newer version', newer, backup(kept([], [[1, 9]])), null, restore('newer')],
    ['all of it in the journal', store(9), backup(kept([], [[1, 9]])), 9, sound('nothing')],
    [
      'a journal that is some acts behind',
      store(9),
      backup(kept([], [[1, 7]])),
      7,
      sound('catch-up'),
    ],
    ['a journal very far behind', store(9_000), backup(kept([], [[1, 7]])), 7, sound('snapshot')],
    [
      'a journal that goes further than the store',
      store(6),
      backup(kept([], [[1, 9]])),
      6,
      restore('behind'),
    ],
    [
      'a snapshot that goes further than the store',
      store(6),
      backup(kept([9], [])),
      6,
      restore('behind'),
    ],
    [
      'another last act than the journal’s',
      store(9, false),
      backup(kept([], [[1, 9]])),
      9,
      restore('diverged'),
    ],
    ['a backup that was removed', store(9), backup(), 9, sound('snapshot', 'folder')],
    [
      'a journal that lost its end',
      store(9),
      backup(kept([], [[1, 5]])),
      9,
      sound('snapshot', 'part'),
    ],
    ['a journal with a hole', store(9), backup(gap), 9, sound('snapshot', 'part')],
    [
      'a hole that a snapshot stands for',
      store(9),
      backup(
        kept(
          [7],
          [
            [1, 4],
            [8, 9],
          ],
        ),
      ),
      9,
      sound('nothing'),
    ],
    ['a backup that could not be looked at', store(9), null, 9, sound('snapshot')],
    [
      'an empty store begun beside an older backup',
      store(0, null),
      backup(other),
      null,
      sound('nothing'),
    ],
  ];
  test.each(cases)('%s', (_name, found, state, journalled, expected) => {
    expect(judge(found, state, journalled)).toMatchObject(expected);
  });
});
