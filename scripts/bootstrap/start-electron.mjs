// @ts-check
import { join } from 'node:path';
import { isRoot } from './display.mjs';
import { obtainElectron } from './electron.mjs';
import { launchElectron } from './launch.mjs';
import { cacheFolderOf } from './project.mjs';

/**
 * What was tried in vain, and why it failed; both without a full stop.
 *
 * @typedef {{tried: string, reason: string}} FailedTry
 */

/**
 * Opens the app in Electron: obtains the runtime, starts it and waits until its window is ready.
 *
 * @param {string} root the checkout, built
 * @param {import('../start-arguments.mjs').StartArguments} request
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<Extract<import('./launch.mjs').Launched, {ok: true}> | ({ok: false} & FailedTry)>}
 */
export async function startInElectron(root, request, say) {
  const runtime = await obtainElectron({
    packageFolder: join(root, 'node_modules', 'electron'),
    cacheFolder: cacheFolderOf(root),
    env: process.env,
    say,
    retryNow: request.shell === 'electron',
    now: Date.now(),
  });
  if (!runtime.ok) return runtime;
  const launched = await launchElectron({
    executable: runtime.executable,
    args: electronArguments(root, request),
    cwd: root,
    env: process.env,
  });
  if (launched.ok) return launched;
  return { ok: false, tried: `starting ${runtime.executable}`, reason: launched.reason };
}

/**
 * Electron's command line: Chromium's switches come before the app's folder, the person's files after it.
 *
 * @param {string} root
 * @param {import('../start-arguments.mjs').StartArguments} request
 * @param {boolean} [asRoot] whether Chromium would refuse its sandbox
 * @returns {readonly string[]}
 */
export function electronArguments(
  root,
  request,
  asRoot = process.platform === 'linux' && isRoot(),
) {
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(request.data === null ? [] : [`--user-data-dir=${request.data}`]),
    root,
    ...request.files,
  ];
}

/**
 * The one paragraph that says why the app does not open in Electron, and what the person can do.
 *
 * @param {FailedTry} failed
 * @returns {string}
 */
export function explainFallback({ tried, reason }) {
  return (
    `Dateline could not open in Electron: ${tried} failed, because ${reason}. ` +
    'It opens in a browser instead, which is the same program with a store of its own. ' +
    'To fetch Electron from a mirror, set ELECTRON_MIRROR to its address, ending in a slash; to use one that is on ' +
    'this machine, set ELECTRON_OVERRIDE_DIST_PATH to the folder that holds it; then run `npm start -- --electron`. ' +
    'To go straight to the browser, run `npm start -- --loopback`.'
  );
}
