// @ts-check
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { nodeOptionsFor } from './node-version.mjs';
import { readTextIfAny } from './read-text.mjs';
import { run } from './run.mjs';

/** What a build depends on, relative to the checkout. */
const inputs = /** @type {const} */ ([
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]);

/** What a whole build leaves, relative to the checkout. */
const outputs = /** @type {const} */ ([
  'out/main/electron.cjs',
  'out/main/loopback.cjs',
  'out/main/cli.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]);

/**
 * Whether `out/` is not the build of the sources as they are: by the contents of all it is made from, not by times,
 * which a checkout does not keep.
 *
 * @param {string} root the checkout
 * @returns {boolean}
 */
export function isBuildStale(root) {
  if (!outputs.every((output) => existsSync(join(root, output)))) return true;
  return readTextIfAny(stampPath(root)) !== fingerprint(root, inputs);
}

/**
 * Builds when the build is stale. Quiet unless it fails; the dependencies must be installed.
 *
 * @param {string} root the checkout
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<string | null>} why it failed, with the tool's own words; null when the build is there
 */
export async function ensureBuild(root, say) {
  if (!isBuildStale(root)) return null;
  say('Building Dateline.');
  const before = fingerprint(root, inputs);
  rmSync(stampPath(root), { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const outcome = await run(
    process.execPath,
    [...nodeOptionsFor(process.versions.node), tool, 'build', '--logLevel', 'warn'],
    { cwd: root, env: withoutNodeEnv(process.env), limitMs: 10 * 60_000 },
  );
  if (outcome.code !== 0) return `The build failed.\n${outcome.output.trim()}`;
  const missing = outputs.filter((output) => !existsSync(join(root, output)));
  if (missing.length > 0) return `The build left nothing at ${missing.join(', ')}.`;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampPath(root), before);
  return null;
}

/**
 * A build is always the one that people use, whatever the caller's shell is set to.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutNodeEnv(env) {
  const { NODE_ENV: _, ...others } = env;
  return others;
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'out', '.dateline-stamp');
}
