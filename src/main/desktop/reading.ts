import type { Result } from '../../core/result';
import type { FileError, ReadSession } from '../../preload/contract';
import { answering } from './file-error';
import { createOpenSessions } from './open-sessions';

/** A file that is open to be read from its beginning to its end. */
export interface ReadSource {
  readonly fileName: string;
  readonly byteLength: number;
  /** The bytes from `position` on, at most `chunkBytes`; null at the end. */
  read(position: number): Promise<Result<Uint8Array | null, FileError>>;
  close(): Promise<void>;
  /** To be called when all was read. */
  whenRead?(): Promise<void>;
}

/** Files that are read in chunks. */
export interface Readings {
  /** Keeps what `open` opens, if it opens. */
  begin(
    open: () => Promise<Result<ReadSource, FileError>>,
  ): Promise<Result<ReadSession, FileError>>;
  /** The next bytes; null at the end. The end and every failure close the session. */
  next(readId: string): Promise<Result<Uint8Array | null, FileError>>;
  abort(readId: string): Promise<Result<null, FileError>>;
  abortAll(): Promise<void>;
}

interface Reading {
  readonly source: ReadSource;
  position: number;
}

/** Starts with nothing being read. */
export function createReadings(): Readings {
  const sessions = createOpenSessions<Reading>();
  return {
    begin: async (open) => {
      const opened = await sessions.open(async () => {
        const source = await open();
        return source.ok ? { ok: true, value: { source: source.value, position: 0 } } : source;
      });
      if (!opened.ok) return opened;
      const { fileName, byteLength } = opened.value.session.source;
      return { ok: true, value: { readId: opened.value.id, fileName, byteLength } };
    },
    next: (readId) =>
      sessions.use(readId, async (reading) => {
        const { source, position } = reading;
        const chunk = await answering(source.fileName, () => source.read(position));
        if (chunk.ok && chunk.value !== null) {
          reading.position += chunk.value.length;
          return chunk;
        }
        sessions.forget(readId);
        await source.close();
        if (chunk.ok) await source.whenRead?.();
        return chunk;
      }),
    abort: (readId) =>
      sessions.use(readId, async ({ source }) => {
        sessions.forget(readId);
        await source.close();
        return { ok: true, value: null };
      }),
    abortAll: () => sessions.closeAll(({ source }) => source.close()),
  };
}
