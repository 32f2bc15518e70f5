import { existsSync } from 'node:fs';
import { serialize } from 'node:v8';
import type { App, CommandLine } from 'electron';
import { createDeferred } from './deferred';
import { createEvent, createEvents } from './events';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { type StandInFor, strict } from './strict';

/** What the stand-in of `app` is told. */
export interface AppSetting {
  /** Holds `out/preload` and `out/renderer`. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  readonly isPackaged: boolean;
  /** Whether another instance holds the lock already. */
  readonly lockIsTaken: boolean;
  /** How the instance that holds the lock takes what a second start hands over. */
  readonly firstHears: (data: unknown) => void;
  readonly version: string;
  /** What the person prefers, BCP 47. */
  readonly languages: readonly string[];
}

/** The stand-in of `app`, and the test's hold on it. */
export interface AppDouble {
  readonly api: object;
  readonly switches: ReadonlyMap<string, string>;
  readonly recentDocuments: readonly string[];
  /** Settles with the exit code when the program has ended. */
  readonly ended: Promise<number>;
  /** Ends the start-up: `whenReady` settles, unless the program has quit already. */
  readonly start: () => void;
  readonly emit: (event: string, ...args: readonly unknown[]) => number;
  /** Electron's own reaction to the last window's end. */
  windowsAreGone(): void;
}

const events = [
  'ready',
  'open-file',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
];

/**
 * What arrives of a second start's data. Electron cuts its message at zeros and trims blanks beside them: what is
 * serialized with a zero in it, as a list or most two-byte text is, may be lost (electron issues 49801 and 52020), so here it always is.
 */
function arrivesAs(data: unknown): unknown {
  return serialize(data).includes(0) ? null : structuredClone(data);
}

/** `app` before its start; `closeWindows` is how quitting closes them, and says whether all are gone. */
export function createApp(
  setting: AppSetting,
  phase: Phase,
  faults: Faults,
  closeWindows: () => boolean,
): AppDouble {
  const emitter = createEvents('app', events, faults);
  const switches = new Map<string, string>();
  const recentDocuments: string[] = [];
  const ready = createDeferred<void>();
  const ended = createDeferred<number>();
  let isQuitting = false;
  let hasEnded = false;

  const end = (code: number): void => {
    if (hasEnded) return;
    hasEnded = true;
    emitter.emit('quit', createEvent('quit', {}, faults), code);
    ended.resolve(code);
  };
  const quit = (): void => {
    if (hasEnded || isQuitting) return;
    const beginning = createEvent('before-quit', {}, faults);
    emitter.emit('before-quit', beginning);
    isQuitting = !beginning.defaultPrevented;
    // A window that stays cancels the quitting, which then has to be asked for again.
    if (isQuitting) isQuitting = closeWindows();
    if (!isQuitting) return;
    const leaving = createEvent('will-quit', {}, faults);
    // Electron hears of no quitting until it has done with this event, and promises that settle meanwhile go on within it.
    setImmediate(() => {
      isQuitting = !leaving.defaultPrevented;
    });
    emitter.emit('will-quit', leaving);
    if (!leaving.defaultPrevented) end(0);
  };
  const commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      phase.onlyBefore('app.commandLine.appendSwitch');
      switches.set(name, value);
    },
  } satisfies StandInFor<CommandLine>;
  const paths = new Map([['userData', setting.userDataFolder]]);

  const api = {
    ...emitter.api,
    commandLine: strict('app.commandLine', commandLine, faults),
    isPackaged: setting.isPackaged,
    isReady: () => phase.isReady,
    whenReady: () => ready.promise,
    getAppPath: () => setting.appFolder,
    getVersion: () => setting.version,
    getPreferredSystemLanguages: () => {
      phase.onlyAfter('app.getPreferredSystemLanguages');
      return [...setting.languages];
    },
    getPath: (name: string) => {
      const path = paths.get(name);
      if (path === undefined) throw faults.fault(`unknown path '${name}'`);
      return path;
    },
    setPath: (name: string, path: string) => {
      phase.onlyBefore('app.setPath');
      if (!paths.has(name)) throw faults.fault(`unknown path '${name}'`);
      if (!existsSync(path)) throw new Error(`Path is not a directory: ${path}`);
      paths.set(name, path);
    },
    addRecentDocument: (path: string) => {
      recentDocuments.push(path);
    },
    clearRecentDocuments: () => {
      recentDocuments.splice(0);
    },
    requestSingleInstanceLock: (data: unknown) => {
      if (setting.lockIsTaken) setting.firstHears(arrivesAs(data));
      return !setting.lockIsTaken;
    },
    quit,
    exit: (code = 0) => end(code),
  } satisfies StandInFor<App>;

  return {
    api: strict('app', api, faults),
    switches,
    recentDocuments,
    ended: ended.promise,
    start: () => {
      if (isQuitting || hasEnded) return;
      phase.becomeReady();
      emitter.emit('ready', createEvent('ready', {}, faults), {});
      ready.resolve();
    },
    emit: emitter.emit,
    windowsAreGone: () => {
      if (isQuitting || hasEnded) return;
      // Without a listener Electron quits by itself.
      if (emitter.emit('window-all-closed') === 0) quit();
    },
  };
}
