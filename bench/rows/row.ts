import type { Measured, SubjectName } from '../results';
import type { BenchWindow } from '../run/bench-window';
import type { Shape, ShapeName } from '../shapes';

/** What can be measured; the order is that of the table. */
export const rowNames = [
  'start',
  'list',
  'filter',
  'open',
  'loaded',
  'open-where-left',
  'switch',
  'add',
  'undo',
  'drag',
  'next',
  'next-far',
  'hit',
  'scroll',
  'find',
  'tag-all-look',
  'tag-all',
  'delete-all',
  'export',
  'export-first-byte',
  'export-peak',
  'journal',
  'restore',
  'memory',
] as const;

export type RowName = (typeof rowNames)[number];

export type Unit = 'ms' | 'µs' | 'MB';

/** What the figures of a row are. */
export function unitOf(row: RowName): Unit {
  if (row === 'hit') return 'µs';
  return row === 'memory' || row === 'export-peak' ? 'MB' : 'ms';
}

/** What a group of rows is measured with. */
export interface RowContext {
  readonly window: BenchWindow;
  /** Where the program puts exports. */
  readonly exports: string;
  readonly shape: Shape;
  readonly subject: SubjectName;
  /** How many values are wanted of each row. */
  readonly runs: number;
  /** Whether the run is to be over soon. */
  readonly isQuick: boolean;
}

/** Rows that are measured together, since one interaction or one preparation gives them all. */
export interface RowGroup {
  readonly rows: readonly RowName[];
  /** The subjects and shapes for which they mean something; absent for all. */
  readonly subjects?: readonly SubjectName[];
  readonly shapes?: readonly ShapeName[];
  /** Whether they are measured with the first document open and loaded, rather than with the blank page. */
  readonly needsOpen: boolean;
  readonly measure: (context: RowContext) => Promise<Partial<Record<RowName, Measured>>>;
}
