import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorName } from '../file-error';
import { syncFolder } from '../sync-folder';
import type { BackupFiles, FolderEntry } from './files';

/** The real file system. */
export const nodeFiles: BackupFiles = {
  list: async (folder) => {
    const names = await absentIsNull(readdir(folder));
    const entries = await Promise.all((names ?? []).map((name) => entryOf(folder, name)));
    return entries.filter((entry) => entry !== null);
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  create: async (path) => {
    const handle = await open(path, 'wx+');
    return {
      append: (bytes) => handle.appendFile(bytes),
      sync: () => handle.sync(),
      read: (offset, length) => readFully(handle, offset, length),
      close: () => handle.close(),
    };
  },
  open: async (path) => {
    // Without waiting, so that a pipe put in the place of a file cannot hold the process up.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await handle.stat();
      return {
        byteLength: size,
        read: (offset, length) => readFully(handle, offset, length),
        close: () => handle.close(),
      };
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

/** Null for a name that is gone by the time it is looked at. */
async function entryOf(folder: string, name: string): Promise<FolderEntry | null> {
  const found = await absentIsNull(lstat(join(folder, name)));
  if (found === null) return null;
  const isFolder = found.isDirectory();
  return { name, isFolder, byteLength: isFolder ? 0 : found.size };
}

async function absentIsNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return null;
    throw cause;
  }
}

async function readFully(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) return bytes.slice(0, filled);
    filled += bytesRead;
  }
  return bytes;
}
