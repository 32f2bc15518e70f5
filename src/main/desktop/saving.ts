import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Result } from '../../core/result';
import {
  chunkBytes,
  type FileError,
  type SaveDigest,
  type SavedFile,
  type SaveSession,
} from '../../preload/contract';
import { answering, fail, systemErrorName } from './file-error';
import { createOpenSessions } from './open-sessions';
import { randomName } from './random-name';
import { syncFolder } from './sync-folder';

/** Files that are written in chunks beside their destination, and take its name only when whole and verified. */
export interface Savings {
  /** Opens a temporary file in the folder of an absolute path. */
  begin(destination: string): Promise<Result<SaveSession, FileError>>;
  /** Appends; a failure closes the session and removes what was written. */
  write(saveId: string, bytes: Uint8Array): Promise<Result<null, FileError>>;
  /**
   * Flushes, reads back, renames. A failure closes the session and removes what was written. A file that was under the
   * name at `begin` is replaced; one that came since is kept, and the answer is `system` with `EEXIST`.
   */
  commit(saveId: string, digest: SaveDigest): Promise<Result<SavedFile, FileError>>;
  abort(saveId: string): Promise<Result<null, FileError>>;
  abortAll(): Promise<void>;
}

interface Saving {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly destination: string;
  readonly fileName: string;
  /** Whether a file was there that the person agreed to replace. */
  readonly replaces: boolean;
}

/** Starts with nothing being saved. */
export function createSavings(): Savings {
  const sessions = createOpenSessions<Saving>();

  /** Does `work`; unless it succeeds, nothing of the session remains. */
  function orDiscard<T>(
    saveId: string,
    work: (saving: Saving) => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>> {
    return sessions.use(saveId, async (saving) => {
      const outcome = await answering(saving.fileName, () => work(saving));
      if (!outcome.ok) {
        sessions.forget(saveId);
        await discardOrReport(saving);
      }
      return outcome;
    });
  }

  return {
    begin: async (destination) => {
      const opened = await sessions.open(() => openSaving(destination));
      return opened.ok ? { ok: true, value: { saveId: opened.value.id, destination } } : opened;
    },
    write: (saveId, bytes) =>
      orDiscard(saveId, async ({ handle }) => {
        await handle.appendFile(bytes);
        return { ok: true, value: null };
      }),
    commit: (saveId, digest) =>
      orDiscard(saveId, async (saving) => {
        await saving.handle.sync();
        const written = await digestOf(saving.handle);
        if (written.byteLength !== digest.byteLength || written.sha256 !== digest.sha256)
          return fail('not-verified', { fileName: saving.fileName });
        await saving.handle.close();
        const { fileName, destination, temporary } = saving;
        if (!saving.replaces && (await isThere(destination)))
          return fail('system', { fileName, detail: 'EEXIST' });
        await rename(temporary, destination);
        sessions.forget(saveId);
        await syncFolder(dirname(destination));
        return { ok: true, value: { destination, ...written } };
      }),
    abort: (saveId) =>
      sessions.use(saveId, async (saving) => {
        sessions.forget(saveId);
        return discard(saving);
      }),
    abortAll: () => sessions.closeAll(discardOrReport),
  };
}

async function openSaving(destination: string): Promise<Result<Saving, FileError>> {
  const fileName = basename(destination);
  const temporary = join(dirname(destination), `.dateline-${randomName()}.tmp`);
  return answering(fileName, async () => {
    const replaces = await isThere(destination);
    if (replaces && (await stat(destination)).isDirectory()) return fail('is-folder', { fileName });
    const handle = await open(temporary, 'wx+');
    return { ok: true, value: { handle, temporary, destination, fileName, replaces } };
  });
}

/** Closes (twice does no harm) and removes the temporary file. */
async function discard(saving: Saving): Promise<Result<null, FileError>> {
  return answering(saving.fileName, async () => {
    try {
      await saving.handle.close();
    } finally {
      await rm(saving.temporary, { force: true });
    }
    return { ok: true, value: null };
  });
}

/** For where another failure, or nobody, is to be answered. */
async function discardOrReport(saving: Saving): Promise<void> {
  const discarded = await discard(saving);
  if (!discarded.ok) console.error(`${saving.temporary} could not be removed:`, discarded.error);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** Reads the file from its beginning. */
async function digestOf(handle: FileHandle): Promise<SaveDigest> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(chunkBytes);
  let byteLength = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, byteLength);
    if (bytesRead === 0) return { byteLength, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    byteLength += bytesRead;
  }
}
