import { join } from 'node:path';
import type { JournalPiece } from '../../../preload/contract';
import { failureOf, systemErrorName } from '../file-error';
import type { KeptPiece } from './acts';
import type { BackupFiles, WritableFile } from './files';
import { encodeFrame, encodeSegmentHead, frameHeadBytes, type SegmentHead } from './frames';
import { segmentName } from './names';

/** The segment that a journal is written to. */
export interface Segment {
  readonly path: string;
  /** How much is known to be on the disk; 0 before the first append. */
  readonly byteLength: number;
  /**
   * Appends and flushes; the places of the pieces. Null when the file is no longer there under its name, so that nothing
   * lasts of it. Throws what the system raises; then nothing more may be appended.
   */
  append(pieces: readonly JournalPiece[], writtenAt: number): Promise<KeptPiece[] | null>;
  /** Closes; one that holds nothing that was answered for is removed. A failure is only reported. */
  end(): Promise<void>;
}

/** Makes a new segment in `folder`, which is there, beginning with the act of entry `first`. */
export async function beginSegment(
  files: BackupFiles,
  folder: string,
  { first, ...head }: SegmentHead & { readonly first: number },
): Promise<Segment> {
  const path = join(folder, segmentName(first));
  const file = await files.create(path);
  let byteLength = 0;

  async function append(
    pieces: readonly JournalPiece[],
    writtenAt: number,
  ): Promise<KeptPiece[] | null> {
    const start = byteLength === 0 ? encodeSegmentHead(head) : new Uint8Array();
    const places: KeptPiece[] = [];
    let offset = byteLength + start.length;
    for (const { bytes, ...facts } of pieces) {
      places.push({ ...facts, writtenAt, path, offset, byteLength: bytes.length });
      offset += frameHeadBytes + bytes.length;
    }
    const frames = pieces.map((piece) => encodeFrame({ ...piece, writtenAt }));
    await file.append(Buffer.concat([start, ...frames]));
    await file.sync();
    if (byteLength === 0) await files.syncFolder(folder);
    if (!(await holds(files, path, offset))) return null;
    byteLength = offset;
    return places;
  }

  return {
    path,
    get byteLength() {
      return byteLength;
    },
    append,
    end: () => end(files, { file, path, isEmpty: byteLength === 0 }),
  };
}

/** Whether the file is still found by its name: what is written to one that somebody removed goes nowhere. */
async function holds(files: BackupFiles, path: string, byteLength: number): Promise<boolean> {
  try {
    const found = await files.open(path);
    await found.close();
    return found.byteLength === byteLength;
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return false;
    throw cause;
  }
}

async function end(
  files: BackupFiles,
  segment: { readonly file: WritableFile; readonly path: string; readonly isEmpty: boolean },
): Promise<void> {
  try {
    await segment.file.close();
    if (segment.isEmpty) await files.remove(segment.path);
  } catch (cause) {
    console.error(`${segment.path} could not be closed:`, failureOf(cause).error);
  }
}
