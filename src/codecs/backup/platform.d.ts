/**
 * What the snapshot codec uses beyond the language itself: both a browser and Node have it (WHATWG Compression Standard).
 * Only the program of `src/codecs` reads this file; the others know these names from the DOM or from Node.
 */
interface CompressedReader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(): Promise<void>;
}

interface CompressedWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}

declare class CompressionStream {
  constructor(format: 'gzip');
  readonly readable: { getReader(): CompressedReader };
  readonly writable: { getWriter(): CompressedWriter };
}

declare class DecompressionStream {
  constructor(format: 'gzip');
  readonly readable: { getReader(): CompressedReader };
  readonly writable: { getWriter(): CompressedWriter };
}
