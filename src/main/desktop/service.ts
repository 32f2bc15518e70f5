import { join } from 'node:path';
import type { Result } from '../../core/result';
import type { Desktop, FileError, GrantOutcome } from '../../preload/contract';
import { createBackup } from './backup/backup';
import type { BackupFiles } from './backup/files';
import { nodeFiles } from './backup/node-files';
import { createEvents } from './events';
import { answering, fail } from './file-error';
import { plainFileName } from './file-name';
import { openGrantedFile } from './granted-file';
import { createGrants } from './grants';
import type { DesktopHost, DesktopService } from './host';
import { createReadings } from './reading';
import { createRecentFiles, folderNameOf } from './recent-files';
import { createSavings } from './saving';
import { createUnfinishedSaves } from './unfinished-saves';

/** A desktop service whose page may come and go, as it does when it is reloaded. */
export interface PagedDesktopService extends DesktopService {
  /**
   * The page is gone: closes its reads, removes its temporary files, and keeps what main has to say for the next page.
   * Tokens stay good.
   */
  pageLeft(): Promise<void>;
  /** As `pageLeft` of a page whose process is gone: the next page is told so, whatever this one was doing. */
  pageCrashed(): Promise<void>;
  /** Asks the page to write what is not yet written, and then to close the window. */
  askToClose(): void;
}

/** What a desktop service is made of. */
export interface DesktopServiceParts {
  readonly host: DesktopHost;
  /** An existing folder; holds `recent-files.json`, `unfinished-saves.json` and the folder `backup`. */
  readonly dataFolder: string;
  readonly now: () => Date;
  /** By which exports and the backup are written; the real file system unless given. */
  readonly files?: BackupFiles;
}

/** The service that both shells offer to their page. */
export function createDesktopService({
  host,
  dataFolder,
  now,
  files = nodeFiles,
}: DesktopServiceParts): PagedDesktopService {
  const grants = createGrants();
  const recentFiles = createRecentFiles(join(dataFolder, 'recent-files.json'), now);
  const unfinished = createUnfinishedSaves(join(dataFolder, 'unfinished-saves.json'));
  const readings = createReadings();
  const savings = createSavings(files, unfinished);
  const events = createEvents();
  const backup = createBackup({
    folder: join(dataFolder, 'backup'),
    files,
    savings,
    readings,
    now,
    isOver: () => disposed,
  });
  let opening: string | null = null;
  let disposed = false;

  /** The file has been read whatever happens to the list, so a failure here is only reported. */
  async function noteAsRead(path: string): Promise<void> {
    host.noteRecentFile(path);
    const noted = await answering('recent-files.json', async () => {
      await recentFiles.note(path);
      return { ok: true, value: null };
    });
    if (!noted.ok) console.error('The list of recent files could not be written:', noted.error);
  }

  function grantAll(paths: readonly string[]): Promise<GrantOutcome[]> {
    return Promise.all(paths.map((path) => grants.inspect(path)));
  }

  async function pageLeft(): Promise<void> {
    events.release();
    host.setUnwritten(false);
    if (opening !== null) events.offer({ kind: 'page-lost', fileName: opening });
    opening = null;
    await Promise.all([readings.abortAll(), savings.abortAll()]);
  }

  const desktop: Desktop = {
    describe: async () => ({ ok: true, value: host.info }),
    openFiles: async () => {
      const paths = await host.chooseFilesToOpen();
      return paths === null ? fail('cancelled') : { ok: true, value: await grantAll(paths) };
    },
    listRecentFiles: () =>
      answering('recent-files.json', async () => {
        const known = await recentFiles.list();
        const value = known.map(({ path, openedAt }) => ({
          ...grants.grant(path),
          folderName: folderNameOf(path),
          openedAt,
        }));
        return { ok: true, value };
      }),
    forgetRecentFiles: () =>
      answering('recent-files.json', async () => {
        await recentFiles.forgetAll();
        host.forgetRecentFiles();
        return { ok: true, value: null };
      }),
    beginRead: async (token) => {
      const path = grants.pathOf(token);
      if (path === null || disposed) return fail('stale');
      return readings.begin(() => openGrantedFile(path, noteAsRead));
    },
    readChunk: (readId) => readings.next(readId),
    abortRead: (readId) => readings.abort(readId),
    beginSave: ({ suggestedName }) => beginSave(plainFileName(suggestedName)),
    writeChunk: (saveId, bytes) => savings.write(saveId, bytes),
    commitSave: (saveId, digest) => savings.commit(saveId, digest),
    abortSave: (saveId) => savings.abort(saveId),
    ...backup.methods,
    setUnwritten: async (unwritten) => {
      host.setUnwritten(unwritten);
      return { ok: true, value: null };
    },
    closeNow: async () => {
      host.closeNow();
      return { ok: true, value: null };
    },
    setOpening: async (fileName) => {
      opening = fileName;
      return { ok: true, value: null };
    },
    setMenu: async (groups) => {
      host.setMenu(groups);
      return { ok: true, value: null };
    },
    setTheme: async (theme) => {
      host.setTheme(theme);
      return { ok: true, value: null };
    },
    nextEvent: async () => (disposed ? fail('stale') : events.next()),
  };

  async function beginSave(
    fileName: string,
  ): Promise<Result<{ saveId: string; destination: string }, FileError>> {
    return answering(fileName, async () => {
      const destination = await host.chooseSaveDestination(fileName);
      if (destination === null) return fail('cancelled');
      return disposed ? fail('stale') : savings.begin({ kind: 'export', destination });
    });
  }

  return {
    desktop,
    pageLeft,
    pageCrashed: () => {
      const wasOpening = opening !== null;
      const left = pageLeft();
      // Only now: what is offered while the lost page waits would go with it.
      if (!wasOpening) events.offer({ kind: 'page-lost', fileName: null });
      return left;
    },
    askToClose: () => events.offer({ kind: 'close-asked' }),
    offerFiles: async (paths) => {
      if (paths.length > 0) events.offer({ kind: 'open-files', files: await grantAll(paths) });
    },
    offerCommand: (commandId) => events.offer({ kind: 'command', commandId }),
    dispose: async () => {
      disposed = true;
      await pageLeft();
      await Promise.all([backup.end(), unfinished.settled()]);
    },
  };
}
