// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasDisplay } from '../../bootstrap/display.mjs';
import {
  electronExecutableName,
  electronVersion,
  findElectron,
} from '../../bootstrap/electron.mjs';
import { explainLaunchFailure } from '../../bootstrap/launch-failure.mjs';
import { fetchOldElectron } from './fetch-old-electron.mjs';
import {
  findOldElectron,
  oldElectron,
  oldElectronCache,
  oldElectronFolder,
  oldElectronMachine,
} from './old-electron.mjs';
import { hasOwnDisplay } from './own-display.mjs';

/**
 * The Electron that the specs of it run on, or why they run on none, without a full stop. `words` names it to the
 * person; `isOld` tells that it needs the shell of `tests/support/electron-25`.
 *
 * @typedef {{ok: true, executable: string, words: string, isOld: boolean} | {ok: false, reason: string}} ChosenElectron
 */

/**
 * @typedef {object} ElectronChoice
 * @property {string} root the checkout, its dependencies installed
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} fetch whether the old one is fetched when there is no other
 * @property {import('../../bootstrap/say.mjs').Say} say
 * @property {import('./old-electron.mjs').OldElectron} [old]
 * @property {string} [machine] platform and architecture
 */

/**
 * Chooses the official Electron where it is there, else the old one where it lies in the cache or may be fetched. What
 * cannot be started or has no display counts as none.
 *
 * @param {ElectronChoice} choice
 * @returns {Promise<ChosenElectron>}
 */
export async function chooseElectron(choice) {
  const found = await findAny(choice);
  if (!found.ok) return found;
  const fault = findStartFault(found.executable, choice.env);
  if (fault !== null) return { ok: false, reason: `${found.words} does not start: ${fault}` };
  return hasOwnDisplay() || hasDisplay(choice.env)
    ? found
    : { ok: false, reason: 'there is no display to show windows on, and no Xvfb to make one' };
}

/**
 * @param {ElectronChoice} choice
 * @returns {Promise<ChosenElectron>}
 */
async function findAny({
  root,
  env,
  fetch,
  say,
  old = oldElectron,
  machine = `${process.platform}-${process.arch}`,
}) {
  const packageFolder = join(root, 'node_modules', 'electron');
  const official = findElectron({ packageFolder, env });
  if (official.ok) {
    const words = env['ELECTRON_OVERRIDE_DIST_PATH']
      ? 'the Electron that ELECTRON_OVERRIDE_DIST_PATH names'
      : `the official Electron ${electronVersion(packageFolder)}`;
    return { ok: true, executable: official.executable, words, isOld: false };
  }
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) return official;
  if (machine !== oldElectronMachine) {
    const reason = `${official.reason}, and the older one for tests is for ${oldElectronMachine} alone`;
    return { ok: false, reason };
  }
  const cache = oldElectronCache(env);
  if (fetch) {
    const failure = await fetchOldElectron({ old, cache, env, say });
    if (failure !== null) return { ok: false, reason: failure };
  }
  const state = await findOldElectron(old, cache);
  if (state === 'whole') {
    const executable = join(oldElectronFolder(old, cache), electronExecutableName());
    const words = `Electron ${old.version}, an old one for tests alone`;
    return { ok: true, executable, words, isOld: true };
  }
  const why =
    state === 'damaged' ? 'the older one for tests is damaged' : 'there is no older one for tests';
  const reason = `${official.reason}, and ${why}; \`npm test -- --test-electron\` fetches that`;
  return { ok: false, reason };
}

/**
 * Starts it as plain Node, which needs the same libraries of the system as a window does.
 *
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} why it does not start
 */
function findStartFault(executable, env) {
  const { status, signal, error, stderr } = spawnSync(executable, ['--version'], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error !== undefined) return error.message;
  if (status === 0) return null;
  return explainLaunchFailure({ executable, errors: stderr, code: status, signal });
}
