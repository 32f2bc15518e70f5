import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../core/result';
import { chunkBytes, type FileError, maxBytesOf, type ReadSession } from '../../preload/contract';
import { answering, fail } from './file-error';
import { createOpenSessions } from './open-sessions';

/** Files that are read in chunks. */
export interface Readings {
  /** Opens an absolute path. */
  begin(path: string): Promise<Result<ReadSession, FileError>>;
  /** The next bytes; null at the end. The end and every failure close the session. */
  next(readId: string): Promise<Result<Uint8Array | null, FileError>>;
  abort(readId: string): Promise<Result<null, FileError>>;
  abortAll(): Promise<void>;
}

interface Reading {
  readonly path: string;
  readonly fileName: string;
  readonly handle: FileHandle;
  readonly byteLength: number;
  position: number;
}

/** Starts with nothing being read; `whenRead` hears of every path that was read to its end. */
export function createReadings(whenRead: (path: string) => Promise<void>): Readings {
  const sessions = createOpenSessions<Reading>();
  return {
    begin: async (path) => {
      const opened = await sessions.open(() => openReading(path));
      if (!opened.ok) return opened;
      const { fileName, byteLength } = opened.value.session;
      return { ok: true, value: { readId: opened.value.id, fileName, byteLength } };
    },
    next: (readId) =>
      sessions.use(readId, async (reading) => {
        const chunk = await answering(reading.fileName, () => readOn(reading));
        if (chunk.ok && chunk.value !== null) return chunk;
        sessions.forget(readId);
        await reading.handle.close();
        if (chunk.ok) await whenRead(reading.path);
        return chunk;
      }),
    abort: (readId) =>
      sessions.use(readId, async (reading) => {
        sessions.forget(readId);
        await reading.handle.close();
        return { ok: true, value: null };
      }),
    abortAll: () => sessions.closeAll((reading) => reading.handle.close()),
  };
}

/** Opens without waiting, so that a pipe put in the place of a granted file cannot hold the process up. */
async function openReading(path: string): Promise<Result<Reading, FileError>> {
  const fileName = basename(path);
  return answering(fileName, async () => {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const size = await sizeOf(handle, fileName).catch(async (cause: unknown) => {
      await handle.close();
      throw cause;
    });
    if (size.ok) {
      const byteLength = size.value;
      return { ok: true, value: { path, fileName, handle, byteLength, position: 0 } };
    }
    await handle.close();
    return size;
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

async function readOn(reading: Reading): Promise<Result<Uint8Array | null, FileError>> {
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
  reading.position += bytes.length;
  return { ok: true, value: bytes };
}
