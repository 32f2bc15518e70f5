import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomName } from './random-name';
import { syncFolder } from './sync-folder';

/**
 * Puts `text` (as UTF-8) under `path`, flushed, so that the file is always the old one or the new one and never a
 * part. With `secret` nobody but this user may read it. Throws what the system raises, leaving the old file.
 */
export async function replaceFile(
  path: string,
  text: string,
  { secret = false }: { readonly secret?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.dateline-${randomName()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', secret ? 0o600 : 0o666);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
  await syncFolder(folder);
}
