import { chunkBytes, type JournalPiece } from '../../../preload/contract';
import { systemErrorName } from '../file-error';
import type { KeptAct, KeptPiece } from './acts';
import type { BackupFiles } from './files';
import { decodeFrame, frameHeadBytes } from './frames';

/** The most pieces in one answer, since empty ones would otherwise be without a limit. */
const maxPieces = 10_000;

/**
 * The pieces of the acts that follow entry `after` without a gap, leaving out the first `skip`: as many as go into one
 * answer.
 */
export function piecesAfter(acts: readonly KeptAct[], after: number, skip: number): KeptPiece[] {
  const chosen: KeptPiece[] = [];
  let byteLength = 0;
  let left = skip;
  let next = after + 1;
  for (let at = indexOfFirst(acts, next); at < acts.length; at += 1) {
    const act = acts[at];
    if (act?.first !== next) break;
    next = act.last + 1;
    for (const piece of act.pieces.slice(left)) {
      byteLength += piece.byteLength;
      if (byteLength > chunkBytes || chosen.length === maxPieces) return chosen;
      chosen.push(piece);
    }
    left = Math.max(0, left - act.pieces.length);
  }
  return chosen;
}

/** Where the first act lies that begins with entry `first` or later, by halving: acts rise. */
function indexOfFirst(acts: readonly KeptAct[], first: number): number {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((acts[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads pieces from their segments; null when one is not there as it was written. Throws what the system raises. */
export async function readPieces(
  files: BackupFiles,
  places: readonly KeptPiece[],
): Promise<readonly JournalPiece[] | null> {
  const pieces: JournalPiece[] = [];
  for (const stretch of stretchesOf(places)) {
    const read = await readStretch(files, stretch);
    if (read === null) return null;
    pieces.push(...read);
  }
  return pieces;
}

/** Pieces that lie one behind the other, to be read at once. */
function stretchesOf(places: readonly KeptPiece[]): KeptPiece[][] {
  const stretches: KeptPiece[][] = [];
  for (const place of places) {
    const stretch = stretches.at(-1);
    const before = stretch?.at(-1);
    const follows = before?.path === place.path && endOf(before) === place.offset;
    if (follows) stretch?.push(place);
    else stretches.push([place]);
  }
  return stretches;
}

async function readStretch(
  files: BackupFiles,
  stretch: readonly KeptPiece[],
): Promise<JournalPiece[] | null> {
  const [start] = stretch;
  const last = stretch.at(-1);
  if (start === undefined || last === undefined) return [];
  const bytes = await readRange(files, start.path, [start.offset, endOf(last)]);
  const pieces: JournalPiece[] = [];
  for (const place of stretch) {
    const frame = bytes === null ? 'torn' : decodeFrame(bytes, place.offset - start.offset);
    if (typeof frame === 'string' || !isFrameOf(place, frame)) return null;
    const { first, last: end, index, isEnd, bytes: payload } = frame;
    pieces.push({ first, last: end, index, isEnd, bytes: payload });
  }
  return pieces;
}

async function readRange(
  files: BackupFiles,
  path: string,
  [start, end]: readonly [number, number],
): Promise<Uint8Array | null> {
  try {
    const file = await files.open(path);
    try {
      return await file.read(start, end - start);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return null;
    throw cause;
  }
}

function isFrameOf(place: KeptPiece, frame: JournalPiece): boolean {
  return (
    frame.first === place.first &&
    frame.last === place.last &&
    frame.index === place.index &&
    frame.isEnd === place.isEnd
  );
}

function endOf({ offset, byteLength }: KeptPiece): number {
  return offset + frameHeadBytes + byteLength;
}
