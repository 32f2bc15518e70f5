import type { ChangeEntry, ChangeLabel } from '../../core/change';
import type { GroupId } from '../../core/ids';
import type { Database } from './db';

/** One act that can be undone or redone, and the one before it. */
export interface UndoStep {
  readonly groupId: GroupId;
  readonly label: ChangeLabel;
  readonly previous?: GroupId;
}

/**
 * What can be undone and redone. Only the head is held: the steps before it are found through `previous` in the log of
 * changes, so the stack has no limit and costs the same however long it is.
 */
export interface UndoStack {
  readonly undo: UndoStep | null;
  /** The act undone last comes last. */
  readonly redo: readonly UndoStep[];
}

const key = 'undo-stack';

/** The stack as stored; empty in a new store. */
export async function readUndoStack(database: Database): Promise<UndoStack> {
  const row = await database.state.get(key);
  return (row?.value as UndoStack | undefined) ?? { undo: null, redo: [] };
}

/** Stores `stack`. Runs inside the transaction that changes the records, so that the two never disagree. */
export async function writeUndoStack(database: Database, stack: UndoStack): Promise<void> {
  await database.state.put({ key, value: stack });
}

/** The stack after the new act `entry`: what was undone before can no longer be redone. */
export function afterDoing(entry: ChangeEntry): UndoStack {
  return { undo: stepOf(entry), redo: [] };
}

/** The stack after its head was undone; `previous` is the first entry of the step before it, if there is one. */
export function afterUndoing({ undo, redo }: UndoStack, previous: ChangeEntry | null): UndoStack {
  return { undo: previous && stepOf(previous), redo: undo ? [...redo, undo] : redo };
}

/** The stack after the act undone last was redone. */
export function afterRedoing({ undo, redo }: UndoStack): UndoStack {
  return { undo: redo.at(-1) ?? undo, redo: redo.slice(0, -1) };
}

function stepOf({ groupId, change, previous }: ChangeEntry): UndoStep {
  return { groupId, label: change.label, ...(previous && { previous }) };
}
