// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetchElectron } from './electron-download.mjs';
import { readRecordIfAny, readTextIfAny } from './read-text.mjs';
import { forgetFailure, recallFailure, rememberFailure, retryAfterMs } from './recent-failure.mjs';
import { formatDuration } from './say.mjs';

/**
 * An Electron that is there, or why none is: `tried` says what was attempted, `reason` why it failed, both without a
 * full stop.
 *
 * @typedef {{ok: true, executable: string} | {ok: false, tried: string, reason: string}} ElectronRuntime
 */

/**
 * @typedef {object} ElectronPlace
 * @property {string} packageFolder the installed `electron` package
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * The executable inside Electron's folder, as the electron package itself names it.
 *
 * @param {NodeJS.Platform} [platform]
 * @returns {string}
 */
export function electronExecutableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The Electron that is there already: the folder of ELECTRON_OVERRIDE_DIST_PATH, else the one that the package
 * fetched, when it is whole and of the package's version. Nothing is fetched or run.
 *
 * @param {ElectronPlace} place
 * @returns {ElectronRuntime}
 */
export function findElectron({ packageFolder, env }) {
  const name = electronExecutableName();
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) {
    const executable = join(chosen, name);
    if (existsSync(executable)) return { ok: true, executable };
    return {
      ok: false,
      tried: 'using the Electron that ELECTRON_OVERRIDE_DIST_PATH names',
      reason: `there is no ${name} in ${chosen}`,
    };
  }
  const executable = join(packageFolder, 'dist', name);
  const version = readTextIfAny(join(packageFolder, 'dist', 'version'))
    ?.replace(/^v/u, '')
    .trim();
  const isWhole =
    version === electronVersion(packageFolder) &&
    readTextIfAny(join(packageFolder, 'path.txt')) === name &&
    existsSync(executable);
  return isWhole
    ? { ok: true, executable }
    : { ok: false, tried: 'looking for Electron', reason: 'it has not been fetched yet' };
}

/**
 * The Electron to run: the one that is there, else fetched now, within bounds and with progress. A fetch that failed
 * within the last ten minutes under the same settings is not tried again unless `retryNow`.
 *
 * @param {ElectronPlace & {
 *   cacheFolder: string,
 *   say: import('./say.mjs').Say,
 *   retryNow: boolean,
 *   now: number,
 * }} options `now` in milliseconds since the epoch
 * @returns {Promise<ElectronRuntime>}
 */
export async function obtainElectron({ packageFolder, env, cacheFolder, say, retryNow, now }) {
  const found = findElectron({ packageFolder, env });
  if (found.ok || env['ELECTRON_OVERRIDE_DIST_PATH']) return found;

  const version = electronVersion(packageFolder);
  const source = describeSource(env);
  const attempt = /** @type {const} */ ({
    cacheFolder,
    what: 'electron',
    settings: `${version} ${source} ${env['electron_config_cache'] ?? ''}`,
  });
  const tried = `fetching Electron ${version} from ${source}`;
  const earlier = retryNow ? null : recallFailure(attempt, now);
  if (earlier !== null) {
    const reason =
      `${earlier.reason}; that was ${formatDuration(earlier.agoMs)} ago, and it is not tried again within ` +
      `${formatDuration(retryAfterMs)} unless you run \`npm start -- --electron\``;
    return { ok: false, tried, reason };
  }

  say(`Fetching Electron ${version} from ${source}, once.`);
  const reason = await fetchElectron({ packageFolder, cacheFolder, env, say });
  if (reason === null) {
    const fetched = findElectron({ packageFolder, env });
    if (fetched.ok) {
      forgetFailure(attempt);
      return fetched;
    }
  }
  const failure = reason ?? 'the archive does not hold what it should';
  rememberFailure(attempt, failure, now);
  return { ok: false, tried, reason: failure };
}

/**
 * The version that the installed electron package stands for, without a `v`.
 *
 * @param {string} packageFolder
 * @returns {string}
 */
export function electronVersion(packageFolder) {
  return String(readRecordIfAny(join(packageFolder, 'package.json'))['version']);
}

/**
 * Where the electron package will fetch from, as its downloader reads the settings; without a password.
 * https://github.com/electron/get#specifying-a-mirror
 *
 * @param {NodeJS.ProcessEnv} env
 */
function describeSource(env) {
  const mirror =
    env['npm_config_electron_mirror'] ||
    env['NPM_CONFIG_ELECTRON_MIRROR'] ||
    env['npm_package_config_electron_mirror'] ||
    env['ELECTRON_MIRROR'];
  if (!mirror) return 'its release site';
  if (!URL.canParse(mirror)) return `the mirror ${mirror}`;
  const address = new URL(mirror);
  address.username = '';
  address.password = '';
  return `the mirror ${address.href}`;
}
