import type { ChangeEntry } from '../../../core/change';
import type { Result } from '../../../core/result';
import type { FileError, KeptSnapshot } from '../../../preload/contract';
import type { JournalFailure, JournalWriter } from './journal-writer';
import type { BackupNeed } from './judge';

/** Whether the backup holds all that the store holds; a new object whenever it changes. */
export type BackupStatus =
  | { readonly state: 'kept' }
  | { readonly state: 'writing' }
  /** `behind` entries are in the store alone; it is tried again now and then. */
  | { readonly state: 'failed'; readonly error: FileError; readonly behind: number };

/** What the rest of the program sees of the backup. */
export interface Backup {
  /** Where it is, to be shown to the person. */
  readonly folder: string;
  readonly status: BackupStatus;
  /** Calls `listener` whenever `status` is another; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tries again at once what could not be written. */
  retry(): void;
  /** Writes a snapshot now, and the journal before it. */
  snapshot(): Promise<Result<KeptSnapshot, FileError>>;
}

/** What a keeper is made of. */
export interface BackupKeeperParts {
  readonly folder: string;
  readonly journal: JournalWriter;
  /** Whether the backup holds a snapshot of this store already. */
  readonly hasSnapshot: boolean;
  readonly takeSnapshot: () => Promise<Result<KeptSnapshot, FileError>>;
  /** Stores how far the journal has got. A failure of the store is the store's own to tell. */
  readonly remember: (seq: number) => Promise<void>;
  /** Calls back once after so many milliseconds. */
  readonly later: (milliseconds: number, callback: () => void) => void;
}

/** How long after a failure it is tried again, in milliseconds. */
const retryAfter = 5_000;

/** How long nothing must have been written before a snapshot is taken or the journal's end remembered. */
const idleFor = 10_000;

/** A journal longer than this since the last snapshot is due for the next. */
const snapshotEvery = { bytes: 16 * 1024 * 1024, entries: 2_000 };

/** Keeps the backup in step with the store: the journal at once, a snapshot when the journal has grown. */
export class BackupKeeper implements Backup {
  readonly #parts: BackupKeeperParts;
  readonly #listeners = new Set<() => void>();
  #status: BackupStatus = { state: 'writing' };
  #run: Promise<void> | null = null;
  #snapshot: Promise<Result<KeptSnapshot, FileError>> | null = null;
  /** Whether only a snapshot can bring the backup up to date. */
  #needsSnapshot: boolean;
  #hasSnapshot: boolean;
  #since = { bytes: 0, entries: 0 };
  /** Rises with every act, so that a timer knows whether anything came since. */
  #acts = 0;

  /** Begins at once with what the backup lacks. */
  constructor(parts: BackupKeeperParts, need: BackupNeed) {
    this.#parts = parts;
    this.#needsSnapshot = need === 'snapshot';
    this.#hasSnapshot = parts.hasSnapshot;
    this.#go();
  }

  get folder(): string {
    return this.#parts.folder;
  }

  get status(): BackupStatus {
    return this.#status;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over what the store has just written. */
  follow(entries: readonly ChangeEntry[]): void {
    this.#acts += 1;
    this.#since.entries += entries.length;
    this.#parts.journal.note(entries);
    this.#go();
  }

  retry(): void {
    this.#go();
  }

  async snapshot(): Promise<Result<KeptSnapshot, FileError>> {
    await this.#run;
    const taken = await this.#takeSnapshot();
    this.#go();
    return taken;
  }

  #go(): void {
    this.#run ??= this.#bringUpToDate().finally(() => {
      this.#run = null;
      if (this.#status.state !== 'failed' && this.#parts.journal.behind > 0) this.#go();
    });
  }

  async #bringUpToDate(): Promise<void> {
    const { journal } = this.#parts;
    if (this.#status.state !== 'failed') this.#publish({ state: 'writing' });
    const failure = await this.#write();
    if (failure) {
      this.#publish({ state: 'failed', error: failure, behind: journal.behind });
      this.#parts.later(retryAfter, () => this.#go());
      return;
    }
    this.#publish({ state: 'kept' });
    this.#whenIdle();
  }

  async #write(): Promise<FileError | null> {
    if (this.#needsSnapshot) {
      const taken = await this.#takeSnapshot();
      if (!taken.ok) return taken.error;
    }
    const written = await this.#parts.journal.writeAll();
    if (written.ok) {
      this.#since.bytes += written.value;
      return null;
    }
    return this.#afterFailure(written.error);
  }

  /** A journal that does not go on where it should is begun anew behind a snapshot, once. */
  async #afterFailure(error: JournalFailure): Promise<FileError | null> {
    if (error.code !== 'out-of-step') return error;
    this.#needsSnapshot = true;
    const taken = await this.#takeSnapshot();
    if (!taken.ok) return taken.error;
    const written = await this.#parts.journal.writeAll();
    if (written.ok) return null;
    return written.error.code === 'out-of-step'
      ? { code: 'system', detail: 'out of step' }
      : written.error;
  }

  /** One at a time: whoever asks meanwhile gets the one that is being taken. */
  #takeSnapshot(): Promise<Result<KeptSnapshot, FileError>> {
    this.#snapshot ??= this.#snapshotOnce().finally(() => {
      this.#snapshot = null;
    });
    return this.#snapshot;
  }

  async #snapshotOnce(): Promise<Result<KeptSnapshot, FileError>> {
    const taken = await this.#parts.takeSnapshot();
    if (taken.ok) {
      this.#needsSnapshot = false;
      this.#hasSnapshot = true;
      this.#since = { bytes: 0, entries: 0 };
      this.#parts.journal.holds(taken.value.seq);
    }
    return taken;
  }

  /** Does what can wait, when nothing has come for a while. */
  #whenIdle(): void {
    const acts = this.#acts;
    this.#parts.later(idleFor, () => {
      if (this.#acts !== acts || this.#run) return;
      void this.#parts.remember(this.#parts.journal.written);
      if (!this.#isSnapshotDue()) return;
      // One that cannot be written is tried again after the next acts: the journal holds everything meanwhile.
      void this.#takeSnapshot();
    });
  }

  #isSnapshotDue(): boolean {
    const { bytes, entries } = this.#since;
    if (!this.#hasSnapshot) return this.#parts.journal.written > 0;
    return bytes >= snapshotEvery.bytes || entries >= snapshotEvery.entries;
  }

  #publish(status: BackupStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
