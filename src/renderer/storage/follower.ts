import type { Change, ChangeEntry, RecordChange } from '../../core/change';
import type { Store } from './store';

/** What a follower is made of. `Own` is a change of a record of the kind that it follows. */
export interface FollowerParts<Own extends RecordChange> {
  readonly store: Pick<Store, 'onApplied' | 'onPending'>;
  /** Whether the record that a change is about is one of those that are followed. */
  readonly isOwn: (record: RecordChange) => record is Own;
  /**
   * Reads records by their ids as they are stored; those that are not there are left out. Given by whoever shows acts
   * before they are on the disk: it is asked for what such an act has touched when the act is given up.
   */
  readonly stored?: (ids: readonly Own['id'][]) => Promise<readonly NonNullable<Own['after']>[]>;
}

/** Something that is being read from the store, in one piece or in several. */
export interface Read {
  /** Those of `rows` that are not older than what is known already: nothing was done to them since the read began. */
  readonly fresh: <Row extends { readonly id: RecordChange['id'] }>(
    rows: readonly Row[],
  ) => readonly Row[];
  /** Nothing more will come of it. */
  readonly end: () => void;
}

/**
 * Keeps what someone holds in memory as the store has it. It listens before anything is read, and sees to it that
 * whatever is read never puts itself over what was written meanwhile. It only passes on: what is held is its owner's, and
 * nothing is ever written from here.
 *
 * An owner makes the follower, begins to read, and calls `begin`; until then changes wait. What is read goes through `fresh`
 * of a read that was begun before, and every record is taken over as it is after the last change.
 */
export class Follower<Own extends RecordChange> {
  readonly #parts: FollowerParts<Own>;
  readonly #stops: readonly (() => void)[];
  /** For each read under way, what was changed since it began. */
  readonly #reads = new Set<Set<Own['id']>>();
  /** How many acts that are neither written nor given up have changed a record. What the last of them leaves is shown. */
  readonly #pending = new Map<Own['id'], number>();
  /** What waits for `begin`. */
  #held: Own[] = [];
  #take: ((changes: readonly Own[]) => void) | null = null;
  #isClosed = false;

  /** Listens from now on; acts that are not written yet are among what it hears, if `stored` is given. */
  constructor(parts: FollowerParts<Own>) {
    this.#parts = parts;
    const { store, stored } = parts;
    const stopApplied = store.onApplied((entries) => this.#follow(entries));
    if (!stored) this.#stops = [stopApplied];
    else
      this.#stops = [
        stopApplied,
        store.onPending({
          onPending: (change) => this.#show(change),
          onWithdrawn: (change) => void this.#withdraw(change, stored),
        }),
      ];
  }

  /** Begins to read: to be called before the store is asked. */
  beginRead(): Read {
    // What is not written yet is not in it.
    const changed = new Set<Own['id']>(this.#pending.keys());
    this.#reads.add(changed);
    return {
      fresh: (rows) => (changed.size > 0 ? rows.filter(({ id }) => !changed.has(id)) : rows),
      end: () => void this.#reads.delete(changed),
    };
  }

  /**
   * Hands over to `take`, at once, what has waited, and from now on each act as soon as it is known: never an empty list,
   * in the order in which it was done, and of one record perhaps several changes.
   */
  begin(take: (changes: readonly Own[]) => void): void {
    const held = this.#held;
    this.#held = [];
    this.#take = take;
    this.#hand(held);
  }

  /** Listens no longer. */
  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
  }

  /** Takes over what was written, unless it is shown already, perhaps with later acts that are not written yet. */
  #follow(entries: readonly ChangeEntry[]): void {
    const changes = entries.flatMap(({ change }) => this.#own(change));
    this.#note(changes);
    this.#hand(changes.filter(({ id }) => !this.#settle(id)));
  }

  /** Shows what is about to be written. */
  #show(change: Change): void {
    const changes = this.#own(change);
    this.#note(changes);
    for (const { id } of changes) this.#pending.set(id, (this.#pending.get(id) ?? 0) + 1);
    this.#hand(changes);
  }

  /** Shows what is stored in the place of what was given up, but where a later act is shown. */
  async #withdraw(
    change: Change,
    stored: NonNullable<FollowerParts<Own>['stored']>,
  ): Promise<void> {
    const given = new Map<Own['id'], Own>();
    for (const record of this.#own(change))
      if (this.#settle(record.id)) given.set(record.id, record);
    if (given.size === 0) return;
    const read = this.beginRead();
    try {
      const rows = await stored([...given.keys()]);
      if (this.#isClosed) return;
      const found = new Map(rows.map((row) => [row.id as Own['id'], row]));
      const back = read.fresh([...given.values()]).map((record) => {
        const after = found.get(record.id) ?? null;
        return { ...record, before: record.after, after };
      });
      this.#hand(back);
    } finally {
      read.end();
    }
  }

  #own({ records }: Change): readonly Own[] {
    return records.filter(this.#parts.isOwn);
  }

  /** Whatever is under way may bring these as they were before. */
  #note(changes: readonly Own[]): void {
    for (const changed of this.#reads) for (const { id } of changes) changed.add(id);
  }

  /** Whether an act that is shown has come to its end for this record. */
  #settle(id: Own['id']): boolean {
    const left = this.#pending.get(id);
    if (left === undefined) return false;
    if (left > 1) this.#pending.set(id, left - 1);
    else this.#pending.delete(id);
    return true;
  }

  #hand(changes: readonly Own[]): void {
    if (!this.#take) this.#held = this.#held.concat(changes);
    else if (changes.length > 0) this.#take(changes);
  }
}
