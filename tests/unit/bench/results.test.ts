import { describe, expect, it } from 'vitest';
import {
  type BenchResult,
  fastestBaseline,
  type Measured,
  type Measurement,
  ratioToBest,
  resultsOf,
  type SubjectName,
  slopesOf,
} from '../../../bench/results';
import type { ShapeName } from '../../../bench/shapes';

/** What was measured of `add` on shape A in these subjects. */
function measure(
  measured: Partial<Record<SubjectName, Measured>>,
  shape: ShapeName = 'A',
): readonly Measurement[] {
  return Object.entries(measured).map(([subject, values]) => ({
    shape,
    row: 'add',
    subject: subject as SubjectName,
    unit: 'ms',
    measured: values,
  }));
}

function resultOf(results: readonly BenchResult[], subject: SubjectName): BenchResult | undefined {
  return results.find((result) => result.subject === subject);
}

describe('the ratios of a row', () => {
  const cases = [
    {
      name: 'the fastest being <mark>',
      measured: { dateline: [30], mark: [20], 'recogito-span': [40], 'recogito-highlight': [60] },
      toMark: 1.5,
      fastest: 'mark',
      toBest: 1.5,
    },
    {
      name: 'the fastest being another',
      measured: { dateline: [30], mark: [20], 'recogito-span': [40], 'recogito-highlight': [10] },
      toMark: 1.5,
      fastest: 'recogito-highlight',
      toBest: 3,
    },
    {
      name: '<mark> having taken over a minute',
      measured: { dateline: [30], mark: 'exceeded', 'recogito-span': [40] },
      toMark: null,
      fastest: 'recogito-span',
      toBest: 0.75,
    },
    {
      name: 'another having taken over a minute',
      measured: { dateline: [30], mark: [20], 'recogito-span': 'exceeded' },
      toMark: 1.5,
      fastest: 'mark',
      toBest: 1.5,
    },
    {
      name: 'all baselines having taken over a minute',
      measured: { dateline: [30], mark: 'exceeded', 'recogito-span': 'exceeded' },
      toMark: null,
      fastest: null,
      toBest: null,
    },
    {
      name: 'the program itself having taken over a minute',
      measured: { dateline: 'exceeded', mark: [20] },
      toMark: null,
      fastest: 'mark',
      toBest: null,
    },
    {
      name: 'no baseline being there',
      measured: { dateline: [30] },
      toMark: null,
      fastest: null,
      toBest: null,
    },
    {
      name: '<mark> having taken no time that the clock can tell',
      measured: { dateline: [30], mark: [0] },
      toMark: null,
      fastest: 'mark',
      toBest: null,
    },
    {
      name: 'medians and not means being compared',
      measured: { dateline: [10, 30, 500], mark: [20, 20, 900], 'recogito-span': [21, 21, 21] },
      toMark: 1.5,
      fastest: 'mark',
      toBest: 1.5,
    },
  ] as const;
  it.each(cases)('are those of $name', ({ measured, toMark, fastest, toBest }) => {
    const results = resultsOf(measure(measured));
    expect(resultOf(results, 'dateline')?.ratioToMark).toBe(toMark);
    expect(fastestBaseline(results)?.subject ?? null).toBe(fastest);
    expect(ratioToBest(results)).toBe(toBest);
  });

  it('are taken within one shape and one row', () => {
    const results = resultsOf([
      ...measure({ dateline: [30] }, 'A'),
      ...measure({ mark: [20] }, 'B'),
      { shape: 'A', row: 'undo', subject: 'mark', unit: 'ms', measured: [20] },
    ]);
    expect(resultOf(results, 'dateline')?.ratioToMark).toBeNull();
  });
});

describe('an entry', () => {
  it('has median, 95th percentile, spread and number of its values', () => {
    expect(resultsOf(measure({ mark: [4, 2, 3] }))).toEqual([
      {
        shape: 'A',
        row: 'add',
        subject: 'mark',
        unit: 'ms',
        median: 3,
        p95: 4,
        ratioToMark: 1,
        spread: [2, 4],
        runs: 3,
      },
    ]);
  });

  it('says of what was given up that it was, and nothing else', () => {
    expect(resultsOf(measure({ mark: 'exceeded' }))).toEqual([
      {
        shape: 'A',
        row: 'add',
        subject: 'mark',
        unit: 'ms',
        median: null,
        p95: null,
        ratioToMark: null,
        exceeded: true,
        runs: 0,
      },
    ]);
  });
});

describe('the slopes', () => {
  const rising = [
    ...measure({ dateline: [10], mark: [10] }, '1k'),
    ...measure({ dateline: [11], mark: [40] }, '10k'),
    ...measure({ dateline: [12], mark: [70] }, '100k'),
  ];

  it('are those of every subject that was measured on all three shapes', () => {
    expect(slopesOf(resultsOf(rising))).toEqual([
      { row: 'add', subject: 'dateline', unit: 'ms', risePerTenfold: 1 },
      { row: 'add', subject: 'mark', unit: 'ms', risePerTenfold: 30 },
    ]);
  });

  it('are none of what was given up, or measured on two shapes alone', () => {
    const exceeded = measure({ mark: 'exceeded' }, '100k');
    expect(
      slopesOf(resultsOf([...rising.slice(0, 4), ...exceeded])).map(({ subject }) => subject),
    ).toEqual([]);
  });
});
