import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import { createDesktopService } from '../desktop/service';
import { appPage } from './address';
import { createCloseGuard } from './close-guard';
import { askWhetherToWait } from './dialogs';
import { refuseDownloads } from './downloads';
import { createHost } from './host';
import { handleDesktop } from './ipc';
import { takeFiles } from './left-files';
import { closeNetwork } from './network';
import { guardPermissions } from './permissions';
import { serveAppScheme } from './protocol';
import { filesOfCommandLine, nameOfSecondStart, type SecondStart } from './second-start';
import { createWindow } from './window';

/**
 * The life of the first instance: it opens `files`, then whatever a second start or the system hands over, and ends
 * with its window. To be called before `ready`, or files that macOS opens the app with are missed.
 */
export function runShell(files: readonly string[]): void {
  let window: BrowserWindow | null = null;
  const dataFolder = app.getPath('userData');
  const closeGuard = createCloseGuard({
    window: () => window,
    askPage: () => service.askToClose(),
    askPerson: askWhetherToWait,
  });
  const service = createDesktopService({
    host: createHost({
      window: () => window,
      onCommand: (id) => service.offerCommand(id),
      closeGuard,
    }),
    dataFolder,
    now: () => new Date(),
  });

  const offer = (paths: readonly string[]): void => {
    service.offerFiles(paths).catch(stop);
    if (window !== null) bringForward(window);
  };
  /** What is left for a window that is gone stays where it is: nobody would see it opened. */
  const takeSecond = (start: SecondStart): void => {
    if (window === null) return;
    const name = nameOfSecondStart(start.data);
    const left = name === null ? null : takeFiles(dataFolder, name);
    offer(left ?? filesOfCommandLine(start, app.isPackaged));
  };
  const forgetPage = (): void => {
    service.pageLeft().catch(stop);
  };
  const takeCrash = (_event: unknown, { reason }: { readonly reason: string }): void => {
    if (reason === 'clean-exit') forgetPage();
    else service.pageCrashed().catch(stop);
  };
  const start = async (): Promise<void> => {
    await app.whenReady();
    closeNetwork(session.defaultSession);
    guardPermissions(session.defaultSession);
    refuseDownloads(session.defaultSession);
    serveAppScheme(protocol, join(app.getAppPath(), 'out/renderer'));
    handleDesktop({
      desktop: service.desktop,
      window: () => window,
      onDescribed: reportOnce(),
      onListening: () => closeGuard.pageAnswered(),
    });
    window = createWindow();
    window.on('close', (event) => closeGuard.windowCloses(event));
    window.on('query-session-end', (event) => closeGuard.windowCloses(event));
    window.on('closed', () => {
      window = null;
      closeGuard.windowClosed();
    });
    window.webContents.on('did-navigate', forgetPage);
    window.webContents.on('render-process-gone', takeCrash);
    await load(window);
  };

  Menu.setApplicationMenu(null);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer([path]);
  });
  app.on('second-instance', (_event, argv, folder, data) => takeSecond({ argv, folder, data }));
  app.on('window-all-closed', () => app.quit());
  endWith(() => service.dispose());
  offer(files);
  start().catch(stop);
}

/** A window that was closed while its page was on the way is no failure. */
async function load(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(appPage);
  } catch (error) {
    if (!window.isDestroyed()) throw error;
  }
}

/** Says once, on standard output, that the page runs and is answered: scripts wait for these very words. */
function reportOnce(): () => void {
  let reported = false;
  return () => {
    if (!reported) console.log('Dateline: window ready');
    reported = true;
  };
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/**
 * Quitting waits for `dispose`, once. It is asked for again in a task of its own: when nothing was open, `dispose` settles
 * while Electron is still telling of `will-quit`, and until that is over it does not hear of quitting.
 */
function endWith(dispose: () => Promise<void>): void {
  let disposed = false;
  app.on('will-quit', (event) => {
    if (disposed) return;
    event.preventDefault();
    dispose()
      .catch((error: unknown) => console.error('Dateline: not everything was closed', error))
      .finally(() => {
        disposed = true;
        setImmediate(() => app.quit());
      });
  });
}

function stop(error: unknown): void {
  console.error('Dateline: could not go on', error);
  app.exit(1);
}
