import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../src/renderer/dev/costs/figures';
import { describeLongFrames, writeFigures } from '../../../src/renderer/dev/costs/words';

const noFrames: Figures['frames'] = {
  durations: [],
  median: null,
  percentile95: null,
  longest: null,
};

describe('long frames in words', () => {
  it.each([
    { name: 'unknown', longFrames: null, words: 'not told by this browser' },
    { name: 'none', longFrames: { count: 0, last: null }, words: 'none' },
    {
      name: 'one without a script',
      longFrames: { count: 1, last: { duration: 61.25, blocking: 0, invoker: null } },
      words: '1; the last 61.3 ms, blocking 0.0 ms',
    },
    {
      name: 'several, the last by a key',
      longFrames: {
        count: 4,
        last: { duration: 120, blocking: 70, invoker: '#document.onkeydown' },
      },
      words: '4; the last 120.0 ms, blocking 70.0 ms, #document.onkeydown',
    },
  ])('$name', ({ longFrames, words }) => {
    expect(describeLongFrames(longFrames)).toBe(words);
  });
});

describe('the figures as text', () => {
  it('have frames, long frames and a line with as many columns as the heading for each job', () => {
    const text = writeFigures({
      frames: { durations: [16, 17], median: 16.5, percentile95: 17, longest: 48 },
      longFrames: { count: 0, last: null },
      costs: [
        {
          job: 'open',
          last: { known: 80, drawn: 140.04, stored: null },
          median: { known: 75, drawn: 130, stored: null },
          runs: 2,
        },
      ],
    });
    expect(text.split('\n')).toEqual([
      'Frames, the last 2: median 16.5 ms, 95th percentile 17.0 ms',
      'Longest frame of the last 10 s: 48.0 ms',
      'Long frames: none',
      '',
      'ms\tlast, in memory\tlast, drawn\tlast, saved\tmedian, in memory\tmedian, drawn\tmedian, saved\truns',
      'Open\t80.0\t140.0\t–\t75.0\t130.0\t–\t2',
    ]);
  });

  it('have dashes where nothing was seen yet', () => {
    const text = writeFigures({ frames: noFrames, longFrames: null, costs: [] });
    expect(text).toMatch(/^Frames, the last 0: median – ms, 95th percentile – ms\n/u);
  });
});
