import { encodeSnapshot } from '../../../codecs/backup/encode-snapshot';
import { createSha256 } from '../../../codecs/hash';
import type { LineageId, Sha256 } from '../../../core/ids';
import { ok, type Result } from '../../../core/result';
import type { SnapshotSource } from '../../../core/snapshot';
import type { Desktop, FileError, KeptSnapshot } from '../../../preload/contract';
import { keepText } from './keep-text';

/** What a snapshot is taken of. */
export interface SnapshotJob {
  readonly desktop: Desktop;
  readonly lineage: LineageId;
  /** The store as it is now, to be read once. */
  readonly source: SnapshotSource;
  readonly text: (hash: Sha256) => Promise<string | null>;
  /** The time now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
}

/**
 * Writes a snapshot of the whole store to the backup, and every text of it that is not there yet. The store stays in use
 * meanwhile. Whatever fails leaves the backup as it was, but for texts.
 */
export async function takeSnapshot(job: SnapshotJob): Promise<Result<KeptSnapshot, FileError>> {
  const { desktop, lineage, source, now } = job;
  const texts = new Set<Sha256>();
  let seq = source.head.from;
  const watched: SnapshotSource = {
    head: source.head,
    pieces: watch(source.pieces, (piece) => {
      if (piece.kind === 'articles') for (const { textHash } of piece.rows) texts.add(textHash);
      if (piece.kind === 'end') seq = piece.to;
    }),
  };
  const begun = await desktop.beginBackupSave({ kind: 'snapshot', lineage });
  if (!begun.ok) return begun;
  if (begun.value === null) throw new Error('a snapshot is never there already');
  const { saveId } = begun.value;
  const digest = await writeChunks(desktop, saveId, encodeSnapshot(watched));
  if (!digest.ok) return giveUp(digest);
  for (const hash of texts) {
    const kept = await keepTextOf(job, hash);
    if (!kept.ok) return giveUp(kept);
  }
  const snapshot: KeptSnapshot = { ...digest.value, seq, at: now() };
  const committed = await desktop.commitSnapshot(saveId, snapshot);
  return committed.ok ? ok(snapshot) : committed;

  async function giveUp<T>(failure: T): Promise<T> {
    await desktop.abortSave(saveId);
    return failure;
  }
}

/** A text that is not what its hash says is for the health check to tell; the snapshot goes on without it. */
async function keepTextOf(
  { desktop, text }: SnapshotJob,
  hash: Sha256,
): Promise<Result<null, FileError>> {
  const words = await text(hash);
  if (words === null) return ok(null);
  const kept = await keepText(desktop, hash, words);
  return kept.ok || kept.error.code !== 'not-verified' ? kept : ok(null);
}

async function writeChunks(
  desktop: Desktop,
  saveId: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Result<Pick<KeptSnapshot, 'byteLength' | 'sha256'>, FileError>> {
  const hash = createSha256();
  let byteLength = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    byteLength += chunk.length;
    const written = await desktop.writeChunk(saveId, chunk);
    if (!written.ok) return written;
  }
  return ok({ byteLength, sha256: hash.digest() });
}

async function* watch<T>(pieces: AsyncIterable<T>, see: (piece: T) => void): AsyncGenerator<T> {
  for await (const piece of pieces) {
    see(piece);
    yield piece;
  }
}
