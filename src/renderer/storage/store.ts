import type { Change, ChangeEntry } from '../../core/change';
import { type GroupId, makeId } from '../../core/ids';
import { ActQueue, type Outcome, type SaveStatus } from './act-queue';
import type { TextRow } from './db';
import { type LogContext, LogWriter } from './log-writer';
import type { StoreError } from './store-error';
import { type UndoStack, wayTo } from './undo-stack';

/** What the store shows of itself; a new object whenever it changes. */
export interface StoreState {
  readonly status: SaveStatus;
  readonly undoStack: UndoStack;
}

/** What the store takes from outside, so that tests can give their own. */
export interface StoreContext extends LogContext {
  /** The time now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
}

/** The records and entries of one act, as listeners get them after they are on the disk. */
export type AppliedListener = (entries: readonly ChangeEntry[]) => void;

/** One part of a group: what it changes, made when all acts before it have been applied. Null changes nothing. */
export interface GroupPart {
  readonly groupId: GroupId;
  readonly build: () => Promise<Change | null>;
  /** Whether it makes the group whole, and so a step of undo. */
  readonly isLast: boolean;
  readonly texts?: readonly TextRow[];
}

/**
 * The only way to write records. Acts run one after another, each in one strictly durable transaction over records,
 * counts, log and undo stack. What becomes of an act that cannot be saved, `ActQueue` says.
 */
export class Store {
  readonly #context: StoreContext;
  readonly #stateListeners = new Set<() => void>();
  readonly #appliedListeners = new Set<AppliedListener>();
  readonly #conflictListeners = new Set<(error: StoreError) => void>();
  readonly #queue: ActQueue;
  readonly #log: LogWriter;
  #state: StoreState;

  private constructor(context: StoreContext, log: LogWriter) {
    this.#context = context;
    this.#log = log;
    this.#state = { status: { state: 'saved' }, undoStack: log.undoStack };
    this.#queue = new ActQueue({
      now: context.now,
      onApplied: (entries) => {
        for (const listener of this.#appliedListeners) listener(entries);
      },
      onConflict: (error) => {
        for (const listener of this.#conflictListeners) listener(error);
      },
      onStatus: (status) => {
        this.#state = { status, undoStack: log.undoStack };
        for (const listener of this.#stateListeners) listener();
      },
    });
  }

  /** A store over an open database, with the undo stack of the last start. A group that was not whole is taken back. */
  static async over(context: StoreContext): Promise<Store> {
    const store = new Store(context, await LogWriter.over(context));
    if (store.#log.hasStagedGroup) await store.withdrawGroup();
    return store;
  }

  get state(): StoreState {
    return this.#state;
  }

  /** Calls `listener` whenever `state` is another; returns how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  /** Calls `listener` with every act once it is on the disk; returns how to stop. */
  onApplied(listener: AppliedListener): () => void {
    this.#appliedListeners.add(listener);
    return () => this.#appliedListeners.delete(listener);
  }

  /** Applies `change`, and stores the texts that its articles need, as one step of undo. */
  apply(change: Change, texts: readonly TextRow[] = []): Promise<Outcome> {
    return this.applyLatest(() => change, texts);
  }

  /**
   * Applies the change that `build` makes when all acts before it have been applied, so that two edits of one record in
   * quick succession never start from the same state. Null changes nothing. `build` gets the time of the act, and may
   * be called again when the act could not be saved.
   */
  applyLatest(
    build: (at: string) => Change | null | Promise<Change | null>,
    texts: readonly TextRow[] = [],
  ): Promise<Outcome> {
    const groupId = makeId('grp', this.#context.unique());
    return this.#queue.add(async (at) => {
      const change = await build(at);
      return change ? this.#log.do({ change, texts, groupId, at }) : [];
    });
  }

  /**
   * Applies one part of a group that is too large for one act, so that other acts get their turn between its parts. Until
   * its last part the group is no step of undo, the annotations it touched cannot be edited, and the next start takes it
   * back. A part that cannot be saved is not kept for `retry`: the group is to be withdrawn. One group at a time.
   */
  applyPart({ groupId, build, isLast, texts = [] }: GroupPart): Promise<Outcome> {
    return this.#queue.attempt(async (at) => {
      const change = await build();
      if (!change) return [];
      return isLast
        ? this.#log.do({ change, texts, groupId, at })
        : this.#log.stage(change, groupId, at);
    });
  }

  /** Takes back, part by part, the group that is not whole. Nothing of it is left that could be done again. */
  async withdrawGroup(): Promise<Outcome> {
    for (;;) {
      const outcome = await this.#queue.attempt((at) => this.#log.withdrawPart(at));
      if (!outcome.ok || outcome.value.length === 0) return outcome;
    }
  }

  /** Calls `listener` with every act that was given up because of a conflict; returns how to stop. */
  onConflict(listener: (error: StoreError) => void): () => void {
    this.#conflictListeners.add(listener);
    return () => this.#conflictListeners.delete(listener);
  }

  /** Takes back the last step; an empty list when there is none. */
  undo(): Promise<Outcome> {
    return this.#queue.add((at) => this.#log.repeat(() => ({ act: 'undo', count: 1 }), at));
  }

  /** Does again what was undone last; an empty list when there is nothing. */
  redo(): Promise<Outcome> {
    return this.#queue.add((at) => this.#log.repeat(() => ({ act: 'redo', count: 1 }), at));
  }

  /**
   * Takes back or does again, all together or not at all, what lies between the last step and `target`, which is then
   * the last; null takes back everything. An empty list when it is the last already or cannot be reached by undo and
   * redo, as a step that a later edit has cut off.
   */
  goTo(target: GroupId | null): Promise<Outcome> {
    const { database } = this.#context;
    return this.#queue.add((at) => this.#log.repeat((stack) => wayTo(database, stack, target), at));
  }

  /** Tries again to save what could not be saved. */
  retry(): Promise<Outcome> {
    return this.#queue.add(null);
  }
}
