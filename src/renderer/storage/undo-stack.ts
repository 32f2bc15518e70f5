import { type Change, type ChangeEntry, invert } from '../../core/change';
import type { GroupId } from '../../core/ids';
import type { undoStackShape } from '../../core/records/entry';
import type { ValueOf } from '../../core/records/shape';
import type { Database } from './db';

/**
 * What can be undone and redone. Only the head is held: the steps before it are found through `previous` in the log of
 * changes, so the stack has no limit and costs the same however long it is. The act undone last comes last in `redo`.
 */
export type UndoStack = ValueOf<typeof undoStackShape>;

/** One act that can be undone or redone, and the one before it. */
export type UndoStep = NonNullable<UndoStack['undo']>;

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

/** One step back or forward: what to apply, of which step it is, and the stack once it is applied. */
export interface Repetition {
  readonly of: GroupId;
  readonly changes: readonly Change[];
  readonly stack: UndoStack;
}

/** What undo or redo applies next; null when there is nothing to take back or to do again. */
export async function nextRepetition(
  database: Database,
  stack: UndoStack,
  act: 'undo' | 'redo',
): Promise<Repetition | null> {
  const step = act === 'undo' ? stack.undo : stack.redo.at(-1);
  if (!step) return null;
  const entries = await database.changes.where('groupId').equals(step.groupId).sortBy('seq');
  const changes = entries.map(({ change }) => change);
  if (act === 'redo')
    return { of: step.groupId, changes, stack: { undo: step, redo: stack.redo.slice(0, -1) } };
  return {
    of: step.groupId,
    changes: changes.toReversed().map(invert),
    stack: { undo: await stepBefore(database, step), redo: [...stack.redo, step] },
  };
}

/** So many steps back or forward. */
export interface Way {
  readonly act: 'undo' | 'redo';
  readonly count: number;
}

/**
 * How to get from the head of `stack` to where `target` is the head; null is where nothing is done yet. No steps at all
 * when it is the head already, and when it lies on no step that can be undone or redone.
 */
export async function wayTo(
  database: Database,
  stack: UndoStack,
  target: GroupId | null,
): Promise<Way> {
  const ahead = stack.redo.findIndex(({ groupId }) => groupId === target);
  if (ahead >= 0) return { act: 'redo', count: stack.redo.length - ahead };
  let step = stack.undo;
  let count = 0;
  for (; step && step.groupId !== target; count += 1) step = await stepBefore(database, step);
  return { act: 'undo', count: (step?.groupId ?? null) === target ? count : 0 };
}

/** The last entry of the group, which made it whole: the one that a step of the stack stands for. */
export function entryOf(database: Database, groupId: GroupId): Promise<ChangeEntry | undefined> {
  return database.changes.where('groupId').equals(groupId).last();
}

async function stepBefore(database: Database, { previous }: UndoStep): Promise<UndoStep | null> {
  const entry = previous && (await entryOf(database, previous));
  return entry ? stepOf(entry) : null;
}

function stepOf({ groupId, change, previous }: ChangeEntry): UndoStep {
  return { groupId, label: change.label, ...(previous && { previous }) };
}
