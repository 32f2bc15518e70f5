import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { Article } from '../../../../src/core/article';
import type { Change, ChangeEntry, RecordChange } from '../../../../src/core/change';
import { sameValue } from '../../../../src/core/same-value';
import type { Store } from '../../../../src/renderer/storage/store';

/** Every state that records have had, in order; null where there was none. */
export type States = Map<string, (Annotation | Article | null)[]>;

/**
 * What has become of every record since the store was empty, told by the store itself: as it was written, and as it is
 * to be shown when acts that are not written yet are.
 */
export class Past {
  readonly written: States = new Map();
  readonly shown: States = new Map();
  /** Acts that are neither written nor given up, in order. */
  readonly #pending: Change[] = [];

  constructor(store: Store) {
    store.onPending({
      onPending: (change) => {
        this.#pending.push(change);
        this.#show(change.records);
      },
      onWithdrawn: (change) => {
        this.#pending.shift();
        this.#show(change.records);
      },
    });
    store.onApplied((entries) => this.#write(entries));
  }

  /** The annotations that are there now, written or not. */
  get annotations(): readonly Annotation[] {
    return [...this.shown.values()].flatMap((states) => {
      const last = states.at(-1);
      return last && 'fragments' in last ? [last] : [];
    });
  }

  /** The article with this id as it is stored. */
  article(id: string): Article | null {
    const last = this.written.get(id)?.at(-1);
    return last && 'textHash' in last ? last : null;
  }

  /** What was pending is written in its order, and before anything that was not. */
  #write(entries: readonly ChangeEntry[]): void {
    this.#pending.shift();
    const records = entries.flatMap(({ change }) => change.records);
    const last = new Map(records.map(({ id, after }) => [id, after]));
    for (const [id, after] of last) add(this.written, id, after);
    this.#show(records);
  }

  #show(records: readonly RecordChange[]): void {
    for (const { id } of records) {
      const pending = this.#pending.flatMap((change) => change.records);
      const shown = pending.findLast((record) => record.id === id)?.after;
      add(this.shown, id, shown === undefined ? (this.written.get(id)?.at(-1) ?? null) : shown);
    }
  }
}

function add(states: States, id: string, state: Annotation | Article | null): void {
  const known = states.get(id) ?? [null];
  states.set(id, known);
  if (!sameValue(known.at(-1), state)) known.push(state);
}
