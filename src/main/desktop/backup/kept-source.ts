import { basename } from 'node:path';
import { chunkBytes } from '../../../preload/contract';
import { fail } from '../file-error';
import type { ReadSource } from '../reading';
import type { BackupFiles } from './files';

/** Opens a file of the backup to be read. Throws what the system raises. */
export async function openKeptFile(files: BackupFiles, path: string): Promise<ReadSource> {
  const fileName = basename(path);
  const file = await files.open(path);
  return {
    fileName,
    byteLength: file.byteLength,
    read: async (position) => {
      if (position === file.byteLength) return { ok: true, value: null };
      const length = Math.min(chunkBytes, file.byteLength - position);
      const bytes = await file.read(position, length);
      if (bytes.length < length) return fail('changed-while-reading', { fileName });
      return { ok: true, value: bytes };
    },
    close: () => file.close(),
  };
}
