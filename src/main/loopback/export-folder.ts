import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorName } from '../desktop/file-error';
import { splitFileName } from '../desktop/file-name';

/** Where exports go: `wished`, which is made if need be, else the Downloads folder if there is one, else `home`. */
export async function findExportFolder(wished: string | undefined, home: string): Promise<string> {
  if (wished !== undefined) {
    await mkdir(wished, { recursive: true });
    return wished;
  }
  const downloads = join(home, 'Downloads');
  return (await isTaken(downloads)) ? downloads : home;
}

/** A path in `folder` that nothing has: `name.json`, else `name (2).json`, `name (3).json`, … */
export async function freePath(folder: string, fileName: string): Promise<string> {
  const { stem, extension } = splitFileName(fileName);
  let path = join(folder, fileName);
  for (let count = 2; await isTaken(path); count += 1)
    path = join(folder, `${stem} (${count})${extension}`);
  return path;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return false;
    throw cause;
  }
}
