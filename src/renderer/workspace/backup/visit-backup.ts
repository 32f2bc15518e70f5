import type { BackupFault } from '../../../codecs/backup/backup-fault';
import { decodeAct } from '../../../codecs/backup/decode-act';
import { readSnapshot } from '../../../codecs/backup/read-snapshot';
import { createSha256 } from '../../../codecs/hash';
import type { ChangeEntry } from '../../../core/change';
import { err, ok, type Result } from '../../../core/result';
import type { SnapshotBatch, SnapshotFacts } from '../../../core/snapshot';
import type { Desktop, FileError, KeptSnapshot } from '../../../preload/contract';
import { ActAssembler } from './journal-calls';
import { ReadFailure, readChunks } from './read-chunks';
import type { Way } from './ways';

/** Why a backup could not be read to the end, or what it holds does not fit together. */
export type BackupReadError =
  | FileError
  | BackupFault
  /** The bytes are not those that were written. */
  | { readonly code: 'not-the-same' }
  /** The journal ends before the entry that was asked for. */
  | { readonly code: 'journal-ends'; readonly seq: number };

/** Takes what a way through the backup holds, in the order in which a store is made from it. A failure ends the visit. */
export interface BackupVisitor<Fault> {
  /** Rows of the snapshot. */
  batch(batch: SnapshotBatch): Promise<void> | void;
  /** All rows of the snapshot were taken. */
  settled(facts: SnapshotFacts): Promise<Result<null, Fault>> | Result<null, Fault>;
  /** Some acts of the journal after it, in order. */
  acts(
    acts: readonly (readonly ChangeEntry[])[],
  ): Promise<Result<null, Fault>> | Result<null, Fault>;
}

/** Reads what lies on `way` and gives it to `visitor`. Throws what `signal` was aborted with. */
export async function visitBackup<Fault>(
  desktop: Desktop,
  lineage: string,
  { snapshot, to }: Way,
  visitor: BackupVisitor<Fault>,
  signal: AbortSignal,
): Promise<Result<null, BackupReadError | Fault>> {
  try {
    let seq = 0;
    if (snapshot) {
      const facts = await visitSnapshot(desktop, lineage, snapshot, visitor, signal);
      if (!facts.ok) return facts;
      const settled = await visitor.settled(facts.value);
      if (!settled.ok) return settled;
      seq = facts.value.to;
    }
    for await (const acts of inBatches(journalActs(desktop, lineage, { after: seq, to }))) {
      signal.throwIfAborted();
      if (!acts.ok) return acts;
      const taken = await visitor.acts(acts.value);
      if (!taken.ok) return taken;
    }
    return ok(null);
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return err(thrown.error);
    throw thrown;
  }
}

/**
 * The acts of the journal that follow entry `after`, up to entry `to`. The last value is a failure when they cannot all be read.
 */
export async function* journalActs(
  desktop: Desktop,
  lineage: string,
  { after, to }: { readonly after: number; readonly to: number },
): AsyncGenerator<Result<readonly ChangeEntry[], BackupReadError>> {
  const assembler = new ActAssembler();
  let last = after;
  let skip = 0;
  while (last < to) {
    const answer = await desktop.readJournal(lineage, { after: last, skip });
    if (!answer.ok) {
      yield answer;
      return;
    }
    if (answer.value.length === 0) {
      yield err({ code: 'journal-ends', seq: last });
      return;
    }
    skip += answer.value.length;
    for (const act of assembler.add(answer.value)) {
      if (act.first !== last + 1) {
        yield err({ code: 'journal-ends', seq: last });
        return;
      }
      if (act.last > to) return;
      yield decodeAct(act.bytes);
      last = act.last;
      skip = 0;
    }
    skip = lengthOfTail(answer.value, skip);
  }
}

/** After so many records a batch of acts ends. */
const batchRecords = 500;

/** Acts, several at a time; a failure comes after the acts before it. */
async function* inBatches(
  acts: AsyncIterable<Result<readonly ChangeEntry[], BackupReadError>>,
): AsyncGenerator<Result<readonly (readonly ChangeEntry[])[], BackupReadError>> {
  let batch: (readonly ChangeEntry[])[] = [];
  let records = 0;
  for await (const act of acts) {
    if (!act.ok) {
      yield ok(batch);
      yield act;
      return;
    }
    batch.push(act.value);
    for (const { change } of act.value) records += change.records.length;
    if (records < batchRecords) continue;
    yield ok(batch);
    batch = [];
    records = 0;
  }
  yield ok(batch);
}

/** How many pieces of an act that is not whole yet have been read. */
function lengthOfTail(pieces: readonly { readonly isEnd: boolean }[], before: number): number {
  const end = pieces.findLastIndex(({ isEnd }) => isEnd);
  return end === -1 ? before : pieces.length - 1 - end;
}

async function visitSnapshot(
  desktop: Desktop,
  lineage: string,
  { sha256 }: KeptSnapshot,
  visitor: BackupVisitor<unknown>,
  signal: AbortSignal,
): Promise<Result<SnapshotFacts, BackupReadError>> {
  const hash = createSha256();
  async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const chunk of readChunks(desktop, { kind: 'snapshot', lineage, sha256 })) {
      signal.throwIfAborted();
      hash.update(chunk);
      yield chunk as Uint8Array<ArrayBuffer>;
    }
  }
  const facts = await readSnapshot(chunks(), (batch) => visitor.batch(batch));
  if (!facts.ok) return facts;
  return hash.digest() === sha256 ? facts : err({ code: 'not-the-same' });
}
