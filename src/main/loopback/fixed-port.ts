import { randomInt } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorName } from '../desktop/file-error';
import { replaceFile } from '../desktop/replace-file';

/** What is known of the port that this data folder belongs to. */
export type RecordedPort =
  | { readonly kind: 'recorded'; readonly port: number }
  | { readonly kind: 'none' }
  /** A record is there, but does not say which port. */
  | { readonly kind: 'damaged'; readonly file: string };

const stored = z.object({ port: z.number().int().min(1024).max(65535) });

/** The file that records the port of a data folder. */
export function portFileOf(dataFolder: string): string {
  return join(dataFolder, 'loopback.json');
}

/** Reads the record. An empty file is none: its writer died before it served anything. */
export async function readPort(dataFolder: string): Promise<RecordedPort> {
  const file = portFileOf(dataFolder);
  try {
    const text = await readFile(file, 'utf8');
    if (text === '') return { kind: 'none' };
    return { kind: 'recorded', port: stored.parse(JSON.parse(text)).port };
  } catch (cause) {
    if (systemErrorName(cause) === 'ENOENT') return { kind: 'none' };
    if (systemErrorName(cause) !== null) throw cause;
    return { kind: 'damaged', file };
  }
}

/**
 * Records the port for good. False when another start has recorded one in the meantime: that one counts.
 * Throws what the system raises.
 */
export async function recordPort(dataFolder: string, port: number): Promise<boolean> {
  const file = portFileOf(dataFolder);
  const text = `${JSON.stringify({ port })}\n`;
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (systemErrorName(cause) !== 'EEXIST') throw cause;
  }
  if ((await readPort(dataFolder)).kind !== 'none') return false;
  await replaceFile(file, text);
  return true;
}

/** A port below those that systems hand out themselves, and above those that browsers refuse. */
export function randomPort(): number {
  return randomInt(20_000, 30_000);
}
