import { describe, expect, it } from 'vitest';
import { resultsOf } from '../../../bench/results';
import {
  type BenchRun,
  formatFigures,
  mergeRuns,
  parseParts,
  parseResults,
  type RunPart,
} from '../../../bench/runs-file';
import type { ShapeName } from '../../../bench/shapes';

const conditions = { machine: '2 × Mill', program: 'Dateline 1', isQuick: false };

function partOf(shapes: readonly ShapeName[], facts: Partial<RunPart> = {}): RunPart {
  return { ...conditions, shapes, ...facts };
}

/** One invocation: `add` of the program on these shapes, all taking as long. */
function measure(shapes: readonly ShapeName[], took: number, facts: Partial<RunPart> = {}) {
  const results = resultsOf(
    shapes.map((shape) => ({
      shape,
      row: 'add',
      subject: 'dateline',
      unit: 'ms',
      measured: [took],
    })),
  );
  return { results, part: partOf(shapes, facts) };
}

function runOf(...made: readonly ReturnType<typeof measure>[]): BenchRun {
  return { results: made.flatMap(({ results }) => results), parts: made.map(({ part }) => part) };
}

function tookOn({ results }: BenchRun): readonly string[] {
  return results.map(({ shape, median }) => `${shape} ${median}`);
}

describe('the figures in latest.json', () => {
  const entry = {
    shape: 'A',
    row: 'add',
    subject: 'mark',
    median: 3,
    p95: 4,
    unit: 'ms',
    ratioToMark: 1,
    spread: [2, 4],
    runs: 3,
  };
  const givenUp = { median: null, p95: null, ratioToMark: null, exceeded: true, runs: 0 };
  const { spread: _, ...bare } = entry;

  it('are read as they were written', () => {
    const results = resultsOf([
      { shape: 'A', row: 'add', subject: 'dateline', unit: 'ms', measured: [5, 6] },
      { shape: 'A', row: 'add', subject: 'mark', unit: 'ms', measured: 'exceeded' },
      { shape: 'B', row: 'hit', subject: 'mark', unit: 'µs', measured: [0] },
    ]);
    expect(parseResults(formatFigures(results))).toEqual(results);
  });

  const good = [
    { name: 'an entry', list: [entry] },
    { name: 'one without a spread', list: [bare] },
    { name: 'one that was given up', list: [{ ...bare, ...givenUp }] },
    { name: 'no entry', list: [] },
  ];
  it.each(good)('may be $name', ({ list }) => {
    expect(parseResults(JSON.stringify(list))).toEqual(list);
  });

  const bad = [
    { name: 'an object', list: { results: [entry] } },
    { name: 'of a row that there is not', list: [{ ...entry, row: 'tea' }] },
    { name: 'of a shape that there is not', list: [{ ...entry, shape: 'Z' }] },
    { name: 'of a subject that there is not', list: [{ ...entry, subject: 'paper' }] },
    { name: 'without a median', list: [{ ...entry, median: undefined }] },
    { name: 'without a median, and without saying why', list: [{ ...entry, median: null }] },
    { name: 'with a median of what was given up', list: [{ ...entry, exceeded: true }] },
    { name: 'in words', list: [{ ...entry, median: '> 60 s' }] },
    { name: 'with something else beside', list: [{ ...entry, mean: 3 }] },
  ];
  it.each(bad)('are never $name', ({ list }) => {
    expect(() => parseResults(JSON.stringify(list))).toThrow();
  });
});

describe('the parts of a run', () => {
  it('are read as they were written', () => {
    const parts = [partOf(['A', 'B']), partOf(['C'], { isQuick: true })];
    expect(parseParts(formatFigures(parts))).toEqual(parts);
  });

  const cases = [
    {
      name: 'nothing before it',
      before: runOf(),
      now: measure(['A'], 2),
      took: ['A 2'],
      parts: [partOf(['A'])],
    },
    {
      name: 'other shapes before it, which stay',
      before: runOf(measure(['A', 'B'], 1)),
      now: measure(['C'], 2),
      took: ['A 1', 'B 1', 'C 2'],
      parts: [partOf(['A', 'B']), partOf(['C'])],
    },
    {
      name: 'the same shape before it, which is replaced',
      before: runOf(measure(['A', 'B'], 1)),
      now: measure(['B'], 2),
      took: ['A 1', 'B 2'],
      parts: [partOf(['A']), partOf(['B'])],
    },
    {
      name: 'a part before it of which nothing is left',
      before: runOf(measure(['A'], 1), measure(['B'], 1)),
      now: measure(['B'], 2),
      took: ['A 1', 'B 2'],
      parts: [partOf(['A']), partOf(['B'])],
    },
    {
      name: 'another machine before it, whose shapes are dropped',
      before: runOf(measure(['A', 'B'], 1, { machine: '4 × Loom' }), measure(['D'], 1)),
      now: measure(['B'], 2),
      took: ['D 1', 'B 2'],
      parts: [partOf(['D']), partOf(['B'])],
      dropped: ['A'],
    },
    {
      name: 'another program before it, whose shapes are dropped',
      before: runOf(measure(['A'], 1, { program: 'Dateline 2' })),
      now: measure(['B'], 2),
      took: ['B 2'],
      parts: [partOf(['B'])],
      dropped: ['A'],
    },
    {
      name: 'a quick run before it, whose shapes are dropped',
      before: runOf(measure(['A'], 1, { isQuick: true })),
      now: measure(['B'], 2),
      took: ['B 2'],
      parts: [partOf(['B'])],
      dropped: ['A'],
    },
    {
      name: 'nothing measured in it',
      before: runOf(measure(['A'], 1)),
      now: measure([], 2),
      took: ['A 1'],
      parts: [partOf(['A']), partOf([])],
    },
  ];
  it.each(cases)('make one together, with $name', ({ before, now, took, parts, dropped = [] }) => {
    const merged = mergeRuns(before, now);
    expect(tookOn(merged)).toEqual(took);
    expect(merged.parts).toEqual(parts);
    expect(merged.dropped).toEqual(dropped);
  });
});
