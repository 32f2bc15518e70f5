import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How long the first start may take to take what was left, in milliseconds: it may itself be starting still. */
export const takingPatienceMs = 10_000;

const pauseMs = 20;
const paths = z.array(z.string());
const leftName = /^second-start-[0-9a-f-]{36}\.json$/;

/**
 * Leaves paths in the data folder for the program that runs on it, and gives the name under which they lie: however many they
 * are, and in whatever letters. Throws what the file system throws.
 */
export function leaveFiles(dataFolder: string, files: readonly string[]): string {
  const name = `second-start-${randomUUID()}.json`;
  writeFileSync(join(dataFolder, name), JSON.stringify(files));
  return name;
}

/**
 * Takes what was left under a name, which comes from another process; null when nothing readable lies there. That it is gone
 * is the receipt for who left it.
 */
export function takeFiles(dataFolder: string, name: string): readonly string[] | null {
  if (!leftName.test(name)) return null;
  try {
    const path = join(dataFolder, name);
    const files = paths.parse(JSON.parse(readFileSync(path, 'utf8')));
    rmSync(path);
    return files;
  } catch {
    return null;
  }
}

/**
 * Whether someone takes what was left; what nobody has taken is removed. It stops the whole process meanwhile, so that
 * Chromium, which would use the data folder too, is not started for the wait.
 */
export function awaitTaking(dataFolder: string, name: string, patienceMs: number): boolean {
  const path = join(dataFolder, name);
  const stillness = new Int32Array(new SharedArrayBuffer(4));
  for (const end = performance.now() + patienceMs; existsSync(path); ) {
    if (performance.now() > end) {
      rmSync(path, { force: true });
      return false;
    }
    Atomics.wait(stillness, 0, 0, pauseMs);
  }
  return true;
}
