import { dirname } from 'node:path';
import type { BackupFiles } from './files';

/** The folders of the backup, which are made when something is to be kept in them. */
export interface Folders {
  /** Makes `folder`, which is `root` or below it, and sees to it that it lasts. */
  make(folder: string): Promise<void>;
  /** To be told when a folder was found missing: all are made to last again. */
  forget(): void;
}

/** Starts without knowing of any folder. The folder that `root` is in is there. */
export function createFolders(files: BackupFiles, root: string): Folders {
  const lasting = new Set<string>();

  async function makeLast(folder: string): Promise<void> {
    if (lasting.has(folder)) return;
    await files.syncFolder(dirname(folder));
    if (folder !== root) await makeLast(dirname(folder));
    lasting.add(folder);
  }

  return {
    make: async (folder) => {
      await files.makeFolder(folder);
      await makeLast(folder);
    },
    forget: () => lasting.clear(),
  };
}
