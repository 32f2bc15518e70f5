import { describe, expect, it } from 'vitest';
import { actsOf } from '../../../src/core/acts';
import type { ChangeEntry } from '../../../src/core/change';
import { makeId } from '../../../src/core/ids';
import { someTime } from '../../support/builders';

/** Entries in brief: `d1` is a `do` of group 1, `u3:1` an undo of group 1 under group 3. */
function entriesOf(signs: readonly string[]): readonly ChangeEntry[] {
  const acts = { d: 'do', u: 'undo', r: 'redo' } as const;
  return signs.map((sign, index) => {
    const [group = '', of] = sign.slice(1).split(':');
    return {
      seq: index + 1,
      groupId: makeId('grp', group),
      act: acts[sign.charAt(0) as keyof typeof acts],
      ...(of && { of: makeId('grp', of) }),
      at: someTime,
      coder: '',
      change: { label: { code: 'delete-annotations', count: 0 }, records: [] },
    };
  });
}

describe('the acts of a log', () => {
  const cases: readonly {
    readonly name: string;
    readonly log: readonly string[];
    /** How many entries each act has. */
    readonly acts: readonly number[];
  }[] = [
    { name: 'nothing', log: [], acts: [] },
    { name: 'steps', log: ['d1', 'd2', 'd3'], acts: [1, 1, 1] },
    {
      name: 'parts of a group, which are written one by one',
      log: ['d1', 'd1', 'd1'],
      acts: [1, 1, 1],
    },
    { name: 'an undo and a redo', log: ['d1', 'u2:1', 'r3:1'], acts: [1, 1, 1] },
    { name: 'a group undone as a whole', log: ['d1', 'd1', 'u2:1', 'u2:1'], acts: [1, 1, 2] },
    {
      name: 'a group undone and done again',
      log: ['d1', 'd1', 'u2:1', 'u2:1', 'r3:1', 'r3:1'],
      acts: [1, 1, 2, 2],
    },
    {
      name: 'several steps undone at once',
      log: ['d1', 'd2', 'd2', 'u3:2', 'u3:2', 'u4:1'],
      acts: [1, 1, 1, 2, 1],
    },
    { name: 'parts taken back one by one', log: ['d1', 'd1', 'u2:1', 'u3:1'], acts: [1, 1, 1, 1] },
    {
      name: 'a step after a group undone',
      log: ['d1', 'd1', 'u2:1', 'u2:1', 'd4'],
      acts: [1, 1, 2, 1],
    },
  ];
  it.each(cases)('are told of $name', ({ log, acts }) => {
    const entries = entriesOf(log);
    const found = actsOf(entries);
    expect(found.map(({ length }) => length)).toEqual(acts);
    expect(found.flat()).toEqual(entries);
  });
});
