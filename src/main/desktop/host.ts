import type { Desktop, MenuGroup, ShellInfo, ThemeChoice } from '../../preload/contract';

/** What a shell lends the desktop service: everything that Electron and the loopback shell do differently. */
export interface DesktopHost {
  readonly info: ShellInfo;
  /** Shows the open dialog; null when the person closes it or when the shell has none. Absolute paths. */
  chooseFilesToOpen(): Promise<readonly string[] | null>;
  /** Where to save, by dialog or by rule; null when the person closes the dialog. An absolute path. */
  chooseSaveDestination(suggestedName: string): Promise<string | null>;
  setMenu(groups: readonly MenuGroup[]): void;
  /** The colours of what the shell draws beside the page. */
  setTheme(theme: ThemeChoice): void;
  /** While `unwritten`, closing the window is to be `close-asked` first. A browser window asks by itself. */
  setUnwritten(unwritten: boolean): void;
  /** Closes the window without asking. */
  closeNow(): void;
  /** A path was opened by the person: for the system's own list of recent documents. */
  noteRecentFile(path: string): void;
  /** The person wants no list of what was opened: nor the system's. */
  forgetRecentFiles(): void;
}

/** The desktop service of one running shell. */
export interface DesktopService {
  readonly desktop: Desktop;
  /** Hands paths from the command line, the system or a second start to the page, absolute or not yet checked. */
  offerFiles(paths: readonly string[]): Promise<void>;
  /** Hands a command chosen in the native menu to the page. */
  offerCommand(commandId: string): void;
  /** Closes what is open and removes temporary files; the service is of no use afterwards. */
  dispose(): Promise<void>;
}
