// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ownsProcessGroup } from './process-tree.mjs';

/** The loopback shell's exit code when its browser ended before it had shown the page. */
export const windowNeverOpened = 4;

/**
 * Starts the loopback shell. With a display its window is a browser of the Chromium family; without one, or when none
 * can be used, it serves and prints its address.
 *
 * @param {string} root the checkout, built
 * @param {import('../start-arguments.mjs').StartArguments} request
 * @param {{windowed: boolean, say: import('./say.mjs').Say}} options
 * @returns {Promise<import('node:child_process').ChildProcess>} started with `detached: ownsProcessGroup`
 */
export async function startInLoopback(root, request, { windowed, say }) {
  const browser = windowed ? await ensureChromium(root, 'window', say) : null;
  if (browser !== null && !browser.ok) {
    say(`${browser.message}\nUntil then, any browser on this machine can open the address below.`);
  }
  const args = loopbackArguments(request, browser?.ok ? browser.executable : null);
  return spawn(process.execPath, [join(root, 'out', 'main', 'loopback.cjs'), ...args], {
    cwd: root,
    detached: ownsProcessGroup,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * The loopback shell's command line.
 *
 * @param {Omit<import('../start-arguments.mjs').StartArguments, 'shell'>} request
 * @param {string | null} browser the browser for its window; null to serve without one
 * @returns {readonly string[]}
 */
export function loopbackArguments({ data, exports, port, files }, browser) {
  return [
    ...(data === null ? [] : ['--data', data]),
    ...(exports === null ? [] : ['--exports', exports]),
    ...(port === null ? [] : ['--port', port]),
    ...(browser === null ? ['--no-window'] : ['--browser', browser]),
    ...files,
  ];
}
