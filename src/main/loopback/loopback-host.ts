import { version } from '../../../package.json';
import type { DesktopHost } from '../desktop/host';
import { freePath } from './export-folder';

/** Where the shell keeps things; absolute paths. */
export interface LoopbackFolders {
  readonly dataFolder: string;
  readonly exportFolder: string;
}

/** The host of a shell without dialogs: the page opens files by an input of its own, and exports go to one folder. */
export function createLoopbackHost({ dataFolder, exportFolder }: LoopbackFolders): DesktopHost {
  return {
    info: {
      shell: 'loopback',
      platform: process.platform,
      version,
      dataFolder,
      exportFolder,
      openDialog: false,
      nativeMenu: false,
    },
    chooseFilesToOpen: async () => null,
    chooseSaveDestination: (suggestedName) => freePath(exportFolder, suggestedName),
    // The page shows a menu of its own, all colours are the page's, the browser asks before it closes, and the system keeps no list for us.
    setMenu: () => undefined,
    setTheme: () => undefined,
    setUnwritten: () => undefined,
    closeNow: () => undefined,
    noteRecentFile: () => undefined,
    forgetRecentFiles: () => undefined,
  };
}
