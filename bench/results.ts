import type { RowName, Unit } from './rows/row';
import { type ShapeName, slopeShapes } from './shapes';
import { risePerTenfold, summarise } from './statistics';

/** What is measured: the program, or one of the ways to draw annotations that it is held against. */
export type SubjectName = 'dateline' | 'mark' | 'recogito-span' | 'recogito-highlight';

/** Every subject, in the order of the table's columns. */
export const subjectNames = [
  'dateline',
  'mark',
  'recogito-span',
  'recogito-highlight',
] as const satisfies readonly SubjectName[];

/** What was measured of one row: its values, or that it was given up after 60 seconds. */
export type Measured = readonly number[] | 'exceeded';

/** One measurement of one subject, as it comes from a run. */
export interface Measurement {
  readonly shape: ShapeName;
  readonly row: RowName;
  readonly subject: SubjectName;
  readonly unit: Unit;
  readonly measured: Measured;
}

/** One entry of `results/latest.json`. */
export interface BenchResult {
  readonly shape: ShapeName;
  readonly row: RowName;
  readonly subject: SubjectName;
  /** Null when it did not finish in 60 seconds; `p95` and the ratio are null then too. */
  readonly median: number | null;
  readonly p95: number | null;
  readonly unit: Unit;
  /** The median over that of `mark` in the same row and shape; null without one, or one of 0. */
  readonly ratioToMark: number | null;
  /** There when it did not finish in 60 seconds. */
  readonly exceeded?: true;
  /** The lowest and the highest value; absent when there are none. */
  readonly spread?: readonly [number, number];
  readonly runs: number;
}

/** Sums up measurements and puts each in relation to `mark`. */
export function resultsOf(measurements: readonly Measurement[]): readonly BenchResult[] {
  return measurements.map(({ shape, row, subject, unit, measured }) => {
    const facts = { shape, row, subject, unit };
    if (measured === 'exceeded')
      return { ...facts, median: null, p95: null, ratioToMark: null, exceeded: true, runs: 0 };
    const { median, p95, spread, runs } = summarise(measured);
    const ofMark = measurements.find(
      (one) => one.subject === 'mark' && one.shape === shape && one.row === row,
    )?.measured;
    const mark = ofMark && ofMark !== 'exceeded' ? summarise(ofMark).median : 0;
    return { ...facts, median, p95, ratioToMark: mark === 0 ? null : median / mark, spread, runs };
  });
}

/**
 * The baseline with the lowest median among the results of one row and shape; null when there is none. One that did not
 * finish is never the fastest.
 */
export function fastestBaseline(here: readonly BenchResult[]): BenchResult | null {
  let fastest: BenchResult | null = null;
  for (const result of here) {
    if (result.subject === 'dateline' || result.median === null) continue;
    if (fastest?.median == null || result.median < fastest.median) fastest = result;
  }
  return fastest;
}

/** The program's median over that of the fastest baseline, in one row and shape; null without one of the two, or one of 0. */
export function ratioToBest(here: readonly BenchResult[]): number | null {
  const own = here.find(({ subject }) => subject === 'dateline')?.median ?? null;
  const best = fastestBaseline(here)?.median ?? 0;
  return own === null || best === 0 ? null : own / best;
}

/** One entry of `results/latest-slopes.json`. */
export interface Slope {
  readonly row: RowName;
  readonly subject: SubjectName;
  readonly unit: Unit;
  /** By how much the median rises for each tenfold of annotations off screen. */
  readonly risePerTenfold: number;
}

/** The slopes of every row and subject that was measured on all shapes of the slope. */
export function slopesOf(results: readonly BenchResult[]): readonly Slope[] {
  const [first] = slopeShapes;
  return results.flatMap(({ shape, row, subject, unit }) => {
    if (shape !== first.shape) return [];
    const medians = slopeShapes.map(
      (of) =>
        results.find((one) => one.shape === of.shape && one.row === row && one.subject === subject)
          ?.median ?? null,
    );
    if (!medians.every((median) => median !== null)) return [];
    const sizes = slopeShapes.map(({ annotations }) => annotations);
    return [{ row, subject, unit, risePerTenfold: risePerTenfold(sizes, medians) }];
  });
}
