import { join } from 'node:path';
import { failureOf } from '../file-error';
import { isTemporaryName } from '../temporary-name';
import type { BackupFiles } from './files';

/**
 * Removes what an earlier start left half-written in `folder` and all folders below it; to be done before this start
 * writes anything. What cannot be removed is reported and left.
 */
export async function sweepTemporary(files: BackupFiles, folder: string): Promise<void> {
  try {
    for (const { name, isFolder } of await files.list(folder)) {
      const path = join(folder, name);
      if (isFolder) await sweepTemporary(files, path);
      else if (isTemporaryName(name)) await files.remove(path);
    }
  } catch (cause) {
    console.error(`Half-written files in ${folder} could not be removed:`, failureOf(cause).error);
  }
}
