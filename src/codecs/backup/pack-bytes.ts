/** Joins bytes, however they come, into chunks of `size` bytes each, but for the last, which may be shorter. */
export async function* packBytes(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let packed = new Uint8Array(size);
  let used = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + size - used);
      packed.set(part, used);
      used += part.length;
      from += part.length;
      if (used < size) continue;
      yield packed;
      packed = new Uint8Array(size);
      used = 0;
    }
  }
  if (used > 0) yield packed.slice(0, used);
}
