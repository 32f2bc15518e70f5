import { open } from 'node:fs/promises';
import { systemErrorName } from './file-error';

/** What file systems answer that cannot flush a folder. */
const cannot = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF']);

/**
 * Flushes a folder, so that a name just given in it lasts (fsync(2): flushing the file does not flush its entry).
 * Windows has no such thing, and some network file systems have none: there it does nothing.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    const name = systemErrorName(cause);
    if (name === null || !cannot.has(name)) throw cause;
  } finally {
    await handle.close();
  }
}
