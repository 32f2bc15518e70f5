import { readFile, rm } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../core/result';
import type { FileError } from '../../preload/contract';
import { answering, systemErrorName } from './file-error';
import { replaceFile } from './replace-file';
import { isTemporaryName } from './temporary-name';
import { createTurns } from './turns';

/**
 * The temporary files of exports that are being written, noted in one JSON file, so that the next start can remove what
 * this one did not finish. A note that cannot be made is reported and stops nothing.
 */
export interface UnfinishedSaves {
  /** To be called before the file is made. */
  note(temporary: string): Promise<void>;
  /** To be called when the file is no longer there. */
  forget(temporary: string): Promise<void>;
  /** Settles when all that was asked before is done. */
  settled(): Promise<void>;
}

const stored = z.strictObject({ version: z.literal(1), paths: z.array(z.string()) });

/** Removes what the start before this one left, then keeps the notes of this one in `file`. */
export function createUnfinishedSaves(file: string): UnfinishedSaves {
  const inTurn = createTurns();
  const noted = new Set<string>();

  function store(): Promise<void> {
    return orReport('The list of unfinished saves could not be written:', async () => {
      const content = { version: 1, paths: [...noted] } satisfies z.infer<typeof stored>;
      await replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
    });
  }

  /** What cannot be removed now is kept for the next start. */
  async function sweep(): Promise<void> {
    const left = await load(file);
    for (const path of left) {
      noted.add(path);
      await orReport(`${path} could not be removed:`, async () => {
        await rm(path, { force: true });
        noted.delete(path);
      });
    }
    if (left.length > 0) await store();
  }

  void inTurn(() => orReport('What was not finished could not be removed:', sweep));
  return {
    note: (temporary) => {
      noted.add(temporary);
      return inTurn(store);
    },
    forget: (temporary) => {
      noted.delete(temporary);
      return inTurn(store);
    },
    settled: () => inTurn(async () => undefined),
  };
}

/** The paths noted before, of files that could only be ours. Nothing when the list is damaged. */
async function load(file: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return [];
    throw cause;
  }
  const read = stored.safeParse(parsedOrNull(text));
  const paths = read.success ? read.data.paths : [];
  return paths.filter((path) => isAbsolute(path) && isTemporaryName(basename(path)));
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function orReport(words: string, work: () => Promise<void>): Promise<void> {
  const done: Result<null, FileError> = await answering('', async () => {
    await work();
    return { ok: true, value: null };
  });
  if (!done.ok) console.error(words, done.error);
}
