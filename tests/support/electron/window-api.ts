import type { BrowserWindow, WebContents } from 'electron';
import { createEvents, type StrictEvents } from './events';
import type { Faults } from './faults';
import { knowOptions, type StandInFor, strict } from './strict';
import type { Area } from './surroundings';

/** The options of `new BrowserWindow` that the double knows. */
export interface WindowOptions extends Partial<Area> {
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: WebPreferences;
}

/** The web preferences that the double knows. */
export interface WebPreferences {
  readonly preload?: string;
  readonly contextIsolation?: boolean;
  readonly sandbox?: boolean;
  readonly nodeIntegration?: boolean;
  readonly nodeIntegrationInSubFrames?: boolean;
  readonly nodeIntegrationInWorker?: boolean;
  readonly webSecurity?: boolean;
  readonly webviewTag?: boolean;
  readonly spellcheck?: boolean;
  readonly navigateOnDragDrop?: boolean;
  readonly devTools?: boolean;
}

/** What a window does to the screen; the test reads it and changes what a person changes. */
export interface WindowState {
  bounds: Area;
  isShown: boolean;
  isMaximized: boolean;
  isMinimized: boolean;
  isDestroyed: boolean;
  timesFocused: number;
  /** What the title bar of macOS says of the document. */
  isEdited: boolean;
  /** What shows where the page does not. */
  background: string | undefined;
}

/** What the window does with its page, and so with itself. */
export interface WindowPage {
  readonly load: (url: string) => Promise<void>;
  readonly reload: () => void;
  /** As when the person closes the window. */
  readonly close: () => void;
  /** Nobody is asked, and `close` is not emitted. */
  readonly destroy: () => void;
}

/** One window as the program sees it, without its page. */
export interface WindowApi {
  readonly api: object;
  readonly contents: object;
  readonly options: WindowOptions;
  readonly state: WindowState;
  readonly windowEvents: StrictEvents;
  readonly contentsEvents: StrictEvents;
  readonly webRtcPolicy: () => string | null;
  /** What the window-open handler answers; a fault when there is none. */
  answerToOpening(url: string): 'allow' | 'deny';
}

const optionNames = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
];
const preferenceNames = [
  'preload',
  'contextIsolation',
  'sandbox',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'webSecurity',
  'webviewTag',
  'spellcheck',
  'navigateOnDragDrop',
  'devTools',
];
const windowEventNames = ['ready-to-show', 'close', 'closed', 'query-session-end'];
const contentsEventNames = [
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-navigate',
  'render-process-gone',
];

/** A window of `options`, with `page` behind it. Only an isolated and sandboxed page can be shown by the double. */
export function createWindowApi(
  options: WindowOptions,
  page: WindowPage,
  { platform, faults }: { readonly platform: NodeJS.Platform; readonly faults: Faults },
): WindowApi {
  knowOptions('BrowserWindow', options, optionNames, faults);
  const preferences = options.webPreferences ?? {};
  knowOptions('webPreferences', preferences, preferenceNames, faults);
  const { contextIsolation = true, sandbox = true, nodeIntegration = false } = preferences;
  if (!contextIsolation || !sandbox || nodeIntegration) {
    throw faults.fault('only an isolated, sandboxed page without Node can be shown');
  }

  const { x = 0, y = 0, width = 800, height = 600 } = options;
  const state: WindowState = {
    bounds: { x, y, width, height },
    isShown: options.show !== false,
    isMaximized: false,
    isMinimized: false,
    isDestroyed: false,
    timesFocused: 0,
    isEdited: false,
    background: options.backgroundColor,
  };
  const windowEvents = createEvents('BrowserWindow', windowEventNames, faults);
  const contentsEvents = createEvents('webContents', contentsEventNames, faults);
  let openHandler: ((details: { readonly url: string }) => { action: 'allow' | 'deny' }) | null =
    null;
  let webRtcPolicy: string | null = null;

  const contents = strict(
    'webContents',
    {
      ...contentsEvents.api,
      isDestroyed: () => state.isDestroyed,
      loadURL: page.load,
      reload: page.reload,
      setWindowOpenHandler: (handler: typeof openHandler) => {
        openHandler = handler;
      },
      setWebRTCIPHandlingPolicy: (policy: string) => {
        webRtcPolicy = policy;
      },
    } satisfies StandInFor<WebContents>,
    faults,
  );
  const own = {
    ...windowEvents.api,
    webContents: contents,
    loadURL: page.load,
    close: page.close,
    destroy: page.destroy,
    setDocumentEdited: (edited: boolean) => {
      if (platform !== 'darwin') throw faults.fault(`setDocumentEdited on ${platform}`);
      state.isEdited = edited;
    },
    show: () => {
      state.isShown = true;
    },
    focus: () => {
      state.timesFocused += 1;
    },
    setBackgroundColor: (colour: string) => {
      state.background = colour;
    },
    maximize: () => {
      state.isMaximized = true;
      state.isShown = true;
    },
    restore: () => {
      state.isMinimized = false;
    },
    isMaximized: () => state.isMaximized,
    isMinimized: () => state.isMinimized,
    getNormalBounds: () => ({ ...state.bounds }),
  } satisfies StandInFor<BrowserWindow>;
  const alive = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, guarded(name, value, state)]),
  );
  return {
    api: strict('BrowserWindow', { ...alive, isDestroyed: () => state.isDestroyed }, faults),
    contents,
    options,
    state,
    windowEvents,
    contentsEvents,
    webRtcPolicy: () => webRtcPolicy,
    answerToOpening: (url) => {
      if (openHandler === null) throw faults.fault('no window-open handler was set');
      return openHandler({ url }).action;
    },
  };
}

/** A method of a window that is gone throws, as in Electron. */
function guarded(name: string, value: unknown, state: WindowState): unknown {
  if (typeof value !== 'function') return value;
  return (...args: readonly unknown[]): unknown => {
    if (state.isDestroyed) throw new TypeError(`Object has been destroyed (${name})`);
    return Reflect.apply(value, undefined, args);
  };
}
