import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { AppDouble } from './app';
import { createDeferred } from './deferred';
import { createEvent } from './events';
import type { Faults } from './faults';
import type { IpcMainDouble } from './ipc-main';
import { openPageHost, type PageHost } from './page-host';
import type { Phase } from './phase';
import type { ProtocolDouble } from './protocol';
import type { SessionDouble } from './session';
import { createWindowApi, type WindowApi, type WindowOptions } from './window-api';

/** The stand-in of `BrowserWindow`, and the test's hold on the one window that the program may open. */
export interface WindowsDouble {
  readonly constructorApi: object;
  /** The window; throws while the program has made none. */
  readonly only: WindowApi;
  /** The window's page, once it has loaded. */
  page(): Promise<Page>;
  host(): Promise<PageHost>;
  /** Requests to addresses that are not the app's own. */
  readonly strangers: readonly string[];
  /** Whether the program prevents a navigation that a frame of the page begins. */
  readonly prevents: (navigation: Navigation) => boolean;
  /** Addresses that the page tried to open in a new window. */
  readonly refusedWindows: readonly string[];
  /** The person closes the window; says whether it is gone, or was never there. */
  readonly close: () => boolean;
  /** Takes the window away, asking nobody; nothing when there is none. */
  readonly destroy: () => void;
  stop(): Promise<void>;
}

/** Where a frame of the page is about to go. */
export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** What a window is wired to. */
export interface WindowSurroundings {
  readonly app: () => AppDouble;
  readonly protocol: ProtocolDouble;
  readonly session: SessionDouble;
  readonly ipcMain: IpcMainDouble;
  readonly phase: Phase;
  readonly faults: Faults;
  readonly profileFolder: string;
  readonly platform: NodeJS.Platform;
  readonly isDark: boolean;
  /** Whether a message box is just giving its answer. */
  readonly isAnswering: () => boolean;
}

/** No window yet. */
export function createWindows(around: WindowSurroundings): WindowsDouble {
  const { faults, phase } = around;
  const strangers: string[] = [];
  const refusedWindows: string[] = [];
  let window: WindowApi | null = null;
  let hosting: Promise<PageHost> | null = null;
  const loaded = createDeferred<Page>();

  const only = (): WindowApi => {
    if (window === null) throw new Error('the program has opened no window');
    return window;
  };
  const prevents = (navigation: Navigation): boolean => {
    const event = createEvent('navigation', navigation, faults);
    only().contentsEvents.emit('will-frame-navigate', event);
    if (navigation.isMainFrame) only().contentsEvents.emit('will-navigate', event);
    return event.defaultPrevented;
  };
  const startHost = (): Promise<PageHost> => {
    const { options, state, webRtcPolicy } = only();
    return openPageHost(
      {
        scheme: around.protocol.schemes[0]?.scheme ?? '',
        preload: readFileSync(options.webPreferences?.preload ?? '', 'utf8'),
        chromium: {
          profileFolder: around.profileFolder,
          switches: new Map([
            ...around.app().switches,
            // What the program set on the page's contents, by Chromium's own switch for it.
            ['webrtc-ip-handling-policy', webRtcPolicy() ?? 'default'],
          ]),
          colorScheme: around.isDark ? 'dark' : 'light',
          viewport: { width: state.bounds.width, height: state.bounds.height },
        },
      },
      {
        request: around.protocol.request,
        fault: (message) => void faults.fault(message),
        strangerRequested: (url) => {
          strangers.push(url);
          if (around.session.isCancelled(url) !== true)
            faults.fault(`a request left the app: ${url}`);
        },
        prevents,
        didNavigate: (url) => void only().contentsEvents.emit('did-navigate', {}, url, 200, 'OK'),
        opensWindow: (url) => {
          refusedWindows.push(url);
          if (only().answerToOpening(url) === 'allow') faults.fault(`a second window for ${url}`);
        },
        invoke: (frame, channel, args) =>
          around.ipcMain.invoke({ sender: only().contents, frame }, channel, args),
      },
    );
  };
  const load = async (url: string): Promise<void> => {
    hosting ??= startHost();
    const host = await hosting;
    await host.load(url);
    if (only().state.isDestroyed) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    only().windowEvents.emit('ready-to-show');
    loaded.resolve(host.page);
  };
  const reload = (): void => {
    hosting
      ?.then((host) => host.reload())
      .catch((error: unknown) => faults.fault(`reload failed: ${String(error)}`));
  };

  const destroy = (): void => {
    if (window === null || window.state.isDestroyed) return;
    window.state.isDestroyed = true;
    window.windowEvents.emit('closed');
    around.app().windowsAreGone();
  };
  const close = (): boolean => {
    if (window === null || window.state.isDestroyed) return true;
    const closing = createEvent('close', {}, faults);
    window.windowEvents.emit('close', closing);
    if (!closing.defaultPrevented) destroy();
    return window.state.isDestroyed;
  };

  return {
    constructorApi: new Proxy(unbuilt, {
      construct: (_target, [options]: [WindowOptions]) => {
        phase.onlyAfter('new BrowserWindow');
        if (window !== null) throw faults.fault('unknown: a second BrowserWindow');
        const { platform } = around;
        const destroyed = (): void => {
          if (around.isAnswering()) throw faults.fault('destroy within the answer of a dialog');
          destroy();
        };
        const ownPage = { load, reload, close: () => void close(), destroy: destroyed };
        window = createWindowApi(options, ownPage, { platform, faults });
        return window.api;
      },
      get: (_target, key) => {
        if (typeof key === 'symbol') return undefined;
        throw faults.fault(`unknown BrowserWindow.${key}`);
      },
    }),
    get only() {
      return only();
    },
    page: () => loaded.promise,
    host: async () => {
      await loaded.promise;
      if (hosting === null) throw new Error('the window has no page');
      return hosting;
    },
    strangers,
    prevents,
    refusedWindows,
    close,
    destroy,
    stop: async () => {
      const host = await hosting;
      await host?.close();
    },
  };
}

/** What `new` needs to be called on; it never runs. */
function unbuilt(): void {}

/** Where the double keeps the browser's profile: beside the app's own data, as Electron does. */
export function profileFolderIn(userDataFolder: string): string {
  return join(userDataFolder, 'chromium');
}
