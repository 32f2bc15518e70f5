import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../core/result';
import { chunkBytes, type FileError, maxBytesOf } from '../../preload/contract';
import { answering, fail } from './file-error';
import type { ReadSource } from './reading';

/**
 * Opens an absolute path to be read, without waiting, so that a pipe put in the place of a granted file cannot hold the
 * process up. A file that changes meanwhile fails. `whenRead` hears of the path when it was read to its end.
 */
export async function openGrantedFile(
  path: string,
  whenRead: (path: string) => Promise<void>,
): Promise<Result<ReadSource, FileError>> {
  const fileName = basename(path);
  return answering(fileName, async () => {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const size = await sizeOf(handle, fileName).catch(async (cause: unknown) => {
      await handle.close();
      throw cause;
    });
    if (!size.ok) {
      await handle.close();
      return size;
    }
    const byteLength = size.value;
    const source: ReadSource = {
      fileName,
      byteLength,
      read: (position) => readOn({ handle, fileName, byteLength, position }),
      close: () => handle.close(),
      whenRead: () => whenRead(path),
    };
    return { ok: true, value: source };
  });
}

/** The size of an open file that may be read, or why it may not. */
async function sizeOf(handle: FileHandle, fileName: string): Promise<Result<number, FileError>> {
  const found = await handle.stat();
  if (found.isDirectory()) return fail('is-folder', { fileName });
  if (!found.isFile()) return fail('not-a-file', { fileName });
  if (found.size > maxBytesOf(fileName))
    return fail('too-large', { fileName, byteLength: found.size });
  return { ok: true, value: found.size };
}

async function readOn(reading: {
  readonly handle: FileHandle;
  readonly fileName: string;
  readonly byteLength: number;
  readonly position: number;
}): Promise<Result<Uint8Array | null, FileError>> {
  const { handle, fileName, byteLength, position } = reading;
  const { size } = await handle.stat();
  if (size !== byteLength) return fail('changed-while-reading', { fileName });
  if (position === byteLength) return { ok: true, value: null };
  const bytes = new Uint8Array(Math.min(chunkBytes, byteLength - position));
  let filled = 0;
  while (filled < bytes.length) {
    const rest = bytes.length - filled;
    const { bytesRead } = await handle.read(bytes, filled, rest, position + filled);
    if (bytesRead === 0) return fail('changed-while-reading', { fileName });
    filled += bytesRead;
  }
  return { ok: true, value: bytes };
}
