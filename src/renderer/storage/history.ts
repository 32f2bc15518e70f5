import type { ChangeEntry, ChangeLabel, RecordChange } from '../../core/change';
import type { ArticleId, GroupId } from '../../core/ids';
import type { Database } from './db';
import { entryOf, type UndoStack } from './undo-stack';

/** An act of a person to which one can go back or forward, without the records it changed. */
export interface HistoryStep {
  readonly groupId: GroupId;
  readonly label: ChangeLabel;
  /** When it was first done: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Who did it; empty when no name was given. */
  readonly coder: string;
  /** The article whose records it changed; absent when there were several. */
  readonly articleId?: ArticleId;
  /** The step before it. */
  readonly previous?: GroupId;
  readonly state: 'done' | 'undone';
  /** Whether it is the last that is done: undo would take it back next. */
  readonly isHead: boolean;
}

/** Which part of the history to read. */
export interface HistoryRequest {
  /** How many done steps at most. Those that were undone all come besides. */
  readonly limit: number;
  /** Steps read before, which are not read again. What they say of `state` and `isHead` may be out of date. */
  readonly known?: readonly HistoryStep[];
}

/** The newer part of the history. */
export interface History {
  /** From the newest to the oldest: first what was undone, then the head of the stack and what was done before it. */
  readonly steps: readonly HistoryStep[];
  /** Whether older steps were left out. */
  readonly hasMore: boolean;
}

/**
 * Reads the steps that `stack` can undo and redo. Steps that a later edit has cut off are no part of it. An entry of the
 * log is read with its records, however many, but only its step is kept. Throws when the log lacks a step of the stack.
 */
export function readHistory(
  database: Database,
  stack: UndoStack,
  { limit, known = [] }: HistoryRequest,
): Promise<History> {
  const held = new Map<GroupId, StepFacts>(known.map((step) => [step.groupId, step]));
  return database.transaction('r', database.changes, async () => {
    const steps: HistoryStep[] = [];
    // What is known is not awaited: a transaction that asks nothing for a while is over.
    for (const { groupId } of stack.redo) {
      const facts = held.get(groupId) ?? (await readStep(database, groupId));
      steps.push({ ...facts, state: 'undone', isHead: false });
    }
    let next = stack.undo?.groupId;
    for (let left = limit; next && left > 0; left -= 1) {
      const facts: StepFacts = held.get(next) ?? (await readStep(database, next));
      steps.push({ ...facts, state: 'done', isHead: next === stack.undo?.groupId });
      next = facts.previous;
    }
    return { steps, hasMore: next !== undefined };
  });
}

type StepFacts = Omit<HistoryStep, 'state' | 'isHead'>;

async function readStep(database: Database, id: GroupId): Promise<StepFacts> {
  const entry = await entryOf(database, id);
  if (!entry) throw new Error(`the log of changes holds no ${id}`);
  return factsOf(entry);
}

function factsOf({ groupId, at, coder, previous, change }: ChangeEntry): StepFacts {
  const articleId = articleOf(change.records);
  return {
    groupId,
    label: change.label,
    at,
    coder,
    ...(articleId && { articleId }),
    ...(previous && { previous }),
  };
}

function articleOf(records: readonly RecordChange[]): ArticleId | undefined {
  const [first] = records;
  const id = first && articleOfRecord(first);
  return records.every((record) => articleOfRecord(record) === id) ? id : undefined;
}

function articleOfRecord(record: RecordChange): ArticleId | undefined {
  if (record.table === 'articles') return record.id;
  const held = record.after ?? record.before;
  return held && 'articleId' in held ? held.articleId : undefined;
}
