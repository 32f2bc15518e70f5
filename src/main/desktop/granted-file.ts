import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../core/result';
import { chunkBytes, type FileError, maxBytesOf } from '../../preload/contract';
import { answering, fail } from './file-error';
import type { ReadSource } from './reading';

/**
 * Opens an absolute path to be read, without waiting, so that a pipe put in the place of a granted file cannot hold the
 * process up. A file that changes meanwhile fails. One whose size the system gives otherwise than it is (those of `/proc`
 * are said to be empty, those of `/sys` to fill a page) is read to its end at once. `whenRead` hears of the path when it
 * was read to its end.
 */
export async function openGrantedFile(
  path: string,
  whenRead: (path: string) => Promise<void>,
): Promise<Result<ReadSource, FileError>> {
  const fileName = basename(path);
  return answering(fileName, async () => {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const content = await contentOf(handle, fileName).catch(async (cause: unknown) => {
      await handle.close();
      throw cause;
    });
    if (!content.ok) {
      await handle.close();
      return content;
    }
    const source: ReadSource = {
      fileName,
      ...content.value,
      close: () => handle.close(),
      whenRead: () => whenRead(path),
    };
    return { ok: true, value: source };
  });
}

type Content = Pick<ReadSource, 'byteLength' | 'read'>;

async function contentOf(
  handle: FileHandle,
  fileName: string,
): Promise<Result<Content, FileError>> {
  const size = await sizeOf(handle, fileName);
  if (!size.ok) return size;
  const byteLength = size.value;
  if (await endsAt(handle, byteLength)) {
    const read: Content['read'] = (position) => readOn({ handle, fileName, byteLength, position });
    return { ok: true, value: { byteLength, read } };
  }
  const whole = await readToEnd(handle, fileName, byteLength);
  if (!whole.ok) return whole;
  const bytes = whole.value;
  return {
    ok: true,
    value: {
      byteLength: bytes.length,
      read: async (position) => ({
        ok: true,
        value: position < bytes.length ? bytes.slice(position, position + chunkBytes) : null,
      }),
    },
  };
}

/** Whether the last byte of a file is the one before `size`. */
async function endsAt(handle: FileHandle, size: number): Promise<boolean> {
  const first = Math.max(0, size - 1);
  const { bytesRead } = await handle.read(new Uint8Array(2), 0, size - first + 1, first);
  return bytesRead === size - first;
}

/** All that a file holds, however many bytes it is said to have, if it is not said to have others meanwhile. */
async function readToEnd(
  handle: FileHandle,
  fileName: string,
  size: number,
): Promise<Result<Uint8Array, FileError>> {
  const most = maxBytesOf(fileName);
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for (;;) {
    const room = new Uint8Array(chunkBytes);
    const { bytesRead } = await handle.read(room, 0, room.length, byteLength);
    if (bytesRead === 0) break;
    byteLength += bytesRead;
    if (byteLength > most) return fail('too-large', { fileName, byteLength });
    chunks.push(room.slice(0, bytesRead));
  }
  if ((await handle.stat()).size !== size) return fail('changed-while-reading', { fileName });
  return { ok: true, value: new Uint8Array(Buffer.concat(chunks)) };
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
