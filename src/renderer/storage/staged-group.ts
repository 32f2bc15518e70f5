import type { Change, ChangeEntry } from '../../core/change';
import type { stagedGroupShape } from '../../core/records/entry';
import type { ValueOf } from '../../core/records/shape';
import { ConflictError } from './conflict-error';
import type { Database } from './db';

/** A group of which some parts are applied and others are to come; its entries in the order in which they were applied. */
export type StagedGroup = ValueOf<typeof stagedGroupShape>;

const key = 'staged-group';

/** The group that is not whole yet; null when there is none. */
export async function readStagedGroup(database: Database): Promise<StagedGroup | null> {
  const row = await database.state.get(key);
  return (row?.value as StagedGroup | undefined) ?? null;
}

/** Stores which group is not whole. Runs inside the transaction that applies or takes back a part. */
export async function writeStagedGroup(
  database: Database,
  staged: StagedGroup | null,
): Promise<void> {
  if (staged) await database.state.put({ key, value: staged });
  else await database.state.delete(key);
}

/** `staged` with the part that `entry` applies; a group that is not its own is none of it. */
export function withPart(
  staged: StagedGroup | null,
  { groupId, seq }: Pick<ChangeEntry, 'groupId' | 'seq'>,
): StagedGroup {
  return { groupId, seqs: [...(staged?.groupId === groupId ? staged.seqs : []), seq] };
}

/** What no other act may touch while a group is not whole, so that its parts can be taken back as they are. */
export class StagedHold {
  readonly #annotations = new Set<string>();
  readonly #articles = new Set<string>();

  /** The hold of the parts that are applied already. */
  static async of(database: Database, { seqs }: StagedGroup): Promise<StagedHold> {
    const hold = new StagedHold();
    for (const seq of seqs) {
      const entry = await database.changes.get(seq);
      if (entry) hold.take(entry.change);
    }
    return hold;
  }

  /** Holds the annotations that `change` touches, and the articles that they are of. */
  take({ records }: Change): void {
    for (const record of records) {
      if (record.table !== 'annotations') continue;
      this.#annotations.add(record.id);
      const { articleId } = record.after ?? record.before ?? {};
      if (articleId) this.#articles.add(articleId);
    }
  }

  /** Throws when `change` edits an annotation that is held, or removes an article that is. */
  check({ records }: Change): void {
    for (const { table, id, after } of records) {
      const isHeld =
        table === 'annotations'
          ? this.#annotations.has(id)
          : after === null && this.#articles.has(id);
      if (isHeld) throw new ConflictError(`${table} ${id} belongs to a group that is not whole`);
    }
  }
}

/** The last part that is applied, and the group without it; null when its entry is not in the log. */
export async function lastPartOf(
  database: Database,
  { groupId, seqs }: StagedGroup,
): Promise<{ readonly entry: ChangeEntry; readonly rest: StagedGroup | null } | null> {
  const entry = await database.changes.get(seqs.at(-1) ?? 0);
  const left = seqs.slice(0, -1);
  return entry ? { entry, rest: left.length > 0 ? { groupId, seqs: left } : null } : null;
}
