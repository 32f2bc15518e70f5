import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draw } from './draw';
import type { FlippedFile } from './scenario';

const endings: Readonly<Record<FlippedFile, string>> = {
  snapshot: '.gz',
  journal: '.dlj',
  text: '.txt',
};

/** The folder that the program keeps its backup in. */
export function backupIn(data: string): string {
  return join(data, 'backup');
}

/** Flips one bit in one file of the kind, which must be there; nothing may be running. */
export async function flipBit(data: string, kind: FlippedFile, draw: Draw): Promise<void> {
  const entries = await readdir(backupIn(data), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(endings[kind]))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const [first, ...others] = paths;
  if (first === undefined) throw new Error(`the backup has no ${kind} to be harmed`);
  const path = draw.one([first, ...others]);
  const bytes = await readFile(path);
  const at = draw.whole(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << draw.whole(0, 7));
  await writeFile(path, bytes);
}

/** Removes the whole backup from outside. */
export async function removeBackup(data: string): Promise<void> {
  await rm(backupIn(data), { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}
