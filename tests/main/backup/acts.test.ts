import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActLog,
  addPiece,
  areInOrder,
  emptyLog,
  mayFollow,
  runsOf,
} from '../../../src/main/desktop/backup/acts';
import { piecesAfter } from '../../../src/main/desktop/backup/read-pieces';
import { chunkBytes, type JournalPiece } from '../../../src/preload/contract';

/** `5.0` is the first piece of the act of entry 5, `5.1!` its last one; `5-7.0!` is an act of three entries. */
function piece(words: string, byteLength = 0): JournalPiece {
  const [, first = '', last = first, index = '', end] =
    /^(\d+)(?:-(\d+))?\.(\d+)(!?)$/.exec(words) ?? [];
  if (index === '') throw new Error(`no piece: ${words}`);
  return {
    first: Number(first),
    last: Number(last),
    index: Number(index),
    isEnd: end === '!',
    bytes: new Uint8Array(byteLength),
  };
}

function logOf(words: readonly string[], byteLength = 0): ActLog {
  const log = emptyLog();
  for (const [offset, word] of words.entries()) {
    const { bytes: _, ...facts } = piece(word);
    addPiece(log, { ...facts, byteLength, offset, path: 'segment', writtenAt: offset });
  }
  return log;
}

/** The acts as `first:` and the places in the journal of its pieces. */
const actsIn = ({ acts }: ActLog) =>
  acts.map(({ first, pieces }) => `${first}:${pieces.map(({ offset }) => offset).join('')}`);

describe('a journal read from its beginning', () => {
  const cases: readonly {
    readonly name: string;
    readonly pieces: readonly string[];
    readonly acts: readonly string[];
    readonly unfinished?: number;
  }[] = [
    { name: 'nothing', pieces: [], acts: [] },
    { name: 'acts of one piece', pieces: ['1.0!', '2.0!'], acts: ['1:0', '2:1'] },
    { name: 'an act of several pieces', pieces: ['1.0', '1.1', '1.2!'], acts: ['1:012'] },
    { name: 'an act without an end', pieces: ['1.0!', '2.0'], acts: ['1:0'], unfinished: 2 },
    { name: 'an act begun again', pieces: ['1.0', '1.1', '1.0', '1.1!'], acts: ['1:23'] },
    { name: 'a piece written twice', pieces: ['1.0', '1.1', '1.1', '1.2!'], acts: ['1:023'] },
    { name: 'an end written twice', pieces: ['1.0', '1.1!', '1.1!'], acts: ['1:02'] },
    {
      name: 'an end that is only begun again',
      pieces: ['1.0', '1.1!', '1.1'],
      acts: ['1:01'],
      unfinished: 1,
    },
    {
      name: 'an act written twice',
      pieces: ['1.0!', '2.0!', '2.0!', '3.0!'],
      acts: ['1:0', '2:2', '3:3'],
    },
    {
      name: 'an act written again, after which others had come',
      pieces: ['1.0!', '2.0!', '3.0!', '2.0!'],
      acts: ['1:0', '2:3'],
    },
    {
      name: 'a piece without its beginning',
      pieces: ['1.0!', '2.1!', '3.0!'],
      acts: ['1:0', '3:2'],
    },
    { name: 'a piece after a gap', pieces: ['1.0', '1.2!', '1.1!'], acts: [] },
    { name: 'a piece of an act of other entries', pieces: ['1.0', '1-2.1!'], acts: [] },
    {
      name: 'an act that replaces a longer one',
      pieces: ['1.0!', '2-4.0!', '2.0!'],
      acts: ['1:0', '2:2'],
    },
  ];
  it.each(cases)('holds the whole acts of $name', ({ pieces, acts, unfinished }) => {
    const log = logOf(pieces);
    expect(actsIn(log)).toEqual(acts);
    expect(log.unfinished?.first).toBe(unfinished);
  });

  it('is in runs, each until a gap', () => {
    const { acts } = logOf(['1.0!', '2-4.0!', '5.0!', '9.0!', '10.0!']);
    expect(runsOf(acts).map(({ first, last }) => [first, last])).toEqual([
      [1, 5],
      [9, 10],
    ]);
    expect(runsOf(acts)[1]?.lastAt).toBe('1970-01-01T00:00:00.004Z');
  });
});

describe('pieces in one call', () => {
  const cases = [
    { name: 'none', pieces: [], inOrder: true },
    { name: 'the rest of an act', pieces: ['3.4', '3.5!'], inOrder: true },
    { name: 'acts one after the other', pieces: ['3.0!', '4-6.0', '4-6.1!', '7.0'], inOrder: true },
    { name: 'a piece left out', pieces: ['3.0', '3.2!'], inOrder: false },
    { name: 'a piece twice', pieces: ['3.0', '3.0!'], inOrder: false },
    { name: 'an act left out', pieces: ['3.0!', '5.0!'], inOrder: false },
    { name: 'an act before the end of another', pieces: ['3.0', '4.0!'], inOrder: false },
    { name: 'an act that begins within', pieces: ['3.0!', '4.1!'], inOrder: false },
    { name: 'an act that ends before it begins', pieces: ['3-2.0!'], inOrder: false },
  ];
  it.each(cases)('are in order or not: $name', ({ pieces, inOrder }) => {
    expect(areInOrder(pieces.map((words) => piece(words)))).toBe(inOrder);
  });
});

describe('what may be written next', () => {
  const cases: readonly {
    readonly name: string;
    readonly log: readonly string[];
    readonly snapshots?: readonly number[];
    readonly next: string;
    readonly may: boolean;
  }[] = [
    { name: 'the first act of all', log: [], next: '1.0!', may: true },
    { name: 'a later act first', log: [], next: '2.0!', may: false },
    {
      name: 'the first act, though there is a snapshot',
      log: [],
      snapshots: [4],
      next: '1.0!',
      may: false,
    },
    { name: 'the act after a snapshot', log: [], snapshots: [4, 2], next: '5.0!', may: true },
    {
      name: 'the act after an older snapshot',
      log: [],
      snapshots: [4, 2],
      next: '3.0!',
      may: true,
    },
    { name: 'the act after the last', log: ['1.0!', '2-3.0!'], next: '4.0!', may: true },
    { name: 'the last act again', log: ['1.0!', '2-3.0!'], next: '2-3.0!', may: false },
    { name: 'an act left out', log: ['1.0!', '2-3.0!'], next: '5.0!', may: false },
    {
      name: 'a snapshot that bridges a gap',
      log: ['1.0!'],
      snapshots: [4],
      next: '5.0!',
      may: true,
    },
    {
      name: 'a snapshot as new as the journal',
      log: ['1.0!'],
      snapshots: [1],
      next: '2.0!',
      may: true,
    },
    {
      name: 'a snapshot older than the journal',
      log: ['1-3.0!'],
      snapshots: [1],
      next: '2.0!',
      may: false,
    },
    { name: 'more of an act', log: ['1.0!', '2.0'], next: '2.1!', may: true },
    { name: 'an act again from its beginning', log: ['1.0!', '2.0'], next: '2.0', may: true },
    { name: 'a piece left out', log: ['1.0!', '2.0'], next: '2.2!', may: false },
    { name: 'a piece again', log: ['2.0', '2.1'], next: '2.1!', may: false },
    { name: 'more of a whole act', log: ['1.0!'], next: '1.1!', may: false },
    { name: 'the rest of an act of other entries', log: ['1-2.0'], next: '1.1!', may: false },
  ];
  it.each(cases)('is decided: $name', ({ log, snapshots = [], next, may }) => {
    expect(mayFollow(logOf(log), piece(next), snapshots)).toBe(may);
  });
});

describe('the pieces of one answer', () => {
  const log = logOf(['1.0!', '2.0', '2.1', '2.2!', '3-4.0!', '9.0!']);
  const cases = [
    { name: 'a whole run', after: 0, skip: 0, offsets: [0, 1, 2, 3, 4] },
    { name: 'without the first', after: 0, skip: 2, offsets: [2, 3, 4] },
    { name: 'past the run', after: 0, skip: 5, offsets: [] },
    { name: 'from within a run', after: 2, skip: 0, offsets: [4] },
    { name: 'from within an act', after: 3, skip: 0, offsets: [] },
    { name: 'in a gap', after: 4, skip: 0, offsets: [] },
    { name: 'a second run', after: 8, skip: 0, offsets: [5] },
    { name: 'behind everything', after: 9, skip: 0, offsets: [] },
  ];
  it.each(cases)('are those of $name', ({ after, skip, offsets }) => {
    expect(piecesAfter(log.acts, after, skip).map(({ offset }) => offset)).toEqual(offsets);
  });

  it('together never exceed a chunk, and all answers together are the run', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: chunkBytes }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, (all) => {
        const { acts } = logOf([]);
        for (const [at, byteLength] of all.entries())
          acts.push(...logOf([`${at + 1}.0!`], byteLength).acts);
        const read: number[] = [];
        for (;;) {
          const answer = piecesAfter(acts, 0, read.length);
          if (answer.length === 0) break;
          const sum = answer.reduce((total, { byteLength }) => total + byteLength, 0);
          expect(sum).toBeLessThanOrEqual(chunkBytes);
          read.push(...answer.map(({ byteLength }) => byteLength));
        }
        expect(read).toEqual(all);
      }),
    );
  });
});
