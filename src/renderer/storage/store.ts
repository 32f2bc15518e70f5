import type { Change, ChangeEntry } from '../../core/change';
import { type ArticleId, type GroupId, makeId } from '../../core/ids';
import { type Act, ActQueue, nothingApplied, type Outcome, type SaveStatus } from './act-queue';
import type { Counted } from './apply-change';
import { ConflictError } from './conflict-error';
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

/** Who shows what is done before it is on the disk. */
export interface PendingListener {
  /** `change` is about to be written; called while the act is being made. `onApplied` comes when it has been. */
  readonly onPending: (change: Change) => void;
  /** `change` was given up: what it touched is as it is stored. */
  readonly onWithdrawn: (change: Change) => void;
}

/** One part of a group: what it changes, made when all acts before it have been applied. Null changes nothing. */
export interface GroupPart {
  readonly groupId: GroupId;
  readonly build: () => Promise<Change | null>;
  /** Whether it makes the group whole, and so a step of undo. */
  readonly isLast: boolean;
  readonly texts?: readonly TextRow[];
}

/**
 * The only way to write records. Acts run one after another, each in one strictly durable transaction over records, log
 * and undo stack. What becomes of an act that cannot be saved, `ActQueue` says.
 */
export class Store {
  readonly #context: StoreContext;
  readonly #stateListeners = new Set<() => void>();
  readonly #appliedListeners = new Set<AppliedListener>();
  readonly #countedListeners = new Set<(counts: Counted) => void>();
  readonly #pendingListeners = new Set<PendingListener>();
  /** What acts that are neither written nor given up will write, where that is known, in their order. */
  readonly #pending = new Set<readonly Change[]>();
  readonly #conflictListeners = new Set<(error: StoreError) => void>();
  readonly #queue: ActQueue;
  readonly #log: LogWriter;
  #state: StoreState;
  /** How many acts are neither written nor given up, and how many of these are not known before their turn. */
  #waiting = 0;
  #unknown = 0;

  private constructor(context: StoreContext, log: LogWriter) {
    this.#context = context;
    this.#log = log;
    this.#state = { status: { state: 'saved' }, undoStack: log.undoStack };
    this.#queue = new ActQueue({
      now: context.now,
      onApplied: ({ entries, counts }) => {
        for (const listener of this.#appliedListeners) listener(entries);
        if (counts.size > 0) for (const listener of this.#countedListeners) listener(counts);
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

  /** The number of the last entry of the log; 0 when there is none. */
  get lastSeq(): number {
    return this.#log.lastSeq;
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

  /** Calls `listener` with the counts of articles whenever an act has changed their annotations; returns how to stop. */
  onCounted(listener: (counts: Counted) => void): () => void {
    this.#countedListeners.add(listener);
    return () => this.#countedListeners.delete(listener);
  }

  /**
   * Tells `listener` of what is done before it is on the disk, where that is known, and at once of what waits already;
   * returns how to stop.
   */
  onPending(listener: PendingListener): () => void {
    this.#pendingListeners.add(listener);
    for (const changes of this.#pending) for (const change of changes) listener.onPending(change);
    return () => this.#pendingListeners.delete(listener);
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
    return this.#add(async (at) => {
      const change = await build(at);
      return change ? this.#log.do({ change, texts, groupId, at }) : nothingApplied;
    }, null);
  }

  /**
   * Applies the change that `build` makes at this moment, from what the acts before it leave, written or not: those who
   * show what is pending have it at once. While an act before it is not known, it has to wait for its turn, as by
   * `applyLatest`. Null changes nothing. It is given up when the article `owner` is not there any more.
   */
  applyAtOnce(build: (at: string) => Change | null, owner?: ArticleId): Promise<Outcome> {
    const groupId = makeId('grp', this.#context.unique());
    const write = async (change: Change | null, at: string) =>
      change ? this.#log.do({ change, texts: [], groupId, at, owner }) : nothingApplied;
    if (this.#unknown > 0) return this.#add((at) => write(build(at), at), null);
    const change = build(this.#context.now());
    return this.#add((at) => write(change, at), change ? [change] : []);
  }

  /**
   * Applies one part of a group that is too large for one act, so that other acts get their turn between its parts. Until
   * its last part the group is no step of undo, the annotations it touched cannot be edited, and the next start takes it
   * back. A part that cannot be saved is not kept for `retry`: the group is to be withdrawn. One group at a time.
   */
  applyPart({ groupId, build, isLast, texts = [] }: GroupPart): Promise<Outcome> {
    return this.#attempt(async (at) => {
      const change = await build();
      if (!change) return nothingApplied;
      return isLast
        ? this.#log.do({ change, texts, groupId, at })
        : this.#log.stage(change, groupId, at);
    });
  }

  /** Takes back, part by part, the group that is not whole. Nothing of it is left that could be done again. */
  async withdrawGroup(): Promise<Outcome> {
    for (;;) {
      const outcome = await this.#attempt((at) => this.#log.withdrawPart(at));
      if (!outcome.ok || outcome.value.length === 0) return outcome;
    }
  }

  /** Calls `listener` with every act that was given up because of a conflict; returns how to stop. */
  onConflict(listener: (error: StoreError) => void): () => void {
    this.#conflictListeners.add(listener);
    return () => this.#conflictListeners.delete(listener);
  }

  /** Takes back the last step; an empty list when there is none. It is pending at once when nothing waits before it. */
  undo(): Promise<Outcome> {
    return this.#repeat('undo');
  }

  /** Does again what was undone last, in the same manner; an empty list when there is nothing. */
  redo(): Promise<Outcome> {
    return this.#repeat('redo');
  }

  /**
   * Takes back or does again, all together or not at all, what lies between the last step and `target`, which is then
   * the last; null takes back everything. An empty list when it is the last already or cannot be reached by undo and
   * redo, as a step that a later edit has cut off.
   */
  goTo(target: GroupId | null): Promise<Outcome> {
    const { database } = this.#context;
    return this.#add((at) => this.#log.repeat((stack) => wayTo(database, stack, target), at), null);
  }

  /** Tries again to save what could not be saved. */
  retry(): Promise<Outcome> {
    return this.#queue.add(null);
  }

  #repeat(act: 'undo' | 'redo'): Promise<Outcome> {
    const changes = this.#waiting === 0 ? this.#log.foresee(act) : null;
    return this.#add((at) => this.#log.repeat(() => ({ act, count: 1 }), at), changes);
  }

  /** Queues an act. `changes` are what it will write, to be shown meanwhile; null when that is not known yet. */
  #add(act: Act, changes: readonly Change[] | null): Promise<Outcome> {
    const stopWaiting = this.#await(changes === null);
    if (changes) this.#pending.add(changes);
    const settle = (): void => {
      stopWaiting();
      if (changes) this.#pending.delete(changes);
    };
    for (const change of changes ?? [])
      for (const { onPending } of this.#pendingListeners) onPending(change);
    return this.#queue.add(async (at) => {
      try {
        const applied = await act(at);
        settle();
        return applied;
      } catch (thrown) {
        // Whatever else it is, the queue tries it again.
        if (thrown instanceof ConflictError) {
          settle();
          for (const change of changes ?? [])
            for (const { onWithdrawn } of this.#pendingListeners) onWithdrawn(change);
        }
        throw thrown;
      }
    });
  }

  async #attempt(act: Act): Promise<Outcome> {
    const settle = this.#await(true);
    try {
      return await this.#queue.attempt(act);
    } finally {
      settle();
    }
  }

  /** Counts an act among those that are neither written nor given up, until the result is called. */
  #await(isUnknown: boolean): () => void {
    this.#waiting += 1;
    if (isUnknown) this.#unknown += 1;
    return () => {
      this.#waiting -= 1;
      if (isUnknown) this.#unknown -= 1;
    };
  }
}
