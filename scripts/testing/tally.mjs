// @ts-check
import { isRecord, readRecordIfAny } from '../bootstrap/read-text.mjs';

/**
 * A test that did not run, and why.
 *
 * @typedef {{name: string, reason: string}} SkippedTest
 */

/**
 * What came of a step of `npm test`.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {readonly SkippedTest[]} skipped
 * @property {readonly string[]} [unsteady] tests that passed only at a second attempt, which CI alone makes
 */

/** The environment variable that tells a runner's reporter where its tally goes. */
export const tallyPathVariable = 'DATELINE_TALLY';

/** @type {Tally} */
export const onePassed = { passed: 1, failed: 0, skipped: [] };

/** @type {Tally} */
export const oneFailed = { passed: 0, failed: 1, skipped: [] };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumTallies(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The plain line: `12 passed, 0 failed`, with `, 1 skipped` only when some were.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export function formatTally({ passed, failed, skipped }) {
  const skippedToo = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  return `${passed} passed, ${failed} failed${skippedToo}`;
}

/**
 * The tally that a reporter left. A runner that ended badly without a failed test, or left no tally, has failed once.
 *
 * @param {string} path
 * @param {boolean} endedWell whether the runner's exit code was 0
 * @returns {Tally}
 */
export function readTally(path, endedWell) {
  const { passed, failed, skipped, unsteady } = readRecordIfAny(path);
  if (typeof passed !== 'number' || typeof failed !== 'number' || !Array.isArray(skipped)) {
    return oneFailed;
  }
  return {
    passed,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: skipped.filter(isRecord).map(({ name, reason }) => ({
      name: String(name),
      reason: String(reason),
    })),
    ...(Array.isArray(unsteady) && unsteady.length > 0 && { unsteady: unsteady.map(String) }),
  };
}
