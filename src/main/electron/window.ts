import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { guardNavigation } from './navigation';
import { reloadAfterCrash } from './recovery';
import { isReachable, readWindowPlace, type WindowPlace, writeWindowPlace } from './window-place';

const defaultSize = { width: 1280, height: 860 };

/** Behind the page until it paints: `--paper` of the page's `tokens.css`. */
const ground = { light: '#fdfcf9', dark: '#1a1917' };

/** Makes the one window, not yet shown and not yet loaded. Only after `ready`. */
export function createWindow(): BrowserWindow {
  const folder = app.getPath('userData');
  const place = reachablePlace(folder);
  const window = new BrowserWindow({
    ...(place === null ? defaultSize : place.bounds),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Dateline',
    backgroundColor: currentGround(),
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  guardNavigation(window.webContents);
  reloadAfterCrash(window.webContents, Date.now);
  followTheme(window);
  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => rememberPlace(folder, window));
  return window;
}

/** The page follows the system by itself; what shows beside it while it is resized or loads again has to be told. */
function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(currentGround());
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}

function currentGround(): string {
  return nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;
}

function reachablePlace(folder: string): WindowPlace | null {
  const place = readWindowPlace(folder);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  return place !== null && isReachable(place.bounds, workAreas) ? place : null;
}

/** A place that cannot be remembered must not keep the window from closing. */
function rememberPlace(folder: string, window: BrowserWindow): void {
  try {
    writeWindowPlace(folder, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    });
  } catch (error) {
    console.error('Dateline: the window’s place was not remembered', error);
  }
}
