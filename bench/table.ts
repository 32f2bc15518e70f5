import { type BenchResult, ratioToBest, slopesOf, subjectNames } from './results';
import { rowNames } from './rows/row';
import type { BenchRun, RunPart } from './runs-file';
import { shapes } from './shapes';

/** A whole run for people: under what conditions each part was measured, the table, and the slopes. */
export function reportOf({ results, parts }: BenchRun): string {
  return [...parts.map(headOf), '', tableOf(results), ...slopeLines(results)].join('\n');
}

function headOf({ shapes: names, machine, program, isQuick }: RunPart): string {
  const what = names.length === 0 ? 'nothing' : names.join(', ');
  return `${isQuick ? 'quick run of ' : ''}${what}: ${machine} · ${program}`;
}

/**
 * The results as a table for people: a line to each row and shape, a column to each subject with its median and, in
 * brackets, its 95th percentile; then how the program stands against `<mark>` and against the fastest baseline.
 */
export function tableOf(results: readonly BenchResult[]): string {
  const lines: string[][] = [
    ['row', 'shape', 'unit', ...subjectNames, 'to mark', 'to best baseline'],
  ];
  for (const row of rowNames)
    for (const { name: shape } of shapes) {
      const here = results.filter((result) => result.row === row && result.shape === shape);
      const [first] = here;
      if (!first) continue;
      const of = (subject: string) => here.find((result) => result.subject === subject);
      lines.push([
        row,
        shape,
        first.unit,
        ...subjectNames.map((subject) => cellOf(of(subject))),
        ratio(of('dateline')?.ratioToMark ?? null),
        ratio(ratioToBest(here)),
      ]);
    }
  return alignColumns(lines);
}

function cellOf(result: BenchResult | undefined): string {
  if (!result) return '–';
  if (result.median === null || result.p95 === null) return '> 60 s';
  const few = result.runs < 5 ? ` ×${result.runs}` : '';
  return `${figure(result.median)} (${figure(result.p95)})${few}`;
}

function slopeLines(results: readonly BenchResult[]): readonly string[] {
  return slopesOf(results)
    .filter(({ subject }) => subject === 'dateline')
    .map(({ row, unit, risePerTenfold: rise }) => {
      const sign = rise >= 0 ? '+' : '−';
      return `slope of ${row}: ${sign}${figure(Math.abs(rise))} ${unit} for each tenfold of annotations off screen`;
    });
}

function ratio(value: number | null): string {
  return value === null ? '–' : `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`;
}

function figure(value: number): string {
  return value < 100
    ? value.toFixed(1)
    : Math.round(value).toLocaleString('en-GB', { useGrouping: true });
}

function alignColumns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
