import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorName } from '../desktop/file-error';
import { isRandomName } from '../desktop/random-name';
import { replaceFile } from '../desktop/replace-file';

const stored = z.strictObject({
  port: z.number().int(),
  pid: z.number().int(),
  /** Shared by those who may read the data folder: proves to a second start that it speaks with the first. */
  secret: z.string().refine(isRandomName),
});

/** The program that serves a data folder at present. */
export type Instance = Readonly<z.infer<typeof stored>>;

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'instance.json');
}

/** Says who serves; only this user can read it. */
export async function writeInstance(dataFolder: string, instance: Instance): Promise<void> {
  await replaceFile(fileOf(dataFolder), `${JSON.stringify(instance)}\n`, { secret: true });
}

/** Who serves, or served last and was killed; null when nobody does, or when the file cannot be made out. */
export async function readInstance(dataFolder: string): Promise<Instance | null> {
  try {
    return stored.parse(JSON.parse(await readFile(fileOf(dataFolder), 'utf8')));
  } catch (cause) {
    const name = systemErrorName(cause);
    if (name !== null && name !== 'ENOENT') throw cause;
    return null;
  }
}

/** Removes the file unless it has become another program's. */
export async function removeInstance(dataFolder: string, own: Instance): Promise<void> {
  const current = await readInstance(dataFolder);
  if (current?.secret === own.secret) await rm(fileOf(dataFolder), { force: true });
}
