import type { RowName, Unit } from './rows/row';
import type { ShapeName } from './shapes';
import { type Summary, summarise } from './statistics';

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
  /** The lowest and the highest value; absent when there are none. */
  readonly spread?: readonly [number, number];
  readonly runs: number;
}

/** Sums up measurements and puts each in relation to `mark`. */
export function resultsOf(measurements: readonly Measurement[]): readonly BenchResult[] {
  return measurements.map((measurement) => {
    const { shape, row, subject, unit, measured } = measurement;
    if (measured === 'exceeded')
      return { shape, row, subject, median: null, p95: null, unit, ratioToMark: null, runs: 0 };
    const { median, p95, spread, runs } = summarise(measured);
    const mark = summaryOfMark(measurements, measurement)?.median ?? 0;
    const ratioToMark = mark === 0 ? null : median / mark;
    return { shape, row, subject, median, p95, unit, ratioToMark, spread, runs };
  });
}

function summaryOfMark(
  measurements: readonly Measurement[],
  { shape, row }: Measurement,
): Summary | null {
  const found = measurements.find(
    (one) => one.subject === 'mark' && one.shape === shape && one.row === row,
  );
  return found && found.measured !== 'exceeded' ? summarise(found.measured) : null;
}
