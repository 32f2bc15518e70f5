import type { ChangeEntry } from '../../../core/change';
import type { Sha256 } from '../../../core/ids';
import { ok, type Result } from '../../../core/result';
import type { SnapshotBatch, SnapshotFacts } from '../../../core/snapshot';
import type { BackupVisitor } from './visit-backup';

/** What a way through the backup would bring back. */
export interface BackupCounts {
  readonly articles: number;
  readonly annotations: number;
  readonly lastChange: ChangeEntry | null;
}

/** Counts what a way would bring back, without making anything: it holds no more than ids. */
export class BackupCounter implements BackupVisitor<never> {
  readonly #articles = new Map<string, Sha256>();
  readonly #annotations = new Set<string>();
  /** What the entries of a snapshot did to records, for those that were made while it was taken. */
  #entries: { readonly seq: number; readonly marks: readonly Mark[] }[] = [];
  #lastChange: ChangeEntry | null = null;

  get counts(): BackupCounts {
    return {
      articles: this.#articles.size,
      annotations: this.#annotations.size,
      lastChange: this.#lastChange,
    };
  }

  /** The hashes of the texts of its articles. */
  get texts(): ReadonlySet<Sha256> {
    return new Set(this.#articles.values());
  }

  batch(batch: SnapshotBatch): void {
    switch (batch.kind) {
      case 'articles':
        for (const { id, textHash } of batch.rows) this.#articles.set(id, textHash);
        return;
      case 'annotations':
        for (const { id } of batch.rows) this.#annotations.add(id);
        return;
      case 'entries':
        for (const entry of batch.rows) {
          this.#entries.push({ seq: entry.seq, marks: marksOf(entry) });
          this.#lastChange = entry;
        }
        return;
      case 'state':
    }
  }

  settled({ from }: SnapshotFacts): Result<null, never> {
    for (const { seq, marks } of this.#entries) if (seq > from) this.#mark(marks);
    this.#entries = [];
    return ok(null);
  }

  acts(acts: readonly (readonly ChangeEntry[])[]): Result<null, never> {
    for (const entry of acts.flat()) {
      this.#mark(marksOf(entry));
      this.#lastChange = entry;
    }
    return ok(null);
  }

  #mark(marks: readonly Mark[]): void {
    for (const { id, article, isThere } of marks)
      if (article !== null && isThere) this.#articles.set(id, article);
      else if (article !== null) this.#articles.delete(id);
      else if (isThere) this.#annotations.add(id);
      else this.#annotations.delete(id);
  }
}

/** What became of one record. */
interface Mark {
  readonly id: string;
  /** The hash of its text, for an article; null for an annotation. */
  readonly article: Sha256 | null;
  readonly isThere: boolean;
}

function marksOf({ change }: ChangeEntry): readonly Mark[] {
  return change.records.map((record) => ({
    id: record.id,
    article:
      record.table === 'articles' ? ((record.after ?? record.before)?.textHash ?? null) : null,
    isThere: record.after !== null,
  }));
}
