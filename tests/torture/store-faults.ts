import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draw } from './draw';
import type { StoreFate } from './scenario';

/** Where Chromium keeps the stores of pages within a profile. */
function storeIn(profile: string): string {
  return join(profile, 'Default', 'IndexedDB');
}

/** Copies the store of a profile to `aside`, as it lies on the disk while the program may be writing to it. */
export async function copyStore(profile: string, aside: string): Promise<void> {
  await cp(storeIn(profile), aside, {
    recursive: true,
    // A file that goes while it is copied is one that the copy lacks.
    filter: (path) => !path.endsWith('LOCK'),
  }).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
  });
}

/** Does to the store what `fate` says; nothing may be running. */
export async function meetFate(
  fate: StoreFate,
  {
    profile,
    aside,
    draw,
  }: { readonly profile: string; readonly aside: string; readonly draw: Draw },
): Promise<void> {
  if (fate === 'left') return;
  const store = storeIn(profile);
  await rm(store, { recursive: true, force: true, maxRetries: 5 });
  if (fate === 'deleted') return;
  await cp(aside, store, { recursive: true });
  if (fate === 'half-copied') await loseFiles(store, draw);
}

/** Removes at least one file below a folder, and each other by chance. */
async function loseFiles(folder: string, draw: Draw): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const certain = draw.whole(0, files.length - 1);
  for (const [index, path] of files.toSorted().entries())
    if (index === certain || draw.chance(25)) await rm(path);
}
