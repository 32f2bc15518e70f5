import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type {
  BackupFiles,
  FolderEntry,
  ReadableFile,
  WritableFile,
} from '../../src/main/desktop/backup/files';
import { type Tear, UnflushedFile } from './unflushed-file';
import { type Named, UnflushedNames } from './unflushed-names';

/** Files that forget what was not flushed, and that can be told to fail. */
export interface FaultyFiles {
  readonly files: BackupFiles;
  /** While the disk is full nothing is made, and an append writes half and throws `ENOSPC`. */
  setFull(isFull: boolean): void;
  /** The next flush of a file is torn; `failed` is called behind it, and ends the process. */
  tearNext(tear: Tear, failed: () => void): void;
}

/**
 * Files with the least that a file system promises: what was appended lies in memory until the file is flushed, and a name
 * until its folder is. Whatever ends the process therefore loses all that was not flushed, as a power cut does. What was
 * flushed is on the real disk, under the real paths; files that stand there already are read from it.
 */
export function createFaultyFiles(): FaultyFiles {
  const names = new UnflushedNames();
  let full = false;
  let tearing: { readonly tear: Tear; readonly failed: () => void } | null = null;

  function needFolder(path: string): void {
    if (names.at(path) !== 'folder') throw systemError('ENOENT', path);
  }

  function needRoom(path: string): void {
    if (full) throw systemError('ENOSPC', path);
  }

  function needFile(path: string): Exclude<Named, 'folder'> {
    const named = names.at(path);
    if (named === null) throw systemError('ENOENT', path);
    if (named === 'folder') throw systemError('EISDIR', path);
    return named;
  }

  function makeFolder(folder: string): void {
    if (names.at(folder) === 'folder') return;
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    needRoom(folder);
    names.set(folder, 'folder');
  }

  function writable(path: string, file: UnflushedFile): WritableFile {
    return {
      append: async (bytes) => {
        file.append(full ? bytes.subarray(0, bytes.length >> 1) : bytes);
        needRoom(path);
      },
      sync: async () => {
        file.flush(tearing?.tear ?? null);
        if (tearing === null) return;
        tearing.failed();
        await new Promise(() => undefined);
      },
      read: async (offset, length) => file.read(offset, length),
      close: async () => undefined,
    };
  }

  const files: BackupFiles = {
    list: async (folder) => [...names.in(folder)].map(([name, named]) => entryOf(name, named)),
    makeFolder: async (folder) => makeFolder(folder),
    create: async (path) => {
      needFolder(dirname(path));
      if (names.at(path) !== null) throw systemError('EEXIST', path);
      needRoom(path);
      const file = new UnflushedFile();
      names.set(path, file);
      return writable(path, file);
    },
    open: async (path) => readable(needFile(path)),
    rename: async (from, to) => {
      needFolder(dirname(to));
      const file = needFile(from);
      names.set(to, file);
      names.set(from, null);
    },
    remove: async (path) => {
      if (names.at(path) !== null) names.set(path, null);
    },
    syncFolder: async (folder) => {
      needFolder(folder);
      names.flush(folder);
    },
  };
  return {
    files,
    setFull: (isFull) => {
      full = isFull;
    },
    tearNext: (tear, failed) => {
      tearing = { tear, failed };
    },
  };
}

/** The same files, but below `folder` a flush answers and does nothing: what it says is believed, and is not so. */
export function withoutFlush(files: BackupFiles, folder: string): BackupFiles {
  return {
    ...files,
    create: async (path) => {
      const file = await files.create(path);
      return path.startsWith(folder) ? { ...file, sync: async () => undefined } : file;
    },
  };
}

function entryOf(name: string, named: Named): FolderEntry {
  if (named === 'folder') return { name, isFolder: true, byteLength: 0 };
  const byteLength = named instanceof UnflushedFile ? named.byteLength : statSync(named.path).size;
  return { name, isFolder: false, byteLength };
}

function readable(file: Exclude<Named, 'folder'>): ReadableFile {
  if (file instanceof UnflushedFile)
    return {
      byteLength: file.byteLength,
      read: async (offset, length) => file.read(offset, length),
      close: async () => undefined,
    };
  const handle = openSync(file.path, 'r');
  return {
    byteLength: fstatSync(handle).size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
    },
    close: async () => closeSync(handle),
  };
}

function systemError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'torture' });
}
