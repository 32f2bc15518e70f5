import type { Change } from '../../core/change';
import type { GroupId } from '../../core/ids';

/** How many records the steps that are held may have in all. */
const mostRecords = 20_000;

/** The steps done last, held in memory so that what undo takes back is known without reading the log. */
export class RecentSteps {
  /** The oldest first. */
  readonly #changes = new Map<GroupId, Change>();
  #records = 0;

  /** Holds a step of one change. The oldest are let go of when there are too many; one that is too large is not held. */
  add(groupId: GroupId, change: Change): void {
    if (change.records.length > mostRecords) return;
    this.#changes.set(groupId, change);
    this.#records += change.records.length;
    for (const [oldest, { records }] of this.#changes) {
      if (this.#records <= mostRecords) break;
      this.#changes.delete(oldest);
      this.#records -= records.length;
    }
  }

  /** All that the step has changed; null when it is not held. */
  changeOf(groupId: GroupId): Change | null {
    return this.#changes.get(groupId) ?? null;
  }
}
