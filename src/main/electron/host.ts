import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { DesktopHost } from '../desktop/host';
import type { CloseGuard } from './close-guard';
import { askForDestination, askForFiles } from './dialogs';
import { menuTemplate } from './menu';

/** What the host needs of the shell around it. */
export interface HostContext {
  /** The window that dialogs belong to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  /** Called with the id of a command chosen in the native menu. */
  readonly onCommand: (commandId: string) => void;
  readonly closeGuard: Pick<CloseGuard, 'setUnwritten' | 'closeNow'>;
}

/** What Electron lends the desktop service. */
export function createHost(context: HostContext): DesktopHost {
  return {
    info: {
      shell: 'electron',
      platform: process.platform,
      version: app.getVersion(),
      dataFolder: app.getPath('userData'),
      openDialog: true,
      nativeMenu: true,
    },
    chooseFilesToOpen: () => askForFiles(context.window()),
    chooseSaveDestination: (suggestedName) => askForDestination(context.window(), suggestedName),
    setMenu: (groups) => {
      const template = menuTemplate(groups, {
        platform: process.platform,
        onCommand: context.onCommand,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
    // On Linux the menu bar keeps the desktop's colours all the same (electron issue 28887).
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    setUnwritten: (unwritten) => context.closeGuard.setUnwritten(unwritten),
    closeNow: () => context.closeGuard.closeNow(),
    noteRecentFile: (path) => app.addRecentDocument(path),
    forgetRecentFiles: () => app.clearRecentDocuments(),
  };
}
