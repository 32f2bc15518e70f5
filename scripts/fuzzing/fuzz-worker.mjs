// @ts-check
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { cacheFolderOf } from '../bootstrap/project.mjs';

/** How long one case may take before it counts as one that never ends. */
const patienceMs = 60_000;

/**
 * @typedef {object} Failure
 * @property {number} index
 * @property {string | Uint8Array} input
 * @property {string} fault
 */

/**
 * What came of cases of one target, as `tests/fuzz/run-target.ts` has it.
 *
 * @typedef {object} Report
 * @property {number} runs
 * @property {readonly Failure[]} failures
 * @property {{index: number, milliseconds: number}} slowest
 * @property {readonly number[]} slow
 */

/**
 * @typedef {object} Range
 * @property {string} target
 * @property {number} seed
 * @property {number} first
 * @property {number} end
 */

/**
 * Puts the targets together as one script that Node can run, and gives its path.
 *
 * @param {string} root the checkout
 * @returns {Promise<string>}
 */
export async function buildTargets(root) {
  const outDir = join(cacheFolderOf(root), 'fuzz');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'tests', 'fuzz', 'worker.ts'), outDir, emptyOutDir: true },
  });
  return join(outDir, 'worker.js');
}

/**
 * The names of all targets.
 *
 * @param {string} script
 * @returns {Promise<readonly string[]>}
 */
export async function listTargets(script) {
  const { answer } = startWorker(script, { act: 'list' });
  return /** @type {readonly string[]} */ (await answer);
}

/**
 * Runs cases of one target in a worker, so that one that never ends can be ended: it counts as failed, and the cases
 * after it go on.
 *
 * @param {string} script
 * @param {Range} range
 * @returns {Promise<Report>}
 */
export async function runCases(script, { target, seed, first, end }) {
  const current = new SharedArrayBuffer(4);
  const cell = new Int32Array(current);
  cell[0] = first;
  const { worker, answer } = startWorker(script, {
    act: 'run',
    target,
    seed,
    first,
    end,
    current,
  });
  const stuck = watch(cell);
  const report = await Promise.race([answer, stuck.happens]);
  stuck.stop();
  if (typeof report !== 'number') return /** @type {Report} */ (report);
  await worker.terminate();
  const before = await runCases(script, { target, seed, first, end: report });
  const after = await runCases(script, { target, seed, first: report + 1, end });
  const made = startWorker(script, { act: 'make', target, seed, first: report });
  const input = /** @type {string | Uint8Array} */ (await made.answer);
  const failure = { index: report, input, fault: `no end after ${patienceMs / 1000} seconds` };
  return {
    runs: before.runs + 1 + after.runs,
    failures: [...before.failures, failure, ...after.failures],
    slowest: { index: report, milliseconds: patienceMs },
    slow: [...before.slow, report, ...after.slow],
  };
}

/**
 * @param {string} script
 * @param {object} workerData
 */
function startWorker(script, workerData) {
  const worker = new Worker(script, { workerData });
  const answer = new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the worker ended without an answer')));
  });
  // Whoever no longer waits for it does not care that it ends without one.
  answer.catch(() => {});
  return { worker, answer };
}

/**
 * Settles with the index of the case that has not ended for too long.
 *
 * @param {Int32Array} cell
 */
function watch(cell) {
  let seen = -1;
  let since = Date.now();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<number>} */
  const happens = new Promise((resolve) => {
    timer = setInterval(() => {
      const now = Atomics.load(cell, 0);
      if (now !== seen) {
        seen = now;
        since = Date.now();
      } else if (Date.now() - since > patienceMs) resolve(now);
    }, 250);
  });
  return { happens, stop: () => clearInterval(timer) };
}
