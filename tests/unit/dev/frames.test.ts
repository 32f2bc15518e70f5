import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropOldFrames,
  type Frame,
  framesShown,
  longestWithin,
  summariseFrames,
} from '../../../src/renderer/dev/costs/frames';
import { medianOf, percentile95Of } from '../../../src/renderer/dev/costs/statistics';

/** Frames of these durations, one after another, the last one at `end`. */
function framesOf(durations: readonly number[], end: number): readonly Frame[] {
  let at = end - durations.slice(1).reduce((sum, duration) => sum + duration, 0);
  return durations.map((duration, index) => {
    if (index > 0) at += duration;
    return { at, duration };
  });
}

describe('the middle and the upper end of values', () => {
  it.each([
    { name: 'none', values: [], median: null, percentile95: null },
    { name: 'one', values: [7], median: 7, percentile95: 7 },
    { name: 'an even number', values: [4, 1, 3, 2], median: 2.5, percentile95: 4 },
    { name: 'an odd number, unsorted', values: [30, 10, 20], median: 20, percentile95: 30 },
    { name: 'not by their letters', values: [9, 10, 100], median: 10, percentile95: 100 },
    {
      name: 'forty, of which two stand out',
      values: [...Array.from({ length: 38 }, () => 16), 90, 50],
      median: 16,
      percentile95: 50,
    },
  ])('$name', ({ values, median, percentile95 }) => {
    expect(medianOf(values)).toBe(median);
    expect(percentile95Of(values)).toBe(percentile95);
  });
});

describe('what frames amount to', () => {
  const now = 60_000;
  it.each([
    { name: 'no frame at all', durations: [], end: now, shown: 0, median: null, longest: null },
    { name: 'a few', durations: [16, 50, 16], end: now, shown: 3, median: 16, longest: 50 },
    {
      name: 'more than are shown: the chart has the latest of them',
      durations: [...Array.from({ length: 10 }, () => 40), ...Array.from({ length: 240 }, () => 8)],
      end: now,
      shown: 240,
      median: 8,
      longest: 40,
    },
    {
      name: 'long ago: still in the chart, but none of the last ten seconds',
      durations: [16, 300],
      end: now - longestWithin - 1,
      shown: 2,
      median: 158,
      longest: null,
    },
    {
      name: 'at the edge of the ten seconds',
      durations: [900, 20],
      end: now - longestWithin,
      shown: 2,
      median: 460,
      longest: 20,
    },
  ])('$name', ({ durations, end, shown, median, longest }) => {
    const summary = summariseFrames(framesOf(durations, end), now);
    expect(summary.durations).toEqual(durations.slice(-framesShown));
    expect(summary).toMatchObject({ median, longest });
    expect(summary.durations).toHaveLength(shown);
  });

  it('is the same without the old frames', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 700 }),
        fc.integer({ min: 0, max: 30_000 }),
        (durations, since) => {
          const frames = framesOf(durations, now - since);
          const kept = dropOldFrames(frames, now);
          expect(summariseFrames(kept, now)).toEqual(summariseFrames(frames, now));
        },
      ),
    );
  });

  it('keeps no more frames than ten seconds have, or the chart', () => {
    const minute = framesOf(
      Array.from({ length: 3_600 }, () => 1_000 / 60),
      now,
    );
    expect(dropOldFrames(minute, now).length).toBeLessThanOrEqual(601);
    expect(dropOldFrames(minute, now + longestWithin * 2)).toHaveLength(framesShown);
  });
});
