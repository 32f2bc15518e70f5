import type { Versioned } from './definition';
import { labelShape } from './label';
import { type Definitions, recordDefinitions, type Table, tables } from './records';
import {
  choice,
  constant,
  count,
  id,
  list,
  nullable,
  object,
  optional,
  ordinal,
  text,
  time,
  variants,
} from './shape';

/**
 * The version of the log, apart from the records in it: of its entries, their labels, and what is kept of the undo stack. A
 * label that is to say more gets another code, so that older entries are read as they are.
 */
export const logDefinition = { version: 1, upgrades: [] } as const satisfies Versioned;

/** Everything that is written with its version. */
export const versionedDefinitions = { log: logDefinition, ...recordDefinitions } as const;

/** The fields of the change of one record, beside its table. */
type ChangeFields<T extends Table> = {
  readonly id: { readonly type: 'id'; readonly prefix: Definitions[T]['prefix'] };
  readonly before: Side<T>;
  readonly after: Side<T>;
};

type Side<T extends Table> = {
  readonly type: 'object';
  readonly fields: Definitions[T]['fields'];
  readonly nullable: true;
};

/** One record before and after; null where there is none. */
export const recordChangeShape = variants(
  'table',
  Object.fromEntries(
    tables.map((table) => {
      const { prefix, fields } = recordDefinitions[table];
      const side = nullable(object(fields));
      return [table, { id: id(prefix), before: side, after: side }];
    }),
  ) as unknown as { readonly [T in Table]: ChangeFields<T> },
);

/** Of which version the log and the records in it were when an entry was written; 1 where nothing is said. */
export const versionsShape = object(
  Object.fromEntries(
    Object.keys(versionedDefinitions).map((name) => [name, optional(ordinal)]),
  ) as unknown as Readonly<
    Record<keyof typeof versionedDefinitions, { readonly type: 'whole'; min: 1; optional: true }>
  >,
);

const groupId = id('grp');

/** One entry of the log. */
export const entryShape = object({
  seq: ordinal,
  groupId,
  /** `undo` and `redo` entries carry the records as they were applied, and name the group they repeat or take back. */
  act: choice('do', 'undo', 'redo'),
  of: optional(groupId),
  /** Of a `do` entry: the step that could be undone before it, so that the log is the undo stack. */
  previous: optional(groupId),
  /** Of a `do` entry: it is a part of a group that was not whole yet, and so no step of undo. */
  isPart: optional(constant(true)),
  at: time,
  coder: text,
  versions: optional(versionsShape),
  change: object({ label: labelShape, records: list(recordChangeShape) }),
});

const step = { groupId, label: labelShape, previous: optional(groupId) };

/** What can be undone and redone: the head of the stack, and what was undone, the last of it last. */
export const undoStackShape = object({ undo: nullable(object(step)), redo: list(object(step)) });

/** A group of which some parts are applied and others are to come: the entries of its parts, in their order. */
export const stagedGroupShape = object({ groupId, seqs: list(ordinal, 1) });

/** The head of a snapshot, but for what tells that it is one. */
export const snapshotHeadShape = object({
  /** The version of the program that wrote it. */
  program: text,
  lineage: id('lin'),
  /** The last entry of the log when reading the store began. */
  from: count,
  /** When reading began. */
  at: time,
  versions: optional(versionsShape),
});

/** What is known of a snapshot once all rows are read. */
export const snapshotTailShape = object({
  /** The last entry of the log when reading ended. */
  to: count,
  /** How many there are of each kind; of a kind that the program did not know there are none. */
  ...(Object.fromEntries(tables.map((table) => [table, optional(count)])) as Readonly<
    Record<Table, { readonly type: 'whole'; readonly min: 0; readonly optional: true }>
  >),
  entries: count,
});
