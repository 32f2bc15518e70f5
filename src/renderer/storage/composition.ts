import type { RecordChange } from '../../core/change';
import { sameValue } from '../../core/same-value';
import { ConflictError } from './conflict-error';

/** What the entries of several acts come to, one after the other: of each record one change, from before the first to after the last. */
export class Composition {
  readonly #changes = new Map<string, RecordChange>();
  readonly #firstSeq = new Map<string, number>();

  /** Takes what entry `seq` changes. Throws `ConflictError` when it does not follow what came before it. */
  add(changes: readonly RecordChange[], seq: number): void {
    for (const change of changes) {
      const { table, id, before } = change;
      const former = this.#changes.get(id);
      if (former && !sameValue(former.after, before))
        throw new ConflictError(`${table} ${id} is not as the change says it was`);
      this.#changes.set(id, { ...change, before: (former ?? change).before } as RecordChange);
      if (!former) this.#firstSeq.set(id, seq);
    }
  }

  /** One for each record that was there before or is afterwards. */
  get changes(): readonly RecordChange[] {
    return [...this.#changes.values()].filter(({ before, after }) => before || after);
  }

  /** The first entry that changes the record with this id. */
  firstSeqOf(id: string | null): number | null {
    return (id && this.#firstSeq.get(id)) || null;
  }
}
