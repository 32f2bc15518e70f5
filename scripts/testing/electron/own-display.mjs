// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endProcessTree, ownsProcessGroup } from '../../bootstrap/process-tree.mjs';
import { tieToThisProcess } from '../../bootstrap/tied-children.mjs';

/** A display that only the tests see. */
const size = '1600x1000x24';

/**
 * Whether a display of their own can be made for tests: on Linux with Xvfb. Elsewhere windows show on the person's.
 *
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean}
 */
export function hasOwnDisplay(platform = process.platform) {
  return platform === 'linux' && spawnSync('Xvfb', ['-help'], { timeout: 20_000 }).status === 0;
}

/**
 * Makes a display by Xvfb, whose number is the first that is free. It ends with this process at the latest.
 *
 * @param {readonly string[]} [extra] more of Xvfb's arguments
 * @returns {Promise<{name: string, end: () => Promise<void>}>} `name` as DISPLAY has it
 */
export async function startDisplay(extra = []) {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp', '-noreset', ...extra],
    { stdio: ['ignore', 'pipe', 'ignore'], detached: ownsProcessGroup },
  );
  const untie = tieToThisProcess(child);
  const end = async () => {
    await endProcessTree(child);
    untie();
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (/^\d+$/.test(line)) return { name: `:${line}`, end };
  }
  await end();
  throw new Error('Xvfb made no display');
}
