import { type Change, type ChangeEntry, invert } from '../../core/change';
import type { ArticleCounts } from '../../core/health/finding';
import { type ArticleId, type GroupId, makeId } from '../../core/ids';
import { currentVersions } from '../../core/records/upgrade';
import type { Applied } from './act-queue';
import { applyRecords } from './apply-change';
import { ConflictError } from './conflict-error';
import { type Database, recordTables, type TextRow } from './db';
import { lastSeq } from './journal-source';
import { RecentSteps } from './recent-steps';
import {
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

/** An entry without what the writer knows itself. */
type EntryFacts = Omit<ChangeEntry, 'seq' | 'coder' | 'versions'>;

/**
 * Writes acts, each in one strictly durable transaction over records, log and undo stack, one after another: the
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

  /** The number of the last entry; 0 when there is none. */
  get lastSeq(): number {
    return this.#lastSeq;
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
  async stage(change: Change, groupId: GroupId, at: string): Promise<Applied> {
    const applied = await this.#transact(async (stack, write) => {
      const { database } = this.#context;
      const staged = await readStagedGroup(database);
      const entry = await write({ change, groupId, act: 'do', isPart: true, at });
      await writeStagedGroup(database, withPart(staged, entry));
      return { entries: [entry], stack };
    });
    this.#hold ??= new StagedHold();
    this.#hold.take(change);
    return applied;
  }

  /** Takes back the last part of the group that is not whole; an empty list when there is none. */
  async withdrawPart(at: string): Promise<Applied> {
    const { database, unique } = this.#context;
    const applied = await this.#transact(async (stack, write) => {
      const staged = await readStagedGroup(database);
      const part = staged && (await lastPartOf(database, staged));
      if (!part) return { entries: [], stack };
      const { entry, rest } = part;
      const change = invert(entry.change);
      const groupId = makeId('grp', unique());
      const undone = await write({ change, groupId, act: 'undo', of: entry.groupId, at });
      await writeStagedGroup(database, rest);
      return { entries: [undone], stack };
    });
    if (applied.entries.length === 0) this.#hold = null;
    return applied;
  }

  /** Applies a new act as a step of undo; when its group was not whole, it is now. */
  async do({ change, texts, groupId, at, owner }: NewAct): Promise<Applied> {
    const { database } = this.#context;
    const staged = this.#hold && (await readStagedGroup(database));
    const completes = staged?.groupId === groupId;
    const applied = await this.#transact(async (stack, write) => {
      if (completes) await writeStagedGroup(database, null);
      else this.#hold?.check(change);
      if (owner && !(await database.articles.get(owner)))
        throw new ConflictError(`articles ${owner} is not there`);
      await addTexts(database, texts);
      const previous = stack.undo && { previous: stack.undo.groupId };
      const entry = await write({ change, groupId, act: 'do', ...previous, at });
      return { entries: [entry], stack: afterDoing(entry) };
    });
    if (completes) this.#hold = null;
    else this.#recent.add(groupId, change);
    return applied;
  }

  /** Takes back or does again the steps of the way, all together or not at all. */
  repeat(wayFrom: (stack: UndoStack) => Way | Promise<Way>, at: string): Promise<Applied> {
    return this.#transact(async (before, write) => {
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
          entries.push(await write({ change, groupId, act, of: next.of, at }));
        }
        stack = next.stack;
      }
      return { entries, stack };
    });
  }

  async #transact(
    body: (
      stack: UndoStack,
      write: (entry: EntryFacts) => Promise<ChangeEntry>,
    ) => Promise<{ readonly entries: readonly ChangeEntry[]; readonly stack: UndoStack }>,
  ): Promise<Applied> {
    const { database, coder } = this.#context;
    const { texts, changes, state } = database;
    const tables = [...recordTables(database), texts, changes, state];
    const stackBefore = this.#undoStack;
    const counts = new Map<ArticleId, ArticleCounts>();
    let seq = this.#lastSeq;
    const write = async (entry: EntryFacts): Promise<ChangeEntry> => {
      seq += 1;
      const numbered = { ...entry, seq, coder: coder(), versions: currentVersions };
      const [counted] = await Promise.all([
        applyRecords(database, entry.change.records),
        changes.add(numbered),
      ]);
      for (const [id, held] of counted) counts.set(id, held);
      return numbered;
    };
    const { entries, stack } = await database.transaction('rw', tables, async () => {
      const result = await body(stackBefore, write);
      if (result.stack !== stackBefore) await writeUndoStack(database, result.stack);
      return result;
    });
    this.#undoStack = stack;
    this.#lastSeq = seq;
    return { entries, counts };
  }
}

/** Stores the texts that are not there yet. */
async function addTexts({ texts }: Database, rows: readonly TextRow[]): Promise<void> {
  if (rows.length === 0) return;
  const known = await texts.bulkGet(rows.map(({ hash }) => hash));
  await texts.bulkAdd(rows.filter((_, index) => !known[index]));
}
