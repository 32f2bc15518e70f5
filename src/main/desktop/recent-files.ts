import { readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { systemErrorName } from './file-error';
import { replaceFile } from './replace-file';

/** How many files the list remembers. */
export const maxRecentFiles = 12;

/** A file read before, by its absolute path; `openedAt` is ISO 8601 in UTC. */
export interface RecentPath {
  readonly path: string;
  readonly openedAt: string;
}

/** The list of files read before, newest first, kept in one JSON file. Throws what the system raises. */
export interface RecentFiles {
  /** Those that are still there; one on a disk that is away is left out, and comes back with its disk. */
  list(): Promise<readonly RecentPath[]>;
  note(path: string): Promise<void>;
  forgetAll(): Promise<void>;
}

const stored = z.strictObject({
  version: z.literal(1),
  files: z.array(z.strictObject({ path: z.string().min(1), openedAt: z.string() })),
});

/** Keeps the list in `file`. A damaged file is renamed to `….damaged`, and the list starts empty. */
export function createRecentFiles(file: string, now: () => Date): RecentFiles {
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** One at a time, so that no write is made from a list that another has changed. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => null);
    return turn;
  }

  return {
    list: () =>
      inTurn(async () => {
        const known = await load(file);
        const there = await Promise.all(known.map(({ path }) => isFile(path)));
        return known.filter((_, index) => there[index]);
      }),
    note: (path) =>
      inTurn(async () => {
        const others = (await load(file)).filter((known) => known.path !== path);
        const newest = { path, openedAt: now().toISOString() };
        await store(file, [newest, ...others].slice(0, maxRecentFiles));
      }),
    forgetAll: () => inTurn(() => store(file, [])),
  };
}

/** The name of the folder that a file lies in, without the folders above it; empty at the root. */
export function folderNameOf(path: string): string {
  return basename(dirname(path));
}

async function store(file: string, files: readonly RecentPath[]): Promise<void> {
  await replaceFile(file, `${JSON.stringify({ version: 1, files }, null, 2)}\n`);
}

async function load(file: string): Promise<readonly RecentPath[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return [];
    throw cause;
  }
  const read = stored.safeParse(parsedOrNull(text));
  if (read.success) return read.data.files;
  await rename(file, `${file}.damaged`);
  return [];
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (cause) {
    if (systemErrorName(cause) === null) throw cause;
    return false;
  }
}
