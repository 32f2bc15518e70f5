// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The SHA-256 of a file, in lower-case hexadecimal.
 *
 * @param {string} path
 * @returns {string}
 */
export function hashFile(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/**
 * One hash of the names and contents of files and of all files in folders; it changes when any is changed, added,
 * removed or renamed. What is not there counts as not there.
 *
 * @param {string} root
 * @param {readonly string[]} names files and folders, relative to `root`
 * @returns {string} SHA-256 in lower-case hexadecimal
 */
export function fingerprint(root, names) {
  const hash = createHash('sha256');
  for (const name of names.flatMap((each) => listFiles(root, each))) {
    hash.update(`${name}\0${hashFile(join(root, name))}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]} names relative to `root` with forward slashes, in a fixed order
 */
function listFiles(root, name) {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [name];
  return readdirSync(join(root, name))
    .toSorted()
    .flatMap((entry) => listFiles(root, `${name}/${entry}`));
}
