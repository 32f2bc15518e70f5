import { join } from 'node:path';
import { failureOf, systemErrorName } from '../file-error';
import type { BackupFiles, FolderEntry } from './files';
import { isNoDamage, parseTextName, textFolderName, textName } from './names';

/** The texts of the backup, each once, by its hash. Throws what the system raises. */
export interface Texts {
  folderOf(sha256: string): string;
  pathOf(sha256: string): string;
  /** Whether a text is there that can be read and that will last. What is in it is not looked at. */
  has(sha256: string): Promise<boolean>;
  /** How much all of them hold, and the names of what is none. */
  describe(): Promise<{ readonly byteLength: number; readonly damaged: readonly string[] }>;
}

/** Finds the texts in `folder`, each in the folder of the first two digits of its hash. */
export function createTexts(files: BackupFiles, folder: string): Texts {
  /** The folders whose names are known to last; those of an earlier start may not have been flushed. */
  const lasting = new Set<string>();
  const folderOf = (sha256: string) => join(folder, textFolderName(sha256));
  const pathOf = (sha256: string) => join(folderOf(sha256), textName(sha256));

  return {
    folderOf,
    pathOf,
    has: async (sha256) => {
      if (!(await isReadable(files, pathOf(sha256)))) return false;
      if (!lasting.has(folderOf(sha256))) await files.syncFolder(folderOf(sha256));
      lasting.add(folderOf(sha256));
      return true;
    },
    describe: async () => {
      const damaged: string[] = [];
      let byteLength = 0;
      for (const entry of await files.list(folder)) {
        byteLength += entry.byteLength;
        const isShelf = entry.isFolder && /^[0-9a-f]{2}$/.test(entry.name);
        const within = isShelf ? await files.list(join(folder, entry.name)) : [];
        byteLength += within.reduce((sum, text) => sum + text.byteLength, 0);
        const bad = isShelf ? within.filter((text) => !isText(text, entry.name)) : [entry];
        damaged.push(...bad.map(({ name }) => name));
      }
      return { byteLength, damaged: damaged.filter((name) => !isNoDamage(name)) };
    },
  };
}

/** Whether an entry of the folder of `digits` is a text; only one has no bytes, any other such is left by a power cut. */
function isText({ name, isFolder, byteLength }: FolderEntry, digits: string): boolean {
  const sha256 = parseTextName(name);
  if (isFolder || sha256 === null || textFolderName(sha256) !== digits) return false;
  return byteLength > 0 || sha256 === emptySha256;
}

/** The SHA-256 of no bytes (NIST, "SHA Test Vectors for Hashing Byte-Oriented Messages"). */
const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Whether a file with anything in it is there and its first byte can be read. */
async function isReadable(files: BackupFiles, path: string): Promise<boolean> {
  try {
    const file = await files.open(path);
    try {
      return (await file.read(0, 1)).length === 1;
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (systemErrorName(cause) !== 'ENOENT')
      console.error(`${path} cannot be read and will be written again:`, failureOf(cause).error);
    return false;
  }
}
