import type { BackupFiles } from '../../../src/main/desktop/backup/files';
import { nodeFiles } from '../../../src/main/desktop/backup/node-files';

/** The real file system, which can be told to fail. */
export interface FailingFiles extends BackupFiles {
  /** What was called since the last `failAt`, in order. */
  readonly calls: readonly string[];
  /** Counts from now, and lets the call with this number (from 0) fail with `EIO`, once; null lets none fail. */
  failAt(number: number | null): void;
}

/**
 * Starts without failing. An append that is told to fail writes half of its bytes first; a `sync` fails after its work,
 * since what did reach the disk is then not known.
 */
export function failingFiles(): FailingFiles {
  const calls: string[] = [];
  let failing: number | null = null;

  async function call<T>(name: string, work: () => Promise<T>, before = work): Promise<T> {
    const fails = calls.length === failing;
    calls.push(name);
    if (!fails) return work();
    if (name === 'sync' || name === 'append') await before();
    throw Object.assign(new Error(`EIO: ${name}`), { code: 'EIO', syscall: name });
  }

  return {
    calls,
    failAt: (number) => {
      calls.splice(0);
      failing = number;
    },
    list: (folder) => call('list', () => nodeFiles.list(folder)),
    makeFolder: (folder) => call('makeFolder', () => nodeFiles.makeFolder(folder)),
    create: async (path) => {
      const file = await call('create', () => nodeFiles.create(path));
      return {
        append: (bytes) =>
          call(
            'append',
            () => file.append(bytes),
            () => file.append(bytes.subarray(0, bytes.length >> 1)),
          ),
        sync: () => call('sync', () => file.sync()),
        read: (offset, length) => call('read', () => file.read(offset, length)),
        close: async () => {
          await file.close();
          await call('close', async () => undefined);
        },
      };
    },
    open: async (path) => {
      const file = await call('open', () => nodeFiles.open(path));
      return {
        byteLength: file.byteLength,
        read: (offset, length) => call('read', () => file.read(offset, length)),
        close: async () => {
          await file.close();
          await call('close', async () => undefined);
        },
      };
    },
    rename: (from, to) => call('rename', () => nodeFiles.rename(from, to)),
    remove: (path) => call('remove', () => nodeFiles.remove(path)),
    syncFolder: (folder) => call('syncFolder', () => nodeFiles.syncFolder(folder)),
  };
}
