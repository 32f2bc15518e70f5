// @ts-check
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashFile } from './fingerprint.mjs';
import { explainInstallFailure } from './install-failure.mjs';
import { lacksOnlyOptional } from './lock-gaps.mjs';
import { isRecord, readRecordIfAny, readTextIfAny } from './read-text.mjs';
import { run } from './run.mjs';
import { formatDuration } from './say.mjs';

/**
 * How the installed packages stand to package-lock.json: `fresh`, `missing` (never or only half installed), or
 * `stale` (of another lock file or another kind of machine).
 *
 * @typedef {'fresh' | 'missing' | 'stale'} DependencyState
 */

const platformName = `${process.platform}-${process.arch}`;

/**
 * Holds node_modules against package-lock.json: by the stamp that `ensureDependencies` leaves, or, where npm was run
 * by hand, by npm's own record of what it installed.
 *
 * @param {string} root the checkout
 * @returns {DependencyState}
 */
export function findDependencyState(root) {
  const installed = readRecordIfAny(join(root, 'node_modules', '.package-lock.json'));
  if (!isRecord(installed['packages'])) return 'missing';
  const stamp = readTextIfAny(stampPath(root));
  if (stamp === stampOf(root)) return 'fresh';
  if (stamp !== null) {
    const [, stampedPlatform] = stamp.split(' ');
    if (stampedPlatform !== platformName) return 'stale';
  }
  const locked = readRecordIfAny(join(root, 'package-lock.json'))['packages'];
  return isRecord(locked) && holdsAll(locked, installed['packages']) ? 'fresh' : 'stale';
}

/**
 * Installs the dependencies of the lock file with npm when they are missing or stale.
 *
 * @param {string} root the checkout
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<string | null>} why it failed, for the person; null when all is there
 */
export async function ensureDependencies(root, say) {
  const state = findDependencyState(root);
  if (state !== 'fresh') {
    say(
      state === 'missing'
        ? 'Installing the dependencies, once.'
        : 'The dependencies have changed: installing them anew.',
    );
    const failure = await install(root, say);
    if (failure !== null) return failure;
  }
  if (readTextIfAny(stampPath(root)) !== stampOf(root)) {
    writeFileSync(stampPath(root), stampOf(root));
  }
  return null;
}

/**
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<string | null>}
 */
async function install(root, say) {
  const exact = await runNpm(root, ['ci'], say);
  if (exact.code === 0) return null;
  const locked = readRecordIfAny(join(root, 'package-lock.json'))['packages'];
  if (!isRecord(locked) || !lacksOnlyOptional(exact.output, locked)) {
    return explainInstallFailure(exact);
  }
  // The versions are the locked ones here too, and the lock file stays as it is.
  const lenient = await runNpm(root, ['install', '--no-save'], say);
  return lenient.code === 0 ? null : explainInstallFailure(lenient);
}

/**
 * @param {string} root
 * @param {readonly string[]} wanted npm's command
 * @param {import('./say.mjs').Say} say
 */
function runNpm(root, wanted, say) {
  const { command, args, shell } = npmCommand(process.env);
  let saidAt = 0;
  // NODE_ENV=production would leave the build tools out.
  const all = [...args, ...wanted, '--include=dev', '--no-audit', '--no-fund'];
  return run(command, all, {
    cwd: root,
    shell,
    limitMs: 30 * 60_000,
    onTick: (elapsedMs) => {
      if (elapsedMs - saidAt < 15_000) return;
      saidAt = elapsedMs;
      say(`  still installing, after ${formatDuration(elapsedMs)}`);
    },
  });
}

/**
 * The npm to call: the one that runs this script, else the one on the path.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{command: string, args: readonly string[], shell: boolean}}
 */
export function npmCommand(env) {
  const running = env['npm_execpath'];
  if (running && /^npm(-cli)?\.c?js$/u.test(basename(running))) {
    return { command: process.execPath, args: [running], shell: false };
  }
  const isWindows = process.platform === 'win32';
  return { command: isWindows ? 'npm.cmd' : 'npm', args: [], shell: isWindows };
}

/**
 * Whether every package that is not optional is installed in the version of the lock file.
 *
 * @param {Readonly<Record<string, unknown>>} locked
 * @param {Readonly<Record<string, unknown>>} installed
 */
function holdsAll(locked, installed) {
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '' || !isRecord(wanted)) return true;
    if (wanted['optional'] || wanted['devOptional'] || wanted['peer'] || wanted['link'])
      return true;
    const found = installed[place];
    return isRecord(found) && found['version'] === wanted['version'];
  });
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules', '.dateline-stamp');
}

/** @param {string} root */
function stampOf(root) {
  return `${hashFile(join(root, 'package-lock.json'))} ${platformName}`;
}
