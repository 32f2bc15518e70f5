import type { ChangeEntry } from '../../../core/change';
import { chunkBytes, type JournalPiece } from '../../../preload/contract';

/** One act, encoded. */
export interface EncodedAct {
  /** The numbers of its first and last entry. */
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
}

/** An act of `entries`, of which there is at least one, by `encode`. */
export function encodedAct(
  entries: readonly ChangeEntry[],
  encode: (entries: readonly ChangeEntry[]) => Uint8Array,
): EncodedAct {
  const [{ seq: first } = { seq: 0 }] = entries;
  return { first, last: first + entries.length - 1, bytes: encode(entries) };
}

/** The pieces of `acts`, in calls of `appendJournal` that each carry at most `limit` bytes. */
export function* journalCalls(
  acts: Iterable<EncodedAct>,
  limit: number = chunkBytes,
): Generator<readonly JournalPiece[]> {
  let call: JournalPiece[] = [];
  let room = limit;
  for (const act of acts)
    for (const piece of piecesOf(act, limit)) {
      if (piece.bytes.length > room && call.length > 0) {
        yield call;
        call = [];
        room = limit;
      }
      call.push(piece);
      room -= piece.bytes.length;
    }
  if (call.length > 0) yield call;
}

/** The acts that `pieces` make up, in order; an act whose end has not come yet is kept for the next call of `add`. */
export class ActAssembler {
  #parts: Uint8Array[] = [];

  add(pieces: readonly JournalPiece[]): readonly EncodedAct[] {
    const acts: EncodedAct[] = [];
    for (const { first, last, index, isEnd, bytes } of pieces) {
      if (index === 0) this.#parts = [];
      this.#parts.push(bytes);
      if (!isEnd) continue;
      acts.push({ first, last, bytes: joined(this.#parts) });
      this.#parts = [];
    }
    return acts;
  }
}

function* piecesOf({ first, last, bytes }: EncodedAct, limit: number): Generator<JournalPiece> {
  for (let at = 0, index = 0; at < bytes.length; at += limit, index += 1) {
    const isEnd = at + limit >= bytes.length;
    yield { first, last, index, isEnd, bytes: bytes.subarray(at, at + limit) };
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
