import { tables } from '../../core/records/records';
import type { SnapshotBatch } from '../../core/snapshot';

/** How many rows of each kind there are in a snapshot of which nothing was written or read yet. */
export function noRows(): Record<SnapshotBatch['kind'], number> {
  const kinds = [...tables, 'entries', 'state'] as const;
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<
    (typeof kinds)[number],
    number
  >;
}
