import { join } from 'node:path';
import { failureOf } from '../file-error';
import { type ActLog, addPiece, emptyLog } from './acts';
import type { BackupFiles } from './files';
import { type ScannedSegment, scanSegment } from './frames';
import type { SegmentFile } from './kept-files';
import { readWhole } from './read-whole';

/** What the segments of one lineage say, and where it stands in them. */
export interface JournalIndex {
  readonly log: ActLog;
  /** The number that the next segment gets. */
  nextNumber: number;
  /** The names of segments with bytes that cannot be read. */
  damaged: string[];
}

/** More than a segment can come to hold: a larger file is not of this program. */
const maxSegmentBytes = 32 * 1024 * 1024;

const unreadable: ScannedSegment = { head: null, frames: [], end: 'damaged' };

/**
 * Scans all `segments`, in the order in which they were begun. One that cannot be read counts as damaged; its number is not
 * known, so that the next one is also higher than their count.
 */
export async function indexSegments(
  files: BackupFiles,
  { lineage, folder }: { readonly lineage: string; readonly folder: string },
  segments: readonly SegmentFile[],
): Promise<JournalIndex> {
  const index: JournalIndex = { log: emptyLog(), nextNumber: segments.length + 1, damaged: [] };
  const scanned: (ScannedSegment & { readonly file: SegmentFile })[] = [];
  for (const file of segments)
    scanned.push({ file, ...(await scanOne(files, join(folder, file.name), lineage)) });
  scanned.sort((a, b) => numberOf(a) - numberOf(b));
  for (const { file, frames, end, head } of scanned) {
    const path = join(folder, file.name);
    for (const frame of frames) addPiece(index.log, { ...frame, path });
    if (end === 'damaged') index.damaged.push(file.name);
    index.nextNumber = Math.max(index.nextNumber, (head?.number ?? 0) + 1);
  }
  return index;
}

async function scanOne(files: BackupFiles, path: string, lineage: string): Promise<ScannedSegment> {
  const scanned = await scanFile(files, path).catch((cause: unknown) => {
    // Once more, since a disk may fail once; a second time is answered as damage.
    failureOf(cause);
    return scanFile(files, path).catch((again: unknown) => {
      console.error(`${path} could not be read:`, failureOf(again).error);
      return unreadable;
    });
  });
  return scanned.head === null || scanned.head.lineage === lineage ? scanned : unreadable;
}

async function scanFile(files: BackupFiles, path: string): Promise<ScannedSegment> {
  const bytes = await readWhole(files, path, maxSegmentBytes);
  return bytes === null ? unreadable : scanSegment(bytes);
}

function numberOf({ head }: ScannedSegment): number {
  return head?.number ?? 0;
}
