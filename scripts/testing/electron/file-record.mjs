// @ts-check
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * What a folder holds: mode (octal) and SHA-256 (hexadecimal) of every file below it, by its path relative to the folder.
 *
 * @typedef {Readonly<Record<string, string>>} FileRecord
 */

/**
 * Reads every file below `folder`. Rejects with what the file system says.
 *
 * @param {string} folder
 * @returns {Promise<FileRecord>}
 */
export async function recordFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  /** @type {Record<string, string>} */
  const record = {};
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    const { mode } = await stat(path);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) continue;
    record[name] = `${mode.toString(8)} ${await hashOf('sha256', path, 'hex')}`;
  }
  return record;
}

/**
 * @param {'sha256' | 'sha512'} algorithm
 * @param {string} path of a file
 * @param {'hex' | 'base64'} encoding
 * @returns {Promise<string>}
 */
export async function hashOf(algorithm, path, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest(encoding);
}
