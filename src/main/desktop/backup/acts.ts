import type { JournalPiece, JournalRun } from '../../../preload/contract';
import type { FrameFacts } from './frames';

/** A piece that is kept: what its frame says, and the path of the segment that holds it. */
export interface KeptPiece extends FrameFacts {
  readonly path: string;
}

/** The pieces of one act, from index 0 without a gap. */
export interface KeptAct {
  readonly first: number;
  readonly last: number;
  readonly pieces: readonly KeptPiece[];
}

/** What a journal says: its whole acts, rising, and the act whose end has not come. */
export interface ActLog {
  acts: KeptAct[];
  unfinished: KeptAct | null;
}

/** A journal that says nothing. */
export function emptyLog(): ActLog {
  return { acts: [], unfinished: null };
}

/**
 * Adds the next piece of the journal. A piece that was written twice, since it was not known whether it had reached the
 * disk, counts as it was written last; an act that comes again takes the place of the one before and of all behind that.
 * A piece whose beginning is missing is left out.
 */
export function addPiece(log: ActLog, piece: KeptPiece): void {
  const { first, last } = piece;
  const before = piece.index === 0 ? [] : piecesBefore(log, piece);
  if (before === null) {
    log.unfinished = null;
    return;
  }
  const act = { first, last, pieces: [...before, piece] };
  log.unfinished = piece.isEnd ? null : act;
  if (!piece.isEnd) return;
  while ((log.acts.at(-1)?.last ?? 0) >= first) log.acts.pop();
  log.acts.push(act);
}

function piecesBefore({ acts, unfinished }: ActLog, piece: KeptPiece): KeptPiece[] | null {
  const act = isOf(unfinished, piece) ? unfinished : acts.at(-1);
  if (act === undefined || !isOf(act, piece) || act.pieces.length < piece.index) return null;
  return act.pieces.slice(0, piece.index);
}

function isOf(act: KeptAct | null, { first, last }: JournalPlace): act is KeptAct {
  return act !== null && act.first === first && act.last === last;
}

type JournalPlace = Pick<JournalPiece, 'first' | 'last'>;

/** The stretches of acts without a gap, in order. */
export function runsOf(acts: readonly KeptAct[]): JournalRun[] {
  const runs: JournalRun[] = [];
  let first: number | null = null;
  for (const [at, act] of acts.entries()) {
    first ??= act.first;
    if (acts[at + 1]?.first === act.last + 1) continue;
    runs.push({ first, last: act.last, lastAt: writtenAt(act) });
    first = null;
  }
  return runs;
}

function writtenAt({ pieces }: KeptAct): string {
  return new Date(pieces.at(-1)?.writtenAt ?? 0).toISOString();
}

/** Whether pieces follow one another: the pieces of an act in order, the next act only after the end of one. */
export function areInOrder(pieces: readonly JournalPiece[]): boolean {
  return pieces.every((piece, at) => {
    if (piece.last < piece.first) return false;
    const before = pieces[at - 1];
    if (before === undefined) return true;
    if (before.isEnd) return piece.index === 0 && piece.first === before.last + 1;
    return isSameAct(before, piece) && piece.index === before.index + 1;
  });
}

function isSameAct(a: JournalPlace, b: JournalPlace): boolean {
  return a.first === b.first && a.last === b.last;
}

/**
 * Whether a piece may come next: the next one of the act that has no end yet, or the beginning of an act that follows the
 * last whole one. That act may also follow a snapshot no older than the journal, or be the first of all.
 */
export function mayFollow(
  { acts, unfinished }: ActLog,
  piece: JournalPiece,
  snapshotSeqs: readonly number[],
): boolean {
  if (piece.index > 0) return isOf(unfinished, piece) && unfinished.pieces.length === piece.index;
  const last = acts.at(-1)?.last ?? null;
  if (last === null && snapshotSeqs.length === 0) return piece.first === 1;
  if (piece.first - 1 === last) return true;
  return snapshotSeqs.some((seq) => piece.first === seq + 1 && seq >= (last ?? 0));
}
