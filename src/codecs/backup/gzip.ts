/** Why bytes could not be decompressed. */
export class GunzipError extends Error {
  override readonly name = 'GunzipError';
  /** Whether they are sound but end too early. */
  readonly isCutOff: boolean;

  constructor(endsEarly: boolean, cause: unknown) {
    super(endsEarly ? 'the bytes end too early' : 'the bytes are damaged', { cause });
    this.isCutOff = endsEarly;
  }
}

/** Compresses bytes by gzip (RFC 1952). No more than a few chunks are held. What `chunks` throws is thrown on. */
export async function* gzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const feed: Feed = { chunks, isAllGiven: false, failure: null };
  try {
    yield* through(new CompressionStream('gzip'), feed);
  } catch (thrown) {
    throw feed.failure ? feed.failure.thrown : thrown;
  }
}

/** Takes `gzip` back. Throws `GunzipError` when the bytes are not gzip, damaged or not all there. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const feed: Feed = { chunks, isAllGiven: false, failure: null };
  try {
    yield* through(new DecompressionStream('gzip'), feed);
  } catch (thrown) {
    if (feed.failure) throw feed.failure.thrown;
    throw new GunzipError(isCutOff(thrown, feed.isAllGiven), thrown);
  }
}

/** What goes into a stream, and how that went. */
interface Feed {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether the stream has taken all chunks. */
  isAllGiven: boolean;
  /** What `chunks` threw. */
  failure: { readonly thrown: unknown } | null;
}

async function* through(
  stream: CompressionStream | DecompressionStream,
  feed: Feed,
): AsyncGenerator<Uint8Array> {
  const reader = stream.readable.getReader();
  const feeding = give(stream, feed);
  try {
    for (;;) {
      const { value } = await reader.read();
      if (!value) return;
      yield value;
    }
  } finally {
    // Tells `give` to stop where the reader has; a stream that has failed cannot be cancelled and has told already.
    await reader.cancel().catch(() => {});
    await feeding;
  }
}

/** Gives all chunks to the stream. A failure of the stream shows where it is read. */
async function give(
  { writable }: CompressionStream | DecompressionStream,
  feed: Feed,
): Promise<void> {
  const writer = writable.getWriter();
  const source = feed.chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await source.next().catch((thrown: unknown) => {
        feed.failure = { thrown };
        throw thrown;
      });
      if (next.done) break;
      // A copy, since the one who gave the chunk may use it again.
      await writer.write(new Uint8Array(next.value));
    }
    feed.isAllGiven = true;
    await writer.close();
  } catch (thrown) {
    await writer.abort(thrown).catch(() => {});
    if (!feed.failure) await source.return?.();
  }
}

/** A browser says it by failing only once all is given; Node, which fails at any time, by zlib's code. */
function isCutOff(thrown: unknown, isAllGiven: boolean): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return code === null ? isAllGiven : code === 'Z_BUF_ERROR';
}
