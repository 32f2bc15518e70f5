import type { ChangeEntry } from '../../core/change';
import { err, ok, type Result } from '../../core/result';
import { applyRecords } from './apply-change';
import { Composition } from './composition';
import { ConflictError } from './conflict-error';
import { type Database, recordTables } from './db';
import { lastSeq } from './journal-source';
import { lastPartOf, readStagedGroup, withPart, writeStagedGroup } from './staged-group';
import { afterDoing, nextRepetition, readUndoStack, writeUndoStack } from './undo-stack';

/**
 * Why an act of the log cannot be done again. `out-of-step`: it does not follow the last entry; `conflict`: a record is
 * not as the act says it was; `wrong-step`: it takes back or repeats another step than the undo stack would.
 */
export interface ReplayFault {
  readonly code: 'out-of-step' | 'conflict' | 'wrong-step';
  /** The number of its first entry. */
  readonly seq: number;
  readonly detail: string;
}

/**
 * Does again acts of the log, as `actsOf` gives them, in one transaction: records, log, undo stack and staged group are then
 * as the store left them that wrote them. When one does not fit, nothing of them all is done. A record that several acts
 * change is written once.
 */
export async function replayActs(
  database: Database,
  acts: readonly (readonly ChangeEntry[])[],
): Promise<Result<null, ReplayFault>> {
  let seq = 0;
  const { changes, state } = database;
  const tables = [...recordTables(database), changes, state];
  const composition = new Composition();
  try {
    await database.transaction('rw', tables, async () => {
      for (const entries of acts) {
        seq = entries[0]?.seq ?? 0;
        await checkNumbers(database, entries);
        await move(database, entries);
        for (const entry of entries) composition.add(entry.change.records, entry.seq);
      }
      await applyRecords(database, composition.changes);
    });
    return ok(null);
  } catch (thrown) {
    if (thrown instanceof ConflictError) {
      const first = composition.firstSeqOf(thrown.recordId);
      return err({ code: 'conflict', seq: first ?? seq, detail: thrown.message });
    }
    if (thrown instanceof MisfitError)
      return err({ code: thrown.code, seq, detail: thrown.message });
    throw thrown;
  }
}

/** Thrown inside the transaction, which it rolls back. */
class MisfitError extends Error {
  override readonly name = 'MisfitError';
  readonly code: 'out-of-step' | 'wrong-step';

  constructor(code: MisfitError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

async function checkNumbers(database: Database, entries: readonly ChangeEntry[]): Promise<void> {
  const last = await lastSeq(database);
  for (const [index, { seq }] of entries.entries())
    if (seq !== last + 1 + index)
      throw new MisfitError('out-of-step', `entry ${seq} comes where ${last + 1 + index} should`);
}

async function move(database: Database, entries: readonly ChangeEntry[]): Promise<void> {
  for (const entry of entries)
    if (entry.act === 'do') await redoDone(database, entry);
    else if (entry === entries[0]) await takeStep(database, entries, entry);
}

async function redoDone(database: Database, entry: ChangeEntry): Promise<void> {
  const staged = await readStagedGroup(database);
  if (entry.isPart) await writeStagedGroup(database, withPart(staged, entry));
  else {
    if (staged?.groupId === entry.groupId) await writeStagedGroup(database, null);
    await writeUndoStack(database, afterDoing(entry));
  }
  await write(database, [entry]);
}

/** Undo, redo, or the taking back of a part of a group that is not whole. */
async function takeStep(
  database: Database,
  entries: readonly ChangeEntry[],
  { act, of, seq }: ChangeEntry,
): Promise<void> {
  const staged = await readStagedGroup(database);
  const part = staged && staged.groupId === of && (await lastPartOf(database, staged));
  if (part) {
    await write(database, entries);
    await writeStagedGroup(database, part.rest);
    return;
  }
  const next =
    act === 'do' ? null : await nextRepetition(database, await readUndoStack(database), act);
  if (!next || next.of !== of || next.changes.length !== entries.length)
    throw new MisfitError('wrong-step', `entry ${seq}: ${act} of ${of} is not the next step`);
  await write(database, entries);
  await writeUndoStack(database, next.stack);
}

async function write(database: Database, entries: readonly ChangeEntry[]): Promise<void> {
  await database.changes.bulkAdd([...entries]);
}
