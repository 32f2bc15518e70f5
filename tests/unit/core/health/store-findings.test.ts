import { describe, expect, it } from 'vitest';
import {
  findInCounts,
  findLogGaps,
  findMissingSteps,
} from '../../../../src/core/health/store-findings';
import { makeId } from '../../../../src/core/ids';
import { someArticleId } from '../../../support/builders';

describe('gaps in the log', () => {
  const cases: readonly {
    readonly name: string;
    readonly after: number;
    readonly seqs: readonly number[];
    readonly gaps: readonly (readonly [number, number])[];
  }[] = [
    { name: 'none in an empty log', after: 0, seqs: [], gaps: [] },
    { name: 'none where all are there', after: 0, seqs: [1, 2, 3], gaps: [] },
    { name: 'none where a stretch follows another', after: 5, seqs: [6, 7], gaps: [] },
    { name: 'one at the start', after: 0, seqs: [2, 3], gaps: [[0, 2]] },
    { name: 'one between two stretches', after: 5, seqs: [9], gaps: [[5, 9]] },
    {
      name: 'several',
      after: 0,
      seqs: [1, 3, 4, 8],
      gaps: [
        [1, 3],
        [4, 8],
      ],
    },
  ];
  it.each(cases)('$name', ({ after, seqs, gaps }) => {
    const expected = gaps.map(([last, next]) => ({ code: 'log-gap', after: last, next }));
    expect(findLogGaps(after, seqs)).toEqual(expected);
  });
});

describe('counts', () => {
  const said = { enterprise: 2, claim: 0, date: 1, annotations: 4 };
  it('hold when they are equal', () => {
    expect(findInCounts(someArticleId, said, { ...said })).toBeNull();
  });
  it.each(['enterprise', 'claim', 'date', 'annotations'] as const)('differ in %s', (kind) => {
    const found = { ...said, [kind]: 5 };
    expect(findInCounts(someArticleId, said, found)).toEqual({
      code: 'counts-differ',
      articleId: someArticleId,
      said,
      found,
    });
  });
});

describe('steps of the undo stack', () => {
  it('are named when the log lacks them', () => {
    const [there, lost] = [makeId('grp', 'there'), makeId('grp', 'lost')];
    expect(findMissingSteps([there, lost], (id) => id === there)).toEqual([
      { code: 'undo-head-missing', groupId: lost },
    ]);
  });
});
