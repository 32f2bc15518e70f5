import { splitsSurrogatePair } from '../../core/text/span';

/** The most that one chunk holds. */
export const maxChunkBytes = 256 * 1024;

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const maxChunkUnits = Math.floor(maxChunkBytes / 3);

/** Joins pieces of text, of any length, into chunks of UTF-8 of at most `maxChunkBytes`, none of them empty. */
export async function* packChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending = '';
  for await (const piece of pieces) {
    pending += piece;
    while (pending.length > maxChunkUnits) {
      const end = splitsSurrogatePair(pending, maxChunkUnits) ? maxChunkUnits - 1 : maxChunkUnits;
      yield encoder.encode(pending.slice(0, end));
      pending = pending.slice(end);
    }
  }
  if (pending !== '') yield encoder.encode(pending);
}
