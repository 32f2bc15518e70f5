import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/change';
import { type GroupId, makeId } from '../../src/core/ids';
import { RecentSteps } from '../../src/renderer/storage/recent-steps';

function changeOf(records: number): Change {
  return {
    label: { code: 'delete-annotations', count: records },
    records: Array.from({ length: records }, (_, index) => ({
      table: 'annotations',
      id: makeId('ann', `${index}`),
      before: null,
      after: null,
    })),
  };
}

const cases: readonly {
  readonly name: string;
  /** How many records each step has, in the order in which they are done. */
  readonly steps: readonly number[];
  readonly held: readonly boolean[];
}[] = [
  { name: 'a few small steps', steps: [1, 2, 3], held: [true, true, true] },
  { name: 'steps that come to the most that is held', steps: [10_000, 10_000], held: [true, true] },
  { name: 'one step too many', steps: [10_000, 9_999, 2], held: [false, true, true] },
  { name: 'a step as large as all', steps: [1, 1, 20_000], held: [false, false, true] },
  { name: 'a step that is too large', steps: [1, 20_001], held: [true, false] },
];

describe('recent steps', () => {
  it.each(cases)('of $name: held $held', ({ steps, held }) => {
    const recent = new RecentSteps();
    const ids = steps.map((_, index): GroupId => makeId('grp', `${index}`));
    const changes = steps.map(changeOf);
    for (const [index, change] of changes.entries()) recent.add(ids[index] as GroupId, change);
    expect(ids.map((id) => recent.changeOf(id))).toEqual(
      held.map((isHeld, index) => (isHeld ? changes[index] : null)),
    );
  });
});
