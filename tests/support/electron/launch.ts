import { type AppDouble, createApp } from './app';
import { type ConsoleCapture, createConsole } from './console-capture';
import { createDialog, type DialogDouble } from './dialog';
import { createEvent, type PreventableEvent } from './events';
import { createFaults, type Faults } from './faults';
import type { FrameDouble } from './frame';
import { createIpcMain, type IpcMainDouble } from './ipc-main';
import { createMenu, type MenuDouble } from './menu';
import { runBundle } from './module';
import { createPhase } from './phase';
import { createProtocol, type ProtocolDouble } from './protocol';
import { createSession, type SessionDouble } from './session';
import { strict } from './strict';
import { type Area, createNativeTheme, createScreen, type NativeThemeDouble } from './surroundings';
import { createWindows, profileFolderIn, type WindowsDouble } from './windows';

/** What to run, and on what kind of machine. */
export interface LaunchOptions {
  /** The built main bundle, a CommonJS file. */
  readonly main: string;
  /** What `app.getAppPath()` says. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  /** The person's own arguments. */
  readonly args?: readonly string[];
  readonly isPackaged?: boolean;
  readonly lockIsTaken?: boolean;
  readonly firstHears?: (data: unknown) => void;
  readonly isDark?: boolean;
  readonly workAreas?: readonly Area[];
  /** What `process.platform` says in main, that of the machine by default. Files behave as on the machine in any case. */
  readonly platform?: NodeJS.Platform;
  /** What the person prefers, BCP 47; `en-GB` by default. */
  readonly languages?: readonly string[];
}

/**
 * A program that runs on the double of Electron, with its page in a real Chromium. It shows that the program calls
 * Electron as Electron's definitions and documentation have it; that it works on Electron is for Electron to show.
 */
export interface ShellDouble {
  readonly app: AppDouble;
  readonly windows: WindowsDouble;
  readonly protocol: ProtocolDouble;
  readonly session: SessionDouble;
  readonly ipcMain: IpcMainDouble;
  readonly dialog: DialogDouble;
  readonly menu: MenuDouble;
  readonly nativeTheme: NativeThemeDouble;
  readonly faults: Faults;
  readonly console: ConsoleCapture;
  /** Sends an ipc message as if `frame` of the window had sent it, or of another page where `sender` is given. */
  invokeAs(
    frame: FrameDouble | null,
    channel: string,
    args: readonly unknown[],
    sender?: object,
  ): Promise<unknown>;
  /** Emits an event that the program may prevent on `app`, the window or its contents; whether it was. */
  offer(target: 'app' | 'window' | 'contents', event: string, ...args: readonly unknown[]): boolean;
  /** The person closes the window; settles with the exit code. */
  quit(): Promise<number>;
  /** Ends everything, and throws what faults there were. To be called once, in any case. */
  close(): Promise<void>;
}

/** Runs the program until it has been told that the app is ready. Throws what its main module throws. */
export function launch(options: LaunchOptions): ShellDouble {
  const faults = createFaults();
  const phase = createPhase(faults);
  const protocol = createProtocol(phase, faults);
  const session = createSession(phase, faults);
  const ipcMain = createIpcMain(faults);
  const dialog = createDialog(phase, faults);
  const platform = options.platform ?? process.platform;
  const menu = createMenu(platform, faults);
  const nativeTheme = createNativeTheme(options.isDark === true, faults);
  const isDark = options.isDark === true;
  const windows = createWindows({
    protocol,
    session,
    ipcMain,
    phase,
    faults,
    isDark,
    platform,
    app: () => app,
    isAnswering: dialog.isAnswering,
    profileFolder: profileFolderIn(options.userDataFolder),
  });
  const setting = {
    appFolder: options.appFolder,
    userDataFolder: options.userDataFolder,
    isPackaged: options.isPackaged === true,
    lockIsTaken: options.lockIsTaken === true,
    firstHears: options.firstHears ?? (() => undefined),
    version: '0.0.0-double',
    languages: options.languages ?? ['en-GB'],
  };
  const app = createApp(setting, phase, faults, windows.close);
  const workAreas = options.workAreas ?? [{ x: 0, y: 0, width: 1920, height: 1080 }];

  const captured = createConsole();
  const electron = {
    app: app.api,
    BrowserWindow: windows.constructorApi,
    dialog: dialog.api,
    ipcMain: ipcMain.api,
    Menu: menu.api,
    nativeTheme: nativeTheme.api,
    protocol: protocol.api,
    screen: createScreen(workAreas, phase, faults),
    session: session.api,
  };
  runBundle(options.main, {
    electron: strict('electron', electron, faults),
    console: captured.console,
    argv: argvOf(options),
    platform,
  });
  setImmediate(app.start);

  const emitterOf = (target: 'app' | 'window' | 'contents'): Pick<AppDouble, 'emit'> => {
    if (target === 'app') return app;
    return target === 'window' ? windows.only.windowEvents : windows.only.contentsEvents;
  };
  const quit = (): Promise<number> => {
    windows.close();
    return app.ended;
  };
  return {
    app,
    windows,
    protocol,
    session,
    ipcMain,
    dialog,
    menu,
    nativeTheme,
    faults,
    console: captured,
    quit,
    invokeAs: (frame, channel, args, sender = windows.only.contents) =>
      ipcMain.invoke({ sender, frame }, channel, args),
    offer: (target, event, ...args) => {
      const details: PreventableEvent = createEvent(event, {}, faults);
      emitterOf(target).emit(event, details, ...args);
      return details.defaultPrevented;
    },
    close: async () => {
      if (!options.lockIsTaken) {
        windows.close();
        // A test may end before the window it has kept open.
        windows.destroy();
        await app.ended;
      }
      await windows.stop();
      if (faults.all.length > 0) {
        throw new AggregateError(faults.all, faults.all.map((fault) => fault.message).join('\n'));
      }
    },
  };
}

/** The command line as Electron gives it to the main process. */
function argvOf({ isPackaged, appFolder, args = [] }: LaunchOptions): readonly string[] {
  return isPackaged === true ? ['dateline', ...args] : ['electron', appFolder, ...args];
}
