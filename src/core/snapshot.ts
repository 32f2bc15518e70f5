import type { Annotation } from './annotation/annotation';
import type { Article } from './article';
import type { ChangeEntry } from './change';
import type { LineageId } from './ids';

/** A small fact of a store that is no record, such as its undo stack. The value is what JSON can hold. */
export interface StateFact {
  readonly key: string;
  readonly value: unknown;
}

/** Some rows of a whole copy of a store. Texts are no part of it: they are kept by their hashes. */
export type SnapshotBatch =
  | { readonly kind: 'articles'; readonly rows: readonly Article[] }
  | { readonly kind: 'annotations'; readonly rows: readonly Annotation[] }
  | { readonly kind: 'entries'; readonly rows: readonly ChangeEntry[] }
  | { readonly kind: 'state'; readonly rows: readonly StateFact[] };

/** What is known of a snapshot before its rows are read. */
export interface SnapshotHead {
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly lineage: LineageId;
  /** The last entry of the log when reading the store began. */
  readonly from: number;
  /** When reading began: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/**
 * What is known once all rows are read. `to` is the last entry of the log when reading ended: what the entries after
 * `from` changed is in the articles and annotations as it was before, in between or after, and is made right at loading.
 */
export interface SnapshotTail {
  readonly to: number;
  readonly articles: number;
  readonly annotations: number;
  readonly entries: number;
}

export type SnapshotFacts = SnapshotHead & SnapshotTail;

/** A store being read as a whole while it is in use: its rows, batch by batch, and last of all `to`. */
export interface SnapshotSource {
  readonly head: SnapshotHead;
  readonly pieces: AsyncIterable<SnapshotBatch | { readonly kind: 'end'; readonly to: number }>;
}
