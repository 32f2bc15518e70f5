import type { Measured, SubjectName } from '../results';
import type { BenchHost } from '../run/bench-host';
import type { BenchWindow } from '../run/bench-window';
import type { Shape, ShapeName } from '../shapes';

/** What can be measured; the order is that of the table. */
export const rowNames = [
  'start-cold',
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
  'hit-lookup',
  'scroll',
  'find',
  'tag-all-look',
  'tag-all',
  'delete-all',
  'export',
  'export-first-byte',
  'export-peak',
  'import',
  'journal',
  'restore',
  'memory',
] as const;

export type RowName = (typeof rowNames)[number];

/** Every unit that a row can have. */
export const units = ['ms', 'µs', 'MB'] as const;

export type Unit = (typeof units)[number];

/** What the figures of a row are. */
export function unitOf(row: RowName): Unit {
  if (row === 'hit' || row === 'hit-lookup') return 'µs';
  return row === 'memory' || row === 'export-peak' ? 'MB' : 'ms';
}

/** What any group of rows is measured with. */
export interface TurnContext {
  readonly shape: Shape;
  readonly subject: SubjectName;
  /** How many values are wanted of each row. */
  readonly runs: number;
  /** Whether the run is to be over soon. */
  readonly isQuick: boolean;
}

/** What a group of rows in an open window is measured with. */
export interface RowContext extends TurnContext {
  readonly window: BenchWindow;
  /** Where the program puts exports. */
  readonly exports: string;
}

/** What a group of rows is measured with that starts the program itself. */
export interface ApartContext extends TurnContext {
  readonly host: BenchHost;
  /** A folder of its own, which is not there yet. */
  readonly folder: string;
}

/** Rows that are measured together, since one interaction or one preparation gives them all. */
export interface RowsTogether {
  readonly rows: readonly RowName[];
  /** The subjects and shapes for which they mean something; absent for all. */
  readonly subjects?: readonly SubjectName[];
  readonly shapes?: readonly ShapeName[];
  /** The shapes on which they take too long for a quick run; absent for none. */
  readonly notWhenQuick?: readonly ShapeName[];
}

/** Rows that are measured one group after another in one window. */
export interface RowGroup extends RowsTogether {
  /** Whether they are measured with the first document open and loaded, rather than with the blank page. */
  readonly needsOpen: boolean;
  /** Whether they leave the first document open and loaded. */
  readonly leavesOpen?: boolean;
  readonly measure: (context: RowContext) => Promise<Values>;
}

/** Rows of the program that start it themselves, when nothing else of it runs. */
export interface RowGroupApart extends RowsTogether {
  readonly measure: (context: ApartContext) => Promise<Values>;
}

/** What a group has measured; a row without values was not measured. */
export type Values = Partial<Record<RowName, Measured>>;
