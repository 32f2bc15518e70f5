// @ts-check
import { isRecord } from '../bootstrap/read-text.mjs';

/**
 * How far a step has got, told by the reporter of its runner.
 *
 * @typedef {object} StepProgress
 * @property {number} share of the step that is done, from 0 to 1
 * @property {string} words such as `45 of 177 tests`
 */

/** @typedef {(progress: StepProgress) => void} TellProgress */

/**
 * Tells the process that started this one how far it has got. A runner that was started by hand tells nobody.
 *
 * @type {TellProgress}
 */
export function tellProgress(progress) {
  process.send?.({ kind: 'progress', ...progress });
}

/**
 * What `tellProgress` has sent; null for any other message.
 *
 * @param {unknown} message
 * @returns {StepProgress | null}
 */
export function readProgress(message) {
  if (!isRecord(message) || message['kind'] !== 'progress') return null;
  const { share, words } = message;
  return typeof share === 'number' && typeof words === 'string' ? { share, words } : null;
}

/**
 * How long the steps still take, at the pace that this run has compared with the last one.
 *
 * @param {object} run
 * @param {readonly (number | undefined)[]} run.lasted how long each step took the last time, in milliseconds
 * @param {number} run.index the step that is running
 * @param {number} run.share how much of it is done, from 0 to 1
 * @param {number} run.elapsedMs since the first step began
 * @returns {number | null} in milliseconds; null when a step that is not over has not been timed yet
 */
export function estimateLeft({ lasted, index, share, elapsedMs }) {
  let done = 0;
  let left = 0;
  for (const [step, milliseconds] of lasted.entries()) {
    if (milliseconds === undefined && step >= index) return null;
    // A step that is over and was never timed says nothing of the pace.
    const [begun, ahead] = step < index ? [1, 0] : step > index ? [0, 1] : [share, 1 - share];
    done += begun * (milliseconds ?? 0);
    left += ahead * (milliseconds ?? 0);
  }
  return left * (done < paceFromMs ? 1 : elapsedMs / done);
}

/** The pace of less than this, in milliseconds, is chance. */
const paceFromMs = 10_000;
