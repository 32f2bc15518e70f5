// @ts-check
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of this checkout, absolute. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/**
 * Where the commands remember what they found out about this machine: inside node_modules, so that it never outlives
 * the dependencies and is never committed. Made when it is missing.
 *
 * @param {string} root the checkout
 * @returns {string} an absolute path
 */
export function cacheFolderOf(root) {
  const folder = join(root, 'node_modules', '.cache', 'dateline');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The folder that the person stood in when she called npm. npm itself runs scripts in the package's root, so
 * relative paths she typed are meant from here.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function callersFolder(env = process.env) {
  return env['INIT_CWD'] ?? process.cwd();
}
