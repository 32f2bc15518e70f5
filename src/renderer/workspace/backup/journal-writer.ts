import { actsOf } from '../../../core/acts';
import type { ChangeEntry } from '../../../core/change';
import type { LineageId, Sha256 } from '../../../core/ids';
import { err, ok, type Result } from '../../../core/result';
import type { Desktop, FileError } from '../../../preload/contract';
import { type EncodedAct, encodedAct, journalCalls } from './journal-calls';
import { keepText } from './keep-text';

/** What a journal is written from. */
export interface JournalSource {
  /** The entries of the log after `seq`, in order, about `limit`, to the end of an act. */
  entriesAfter(seq: number, limit: number): Promise<readonly ChangeEntry[]>;
  text(hash: Sha256): Promise<string | null>;
}

/** Whether the journal holds all that the store holds. */
export type JournalStatus =
  | { readonly state: 'kept' }
  | { readonly state: 'writing' }
  /** `behind` entries are in the store alone. */
  | { readonly state: 'failed'; readonly error: FileError; readonly behind: number };

/** Why a run of writing ended before all was written. */
export type JournalFailure =
  | FileError
  /** The journal does not go on where this writer stopped: a snapshot has to stand for what is missing. */
  | { readonly code: 'out-of-step' };

interface JournalWriterParts {
  readonly desktop: Desktop;
  readonly lineage: LineageId;
  readonly source: JournalSource;
  readonly encode: (entries: readonly ChangeEntry[]) => Uint8Array;
}

/** Entries of more records are read from the store again instead of being kept in memory. */
const mostPending = 20_000;

/** How many entries are read at a time: one may hold the records of a whole bulk edit. */
const pageSize = 20;

/**
 * Writes what was applied to the journal, one call at a time; what is applied during a call goes with the next. Until it
 * is begun it only notes how far the store has got.
 */
export class JournalWriter {
  readonly #parts: JournalWriterParts;
  /** The last entry that main has flushed. */
  #written = 0;
  /** The last entry of the store. */
  #last = 0;
  #pending: ChangeEntry[] = [];
  #pendingRecords = 0;
  readonly #keptTexts = new Set<Sha256>();

  constructor(parts: JournalWriterParts, last: number) {
    this.#parts = parts;
    this.#last = last;
  }

  /** How many entries are in the store alone. */
  get behind(): number {
    return this.#last - this.#written;
  }

  get written(): number {
    return this.#written;
  }

  /** The journal or a snapshot holds everything up to entry `seq`. */
  holds(seq: number): void {
    this.#written = Math.max(this.#written, seq);
  }

  /** Notes entries that the store has just written. */
  note(entries: readonly ChangeEntry[]): void {
    const last = entries.at(-1);
    if (!last) return;
    this.#last = last.seq;
    this.#pending.push(...entries);
    for (const { change } of entries) this.#pendingRecords += change.records.length;
    if (this.#pendingRecords > mostPending) this.#takePending();
  }

  /** Writes until nothing is left to write; the value is how many bytes that were. */
  async writeAll(): Promise<Result<number, JournalFailure>> {
    let bytes = 0;
    while (this.#written < this.#last) {
      const entries = await this.#next();
      const written = await this.#write(entries);
      if (!written.ok) return written;
      bytes += written.value;
    }
    return ok(bytes);
  }

  /** The entries to be written next, from memory when they are there without a gap. */
  async #next(): Promise<readonly ChangeEntry[]> {
    const { source } = this.#parts;
    const fresh = this.#takePending().filter(({ seq }) => seq > this.#written);
    if (fresh[0]?.seq === this.#written + 1 && isUnbroken(fresh)) return fresh;
    return source.entriesAfter(this.#written, pageSize);
  }

  #takePending(): readonly ChangeEntry[] {
    const pending = this.#pending;
    this.#pending = [];
    this.#pendingRecords = 0;
    return pending;
  }

  async #write(entries: readonly ChangeEntry[]): Promise<Result<number, JournalFailure>> {
    const { desktop, lineage, encode } = this.#parts;
    const texts = await this.#keepTextsOf(entries);
    if (!texts.ok) return texts;
    let bytes = 0;
    for (const pieces of journalCalls(encodedActs(entries, encode))) {
      const answer = await desktop.appendJournal(lineage, pieces);
      if (!answer.ok) return answer;
      if (answer.value === 'out-of-step') return err({ code: 'out-of-step' });
      const done = pieces.findLast(({ isEnd }) => isEnd);
      if (done) this.holds(done.last);
      bytes += pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
    }
    return ok(bytes);
  }

  /** Texts come before the entries of their articles, so that no journal speaks of a text that is nowhere. */
  async #keepTextsOf(entries: readonly ChangeEntry[]): Promise<Result<null, FileError>> {
    const { desktop, source } = this.#parts;
    for (const hash of textsOf(entries)) {
      if (this.#keptTexts.has(hash)) continue;
      const text = await source.text(hash);
      const kept = text === null ? ok(null) : await keepText(desktop, hash, text);
      // A text that is damaged in the store is for the health check to tell; the journal goes on.
      if (!kept.ok && kept.error.code !== 'not-verified') return kept;
      this.#keptTexts.add(hash);
    }
    return ok(null);
  }
}

/** One act at a time, since one may be large. */
function* encodedActs(
  entries: readonly ChangeEntry[],
  encode: JournalWriterParts['encode'],
): Generator<EncodedAct> {
  for (const act of actsOf(entries)) yield encodedAct(act, encode);
}

function textsOf(entries: readonly ChangeEntry[]): ReadonlySet<Sha256> {
  const hashes = new Set<Sha256>();
  for (const { change } of entries)
    for (const record of change.records)
      if (record.table === 'articles' && record.after) hashes.add(record.after.textHash);
  return hashes;
}

function isUnbroken(entries: readonly ChangeEntry[]): boolean {
  return entries.every(({ seq }, index) => seq === (entries[0]?.seq ?? 0) + index);
}
