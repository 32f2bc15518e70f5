import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalPiece } from '../../../../src/preload/contract';
import {
  ActAssembler,
  type EncodedAct,
  journalCalls,
} from '../../../../src/renderer/workspace/backup/journal-calls';

/** Acts of so many bytes each, one entry an act. */
function actsOf(sizes: readonly number[]): readonly EncodedAct[] {
  return sizes.map((size, index) => ({
    first: index + 1,
    last: index + 1,
    bytes: new Uint8Array(size).fill(index + 1),
  }));
}

function describePiece({ first, index, isEnd, bytes }: JournalPiece): string {
  return `${first}.${index}${isEnd ? '!' : ''}×${bytes.length}`;
}

describe('acts in calls of at most ten bytes', () => {
  const cases: readonly [string, readonly number[], readonly (readonly string[])[]][] = [
    ['none', [], []],
    ['one small', [3], [['1.0!×3']]],
    ['one that fills a call', [10], [['1.0!×10']]],
    ['one over it', [11], [['1.0×10'], ['1.1!×1']]],
    ['several in one call', [3, 3, 4], [['1.0!×3', '2.0!×3', '3.0!×4']]],
    ['one that has no room left', [7, 4], [['1.0!×7'], ['2.0!×4']]],
    [
      'a long one and one that goes with its end',
      [25, 5],
      [['1.0×10'], ['1.1×10'], ['1.2!×5', '2.0!×5']],
    ],
  ];
  test.each(cases)('%s', (_name, sizes, expected) => {
    const calls = [...journalCalls(actsOf(sizes), 10)];
    expect(calls.map((pieces) => pieces.map(describePiece))).toEqual(expected);
  });

  test('what is cut into pieces comes together again, however the calls are cut anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (sizes, limit) => {
          const acts = actsOf(sizes);
          const assembler = new ActAssembler();
          const pieces = [...journalCalls(acts, limit)].flat();
          expect(pieces.flatMap((piece) => assembler.add([piece]))).toEqual(acts);
        },
      ),
    );
  });

  test('an act that was begun twice counts once, as it was written the second time', () => {
    const assembler = new ActAssembler();
    const [act] = actsOf([15]);
    const [begun] = [...journalCalls([act as EncodedAct], 10)];
    assembler.add(begun as readonly JournalPiece[]);
    const again = [...journalCalls([act as EncodedAct], 10)].flat();
    expect(assembler.add(again)).toEqual([act]);
  });
});
