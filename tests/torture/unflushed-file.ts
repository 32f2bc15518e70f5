import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';

/** A part of what was to be flushed, after which the power fails. */
export interface Tear {
  /** How much of it reaches the disk, from 0 to 1. */
  readonly share: number;
  /** Whether the file has its full length all the same, with zeros where nothing was written. */
  readonly zeros: boolean;
}

/**
 * A file as a system keeps it: all that was written can be read, and the disk has what was flushed. Its name is on the
 * disk only while `path` is set.
 */
export class UnflushedFile {
  /** Where the disk has it; null while its name is not flushed. */
  path: string | null = null;
  #bytes = Buffer.alloc(0);
  #flushed = 0;

  get byteLength(): number {
    return this.#bytes.length;
  }

  append(bytes: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
  }

  read(offset: number, length: number): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(offset, offset + length));
  }

  /** Puts what was appended since the last time on the disk; a torn flush puts only a part of it there. */
  flush(tear: Tear | null = null): void {
    const waiting = this.#bytes.subarray(this.#flushed);
    const kept = tear ? Math.floor(waiting.length * tear.share) : waiting.length;
    const reached = Buffer.from(waiting.subarray(0, tear?.zeros ? waiting.length : kept));
    reached.fill(0, kept);
    const from = this.#flushed;
    this.#flushed += reached.length;
    if (this.path !== null) writeAt(this.path, reached, from);
  }

  /** The name `path` is on the disk from now on, with what was flushed so far under it. */
  appearAs(path: string): void {
    const beside = `${path}.appearing`;
    closeSync(openSync(beside, 'w'));
    writeAt(beside, this.#bytes.subarray(0, this.#flushed), 0);
    renameSync(beside, path);
    this.path = path;
  }
}

/** A file whose name was taken away meanwhile takes what is written and keeps it nowhere, as on any Unix. */
function writeAt(path: string, bytes: Uint8Array, position: number): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r+');
  try {
    for (let at = 0; at < bytes.length; )
      at += writeSync(handle, bytes, at, bytes.length - at, position + at);
  } finally {
    closeSync(handle);
  }
}
