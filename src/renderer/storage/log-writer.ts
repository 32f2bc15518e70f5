import { type Change, type ChangeEntry, invert } from '../../core/change';
import { type ArticleId, type GroupId, makeId } from '../../core/ids';
import { currentVersions } from '../../core/records/upgrade';
import { applyRecords, ConflictError } from './apply-change';
import { forgetBlocks } from './block-writer';
import { type Database, recordTables, type TextRow } from './db';
import { lastSeq } from './journal-source';
import { forgetLibraryCopy } from './library-copy';
import { RecentSteps } from './recent-steps';
import {
  dropStrayCounts,
  lastPartOf,
  readStagedGroup,
  StagedHold,
  withPart,
  writeStagedGroup,
} from './staged-group';
import {
  afterDoing,
  nextRepetition,
  readUndoStack,
  type UndoStack,
  type Way,
  writeUndoStack,
} from './undo-stack';

/** What a log is written with. */
export interface LogContext {
  readonly database: Database;
  /** A string that was never given before. */
  readonly unique: () => string;
  /** Who is at work; empty when no name was given. */
  readonly coder: () => string;
}

/** Something new that was done. */
export interface NewAct {
  readonly change: Change;
  readonly texts: readonly TextRow[];
  readonly groupId: GroupId;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** The article that has to be there for it; what was added to one that has gone would never be seen again. */
  readonly owner?: ArticleId | undefined;
}

/**
 * Writes acts, each in one strictly durable transaction over records, counts, log and undo stack, one after another: the
 * caller sees to that. It throws when an act cannot be written, and has written nothing of it then.
 */
export class LogWriter {
  readonly #context: LogContext;
  #undoStack: UndoStack;
  /** The number of the last entry of the log. Held, like the undo stack, since nothing else writes to this database. */
  #lastSeq: number;
  readonly #recent = new RecentSteps();
  /** There while a group is not whole. */
  #hold: StagedHold | null;

  private constructor(
    context: LogContext,
    start: {
      readonly undoStack: UndoStack;
      readonly lastSeq: number;
      readonly hold: StagedHold | null;
    },
  ) {
    this.#context = context;
    this.#undoStack = start.undoStack;
    this.#lastSeq = start.lastSeq;
    this.#hold = start.hold;
  }

  /** A writer over an open database, from where the log ends. */
  static async over(context: LogContext): Promise<LogWriter> {
    const { database } = context;
    const staged = await readStagedGroup(database);
    return new LogWriter(context, {
      undoStack: await readUndoStack(database),
      lastSeq: await lastSeq(database),
      hold: staged && (await StagedHold.of(database, staged)),
    });
  }

  /** What can be undone and redone. */
  get undoStack(): UndoStack {
    return this.#undoStack;
  }

  /**
   * What `repeat` will apply for one step of `act` if nothing is written before; an empty list when there is no such step,
   * and null when that is not at hand without reading the log.
   */
  foresee(act: 'undo' | 'redo'): readonly Change[] | null {
    const step = act === 'undo' ? this.#undoStack.undo : this.#undoStack.redo.at(-1);
    if (!step) return [];
    const change = this.#recent.changeOf(step.groupId);
    if (!change) return null;
    return [act === 'undo' ? invert(change) : change];
  }

  /** Whether there is a group that is not whole. */
  get hasStagedGroup(): boolean {
    return this.#hold !== null;
  }

  /** Applies a part of a group that is not whole yet. */
  async stage(change: Change, groupId: GroupId, at: string): Promise<readonly ChangeEntry[]> {
    const entries = await this.#transact(async (stack) => {
      const { database } = this.#context;
      const staged = await readStagedGroup(database);
      const entry = await this.#write({ change, groupId, act: 'do', isPart: true, at });
      await writeStagedGroup(database, withPart(staged, entry));
      return { entries: [entry], stack };
    });
    this.#hold ??= new StagedHold();
    this.#hold.take(change);
    return entries;
  }

  /** Takes back the last part of the group that is not whole; an empty list when there is none. */
  async withdrawPart(at: string): Promise<readonly ChangeEntry[]> {
    const { database, unique } = this.#context;
    const entries = await this.#transact(async (stack) => {
      const staged = await readStagedGroup(database);
      const part = staged && (await lastPartOf(database, staged));
      if (!part) return { entries: [], stack };
      const { entry, rest } = part;
      const change = invert(entry.change);
      const groupId = makeId('grp', unique());
      const undone = await this.#write({ change, groupId, act: 'undo', of: entry.groupId, at });
      await dropStrayCounts(database, [change]);
      await writeStagedGroup(database, rest);
      return { entries: [undone], stack };
    });
    if (entries.length === 0) this.#hold = null;
    return entries;
  }

  /** Applies a new act as a step of undo; when its group was not whole, it is now. */
  async do({ change, texts, groupId, at, owner }: NewAct): Promise<readonly ChangeEntry[]> {
    const { database } = this.#context;
    const staged = this.#hold && (await readStagedGroup(database));
    const completes = staged?.groupId === groupId;
    const entries = await this.#transact(async (stack) => {
      if (completes) await writeStagedGroup(database, null);
      else this.#hold?.check(change);
      if (owner && !(await database.articles.get(owner)))
        throw new ConflictError(`articles ${owner} is not there`);
      await addTexts(database, texts);
      const previous = stack.undo && { previous: stack.undo.groupId };
      const entry = await this.#write({ change, groupId, act: 'do', ...previous, at });
      return { entries: [entry], stack: afterDoing(entry) };
    });
    if (completes) this.#hold = null;
    else this.#recent.add(groupId, change);
    return entries;
  }

  /** Takes back or does again the steps of the way, all together or not at all. */
  repeat(
    wayFrom: (stack: UndoStack) => Way | Promise<Way>,
    at: string,
  ): Promise<readonly ChangeEntry[]> {
    return this.#transact(async (before) => {
      const { database, unique } = this.#context;
      const { act, count } = await wayFrom(before);
      const entries: ChangeEntry[] = [];
      let stack = before;
      for (let left = count; left > 0; left -= 1) {
        const next = await nextRepetition(database, stack, act);
        if (!next) break;
        const groupId = makeId('grp', unique());
        for (const change of next.changes) {
          this.#hold?.check(change);
          entries.push(await this.#write({ change, groupId, act, of: next.of, at }));
        }
        if (next.changes.length > 1) await dropStrayCounts(database, next.changes);
        stack = next.stack;
      }
      return { entries, stack };
    });
  }

  async #write(entry: Omit<ChangeEntry, 'seq' | 'coder' | 'versions'>): Promise<ChangeEntry> {
    const { database, coder } = this.#context;
    this.#lastSeq += 1;
    const numbered = { ...entry, seq: this.#lastSeq, coder: coder(), versions: currentVersions };
    await applyRecords(database, entry.change, () => database.changes.add(numbered));
    return numbered;
  }

  async #transact(
    body: (
      stack: UndoStack,
    ) => Promise<{ readonly entries: readonly ChangeEntry[]; readonly stack: UndoStack }>,
  ): Promise<readonly ChangeEntry[]> {
    const { database } = this.#context;
    const { texts, changes, counts, state } = database;
    const tables = [...recordTables(database), texts, changes, counts, state];
    const before = { stack: this.#undoStack, lastSeq: this.#lastSeq };
    try {
      const { entries, stack } = await database.transaction('rw', tables, async () => {
        const result = await body(before.stack);
        if (result.stack !== before.stack) await writeUndoStack(database, result.stack);
        return result;
      });
      this.#undoStack = stack;
      return entries;
    } catch (thrown) {
      this.#lastSeq = before.lastSeq;
      if (thrown instanceof ConflictError) await forgetCopies(database);
      throw thrown;
    }
  }
}

/** Has all be read from the rows: a copy that is wrong would bring about that a record is not as memory has it. */
async function forgetCopies(database: Database): Promise<void> {
  await Promise.all([forgetBlocks(database), forgetLibraryCopy(database)]);
}

/** Stores the texts that are not there yet. */
async function addTexts({ texts }: Database, rows: readonly TextRow[]): Promise<void> {
  if (rows.length === 0) return;
  const known = await texts.bulkGet(rows.map(({ hash }) => hash));
  await texts.bulkAdd(rows.filter((_, index) => !known[index]));
}
