import type { ChangeEntry } from './change';
import type { snapshotHeadShape, snapshotTailShape } from './records/entry';
import type { RecordOf, Table } from './records/records';
import type { ValueOf } from './records/shape';

/** A small fact of a store that is no record, such as its undo stack. The value is what JSON can hold. */
export interface StateFact {
  readonly key: string;
  readonly value: unknown;
}

/** Some rows of a whole copy of a store. Texts are no part of it: they are kept by their hashes. */
export type SnapshotBatch = RecordBatch | LogBatch;

/** Rows of one kind of record. */
export type RecordBatch = {
  readonly [T in Table]: { readonly kind: T; readonly rows: readonly RecordOf<T>[] };
}[Table];

type LogBatch =
  | { readonly kind: 'entries'; readonly rows: readonly ChangeEntry[] }
  | { readonly kind: 'state'; readonly rows: readonly StateFact[] };

/** What is known of a snapshot before its rows are read. */
export type SnapshotHead = ValueOf<typeof snapshotHeadShape>;

/**
 * What is known once all rows are read. `to` is the last entry of the log when reading ended: what the entries after
 * `from` changed is in the records as it was before, in between or after, and is made right at loading.
 */
export type SnapshotTail = ValueOf<typeof snapshotTailShape>;

export type SnapshotFacts = SnapshotHead & SnapshotTail;

/** A store being read as a whole while it is in use: its rows, batch by batch, and last of all `to`. */
export interface SnapshotSource {
  readonly head: SnapshotHead;
  readonly pieces: AsyncIterable<SnapshotBatch | { readonly kind: 'end'; readonly to: number }>;
}
