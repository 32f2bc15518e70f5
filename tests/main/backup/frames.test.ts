import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFrame,
  encodeFrame,
  encodeSegmentHead,
  type FramedPiece,
  scanSegment,
} from '../../../src/main/desktop/backup/frames';
import { chunkBytes } from '../../../src/preload/contract';
import { bytesOf, lineage } from '../support/backup';

const head = encodeSegmentHead({ lineage, number: 3 });
const writtenAt = Date.parse('2025-01-15T09:00:00.125Z');

function frame(first: number, words: string, facts: Partial<FramedPiece> = {}): Uint8Array {
  const bytes = bytesOf(words);
  return encodeFrame({ first, last: first, index: 0, isEnd: true, writtenAt, bytes, ...facts });
}

const first = frame(1, 'the first act');
const second = frame(2, 'the second');
const third = frame(3, 'third');
const segment = Buffer.concat([head, first, second, third]);
/** Where each frame ends. */
const ends = [first, second, third].map((_, at, all) =>
  all.slice(0, at + 1).reduce((sum, { length }) => sum + length, head.length),
);

/** How many frames lie before the byte at `offset`. */
const framesBefore = (offset: number) => ends.filter((end) => end <= offset).length;

describe('a frame', () => {
  it('says again what was written, whatever it is', () => {
    const piece = fc.record({
      first: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER - 1000 }),
      index: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      isEnd: fc.boolean(),
      writtenAt: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      bytes: fc.uint8Array({ maxLength: 300 }),
    });
    fc.assert(
      fc.property(piece, fc.nat(1000), (facts, more) => {
        const whole = { ...facts, last: facts.first + more };
        expect(decodeFrame(encodeFrame(whole), 0)).toEqual(whole);
      }),
    );
  });

  it('holds a whole chunk, and no more', () => {
    const full = frame(1, '', { bytes: new Uint8Array(chunkBytes) });
    expect(decodeFrame(full, 0)).toMatchObject({ first: 1 });
    const over = frame(1, '', { bytes: new Uint8Array(chunkBytes + 1) });
    expect(decodeFrame(over, 0)).toBe('damaged');
  });

  const impossible: readonly { readonly name: string; readonly facts: Partial<FramedPiece> }[] = [
    { name: 'an entry before the first', facts: { first: 0 } },
    { name: 'half an entry', facts: { first: 0.5 } },
    { name: 'an end before its beginning', facts: { first: 5, last: 4 } },
    { name: 'a last entry that is none', facts: { last: Number.NaN } },
    { name: 'no time', facts: { writtenAt: Number.NaN } },
  ];
  it.each(impossible)('is damaged with $name, though its bytes are right', ({ facts }) => {
    expect(decodeFrame(frame(1, 'act', facts), 0)).toBe('damaged');
  });
});

describe('a segment', () => {
  it('gives its head and the facts and places of all frames', () => {
    const scanned = scanSegment(segment);
    expect(scanned).toMatchObject({ head: { lineage, number: 3 }, end: 'whole' });
    expect(scanned.frames.map((facts) => facts.first)).toEqual([1, 2, 3]);
    expect(scanned.frames.map(({ offset }) => offset)).toEqual([head.length, ends[0], ends[1]]);
  });

  it('cut anywhere gives the frames before the cut, and is torn unless the cut is between two', () => {
    for (let length = 0; length < segment.length; length += 1) {
      const { frames, end } = scanSegment(segment.subarray(0, length));
      const isBetween = length === head.length || ends.includes(length);
      expect([length, frames.length, end]).toEqual([
        length,
        framesBefore(length),
        isBetween ? 'whole' : 'torn',
      ]);
    }
  });

  it('with any one byte changed gives the frames before it, unchanged, and none behind', () => {
    const whole = scanSegment(segment).frames;
    for (let offset = 0; offset < segment.length; offset += 1)
      for (const mask of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(segment);
        changed[offset] = (segment[offset] ?? 0) ^ mask;
        const { frames, end } = scanSegment(changed);
        expect([offset, frames]).toEqual([offset, whole.slice(0, framesBefore(offset))]);
        expect([offset, end]).not.toEqual([offset, 'whole']);
      }
  });

  const ended: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly end: string;
  }[] = [
    { name: 'nothing at all', bytes: new Uint8Array(), end: 'torn' },
    { name: 'zeros alone', bytes: new Uint8Array(500), end: 'torn' },
    { name: 'zeros behind', bytes: Buffer.concat([segment, new Uint8Array(500)]), end: 'torn' },
    { name: 'another file’s bytes', bytes: bytesOf('{"version":1}'), end: 'damaged' },
    {
      name: 'words behind',
      bytes: Buffer.concat([segment, Buffer.alloc(99, 255)]),
      end: 'damaged',
    },
  ];
  it.each(ended)('of $name is $end', ({ bytes, end }) => {
    expect(scanSegment(bytes).end).toBe(end);
  });
});
