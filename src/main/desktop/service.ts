import { join } from 'node:path';
import type { Result } from '../../core/result';
import type { Desktop, FileError, GrantOutcome } from '../../preload/contract';
import { createEvents } from './events';
import { answering, fail } from './file-error';
import { plainFileName } from './file-name';
import { createGrants } from './grants';
import type { DesktopHost, DesktopService } from './host';
import { createReadings } from './reading';
import { createRecentFiles, folderNameOf } from './recent-files';
import { createSavings } from './saving';

/** A desktop service whose page may come and go, as it does when it is reloaded. */
export interface PagedDesktopService extends DesktopService {
  /**
   * The page is gone: closes its reads, removes its temporary files, and keeps what main has to say for the next page.
   * Tokens stay good.
   */
  pageLeft(): Promise<void>;
}

/** What a desktop service is made of. */
export interface DesktopServiceParts {
  readonly host: DesktopHost;
  /** An existing folder; holds `recent-files.json`. */
  readonly dataFolder: string;
  readonly now: () => Date;
}

/** The service that both shells offer to their page. */
export function createDesktopService({
  host,
  dataFolder,
  now,
}: DesktopServiceParts): PagedDesktopService {
  const grants = createGrants();
  const recentFiles = createRecentFiles(join(dataFolder, 'recent-files.json'), now);
  const readings = createReadings(noteAsRead);
  const savings = createSavings();
  const events = createEvents();
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
      return path === null || disposed ? fail('stale') : readings.begin(path);
    },
    readChunk: (readId) => readings.next(readId),
    abortRead: (readId) => readings.abort(readId),
    beginSave: ({ suggestedName }) => beginSave(plainFileName(suggestedName)),
    writeChunk: (saveId, bytes) => savings.write(saveId, bytes),
    commitSave: (saveId, digest) => savings.commit(saveId, digest),
    abortSave: (saveId) => savings.abort(saveId),
    setMenu: async (groups) => {
      host.setMenu(groups);
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
      return disposed ? fail('stale') : savings.begin(destination);
    });
  }

  return {
    desktop,
    pageLeft,
    offerFiles: async (paths) => {
      if (paths.length > 0) events.offer({ kind: 'open-files', files: await grantAll(paths) });
    },
    offerCommand: (commandId) => events.offer({ kind: 'command', commandId }),
    dispose: async () => {
      disposed = true;
      await pageLeft();
    },
  };
}
