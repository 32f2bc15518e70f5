// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './display.mjs';
import { nodeOptionsFor } from './node-version.mjs';
import { run } from './run.mjs';
import { formatDuration } from './say.mjs';

const silenceMs = 60_000;
const limitMs = 15 * 60_000;

/**
 * Has Playwright fetch its own Chromium, within bounds and with progress.
 *
 * @param {string} root the checkout, its dependencies installed
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<boolean>} whether the installer says that it succeeded
 */
export async function installPlaywrightChromium(root, say) {
  say('No browser of the Chromium family was found here: fetching Playwright’s.');
  const installer = join(root, 'node_modules', 'playwright', 'cli.js');
  const args = [...nodeOptionsFor(process.versions.node), installer, 'install', 'chromium'];
  return runsThrough(process.execPath, args, root, say);
}

/**
 * Installs Debian's package where that can be done without asking: as root, with apt-get.
 *
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<boolean>} whether apt-get succeeded
 */
export async function installDebianChromium(root, say) {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return false;
  say('Installing Debian’s chromium with apt-get.');
  const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
  return (
    (await runsThrough('apt-get', ['update'], root, say)) &&
    (await runsThrough('apt-get', install, root, say))
  );
}

/**
 * What a person can run to get a Chromium, when nothing could be done for her.
 *
 * @param {NodeJS.Platform} [platform]
 * @param {boolean} [hasApt]
 * @returns {string}
 */
export function chromiumCommand(
  platform = process.platform,
  hasApt = existsSync('/usr/bin/apt-get'),
) {
  return platform === 'linux' && hasApt
    ? 'sudo apt-get update && sudo apt-get install --yes chromium'
    : 'npx playwright install --with-deps chromium';
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {import('./say.mjs').Say} say
 */
async function runsThrough(command, args, cwd, say) {
  let saidAt = 0;
  const outcome = await run(command, args, {
    cwd,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    silenceMs,
    limitMs,
    onTick: (elapsedMs) => {
      if (elapsedMs - saidAt < 10_000) return;
      saidAt = elapsedMs;
      say(`  still at it, after ${formatDuration(elapsedMs)}`);
    },
  });
  return outcome.ending === 'itself' && outcome.code === 0;
}
