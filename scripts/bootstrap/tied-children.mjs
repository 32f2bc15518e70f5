// @ts-check
import { endProcessTree } from './process-tree.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const tied = new Set();

const exitCodes = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Ties a child to this process: when this process is interrupted, the child ends first, with all it started.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached: ownsProcessGroup`
 * @returns {() => void} unties it, once it has ended or someone else looks after it
 */
export function tieToThisProcess(child) {
  if (tied.size === 0) {
    for (const signal of Object.keys(exitCodes)) process.on(signal, endAll);
  }
  tied.add(child);
  return () => {
    tied.delete(child);
    if (tied.size > 0) return;
    for (const signal of Object.keys(exitCodes)) process.off(signal, endAll);
  };
}

/** @param {keyof typeof exitCodes} signal */
function endAll(signal) {
  void Promise.all([...tied].map((child) => endProcessTree(child))).then(() =>
    process.exit(exitCodes[signal]),
  );
}
