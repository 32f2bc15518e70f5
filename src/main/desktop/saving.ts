import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Result } from '../../core/result';
import {
  chunkBytes,
  type FileError,
  type SaveDigest,
  type SavedFile,
  type SaveSession,
} from '../../preload/contract';
import type { BackupFiles, WritableFile } from './backup/files';
import { answering, fail, systemErrorName } from './file-error';
import { createOpenSessions } from './open-sessions';
import { temporaryName } from './temporary-name';
import type { UnfinishedSaves } from './unfinished-saves';

/** What is to be saved. Paths are absolute, and their folder is there. */
export type SavePlan =
  /** The person's own file. One that was under the name at the beginning is replaced; one that came since is kept. */
  | { readonly kind: 'export'; readonly destination: string }
  /** A file of the backup that must have this digest; it replaces whatever has its name. */
  | { readonly kind: 'text'; readonly destination: string; readonly sha256: string }
  /** A file of the backup in `folder` that gets its name at the end. */
  | { readonly kind: 'snapshot'; readonly folder: string };

/** Files that are written in chunks beside their destination, and take its name only when whole and verified. */
export interface Savings {
  /** Opens a temporary file in the folder of the destination. */
  begin(plan: SavePlan): Promise<Result<SaveSession, FileError>>;
  /** Appends; a failure closes the session and removes what was written. */
  write(saveId: string, bytes: Uint8Array): Promise<Result<null, FileError>>;
  /**
   * Flushes, reads back, renames. A failure closes the session and removes what was written. An export that would take the
   * place of a file that came since `begin` is `system` with `EEXIST`. A snapshot is `refused`.
   */
  commit(saveId: string, digest: SaveDigest): Promise<Result<SavedFile, FileError>>;
  /** As `commit`, for a snapshot, which gets a name in its folder; anything else is `refused`. */
  commitSnapshot(
    saveId: string,
    digest: SaveDigest,
    name: string,
  ): Promise<Result<SavedFile, FileError>>;
  abort(saveId: string): Promise<Result<null, FileError>>;
  abortAll(): Promise<void>;
}

interface Saving {
  readonly plan: SavePlan;
  readonly file: WritableFile;
  readonly temporary: string;
  readonly fileName: string;
  /** Whether a file that has the name may be replaced. */
  readonly replaces: boolean;
}

/** Starts with nothing being saved. Temporary files of exports are noted in `unfinished` while they are there. */
export function createSavings(files: BackupFiles, unfinished: UnfinishedSaves): Savings {
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

  async function openSaving(plan: SavePlan): Promise<Result<Saving, FileError>> {
    const { folder, fileName } = placeOf(plan);
    const temporary = join(folder, temporaryName());
    return answering(fileName, async () => {
      const isTaken = plan.kind === 'export' && (await isThere(plan.destination));
      if (isTaken && (await stat(plan.destination)).isDirectory())
        return fail('is-folder', { fileName });
      if (plan.kind === 'export') await unfinished.note(temporary);
      try {
        const file = await files.create(temporary);
        const replaces = plan.kind !== 'export' || isTaken;
        return { ok: true, value: { plan, file, temporary, fileName, replaces } };
      } catch (cause) {
        if (plan.kind === 'export') await unfinished.forget(temporary);
        throw cause;
      }
    });
  }

  async function finish(
    saveId: string,
    saving: Saving,
    destination: string,
    digest: SaveDigest,
  ): Promise<Result<SavedFile, FileError>> {
    const { plan, file, fileName, temporary } = saving;
    await file.sync();
    const written = await digestOf(file);
    const isRight =
      written.byteLength === digest.byteLength &&
      written.sha256 === digest.sha256 &&
      (plan.kind !== 'text' || written.sha256 === plan.sha256);
    if (!isRight) return fail('not-verified', { fileName });
    await file.close();
    if (!saving.replaces && (await isThere(destination)))
      return fail('system', { fileName, detail: 'EEXIST' });
    await files.rename(temporary, destination);
    await makeLast(saving, destination);
    sessions.forget(saveId);
    if (plan.kind === 'export') await unfinished.forget(temporary);
    return { ok: true, value: { destination, ...written } };
  }

  /** Flushes the new name. What the backup cannot be sure of must not count as kept, so it is removed. */
  async function makeLast({ plan }: Saving, destination: string): Promise<void> {
    try {
      await files.syncFolder(dirname(destination));
    } catch (cause) {
      if (plan.kind !== 'export') await files.remove(destination);
      throw cause;
    }
  }

  /** Closes and removes the temporary file. */
  async function discard({
    plan,
    file,
    temporary,
    fileName,
  }: Saving): Promise<Result<null, FileError>> {
    return answering(fileName, async () => {
      try {
        await file.close();
      } finally {
        await files.remove(temporary);
      }
      if (plan.kind === 'export') await unfinished.forget(temporary);
      return { ok: true, value: null };
    });
  }

  /** For where another failure, or nobody, is to be answered. */
  async function discardOrReport(saving: Saving): Promise<void> {
    const discarded = await discard(saving);
    if (!discarded.ok) console.error(`${saving.temporary} could not be removed:`, discarded.error);
  }

  return {
    begin: async (plan) => {
      const opened = await sessions.open(() => openSaving(plan));
      if (!opened.ok) return opened;
      const destination = plan.kind === 'snapshot' ? plan.folder : plan.destination;
      return { ok: true, value: { saveId: opened.value.id, destination } };
    },
    write: (saveId, bytes) =>
      orDiscard(saveId, async ({ file }) => {
        await file.append(bytes);
        return { ok: true, value: null };
      }),
    commit: (saveId, digest) =>
      orDiscard(saveId, async (saving) =>
        saving.plan.kind === 'snapshot'
          ? fail('refused')
          : finish(saveId, saving, saving.plan.destination, digest),
      ),
    commitSnapshot: (saveId, digest, name) =>
      orDiscard(saveId, async (saving) =>
        saving.plan.kind === 'snapshot'
          ? finish(saveId, saving, join(saving.plan.folder, name), digest)
          : fail('refused'),
      ),
    abort: (saveId) =>
      sessions.use(saveId, async (saving) => {
        sessions.forget(saveId);
        return discard(saving);
      }),
    abortAll: () => sessions.closeAll(discardOrReport),
  };
}

function placeOf(plan: SavePlan): { readonly folder: string; readonly fileName: string } {
  if (plan.kind === 'snapshot') return { folder: plan.folder, fileName: 'snapshot' };
  return { folder: dirname(plan.destination), fileName: basename(plan.destination) };
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
async function digestOf(file: WritableFile): Promise<SaveDigest> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for (;;) {
    const bytes = await file.read(byteLength, chunkBytes);
    if (bytes.length === 0) return { byteLength, sha256: hash.digest('hex') };
    hash.update(bytes);
    byteLength += bytes.length;
  }
}
