// @ts-check
import { constants } from 'node:os';
import { signalProcessTree } from './process-tree.mjs';

/** A terminal and npm may both pass the same signal on; within this time it counts once. */
const sameSignalMs = 1000;

/**
 * Stays with a child process to its end: passes signals on to it and its group, and insists when one comes again.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached: ownsProcessGroup`
 * @returns {Promise<number>} its exit code, or 128 and the number of the signal that ended it
 */
export function followToEnd(child) {
  let passedOnAt = 0;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    const now = Date.now();
    if (now - passedOnAt < sameSignalMs) return;
    signalProcessTree(child, passedOnAt === 0 ? signal : 'SIGKILL');
    passedOnAt = now;
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve) => {
    /**
     * @param {number | null} code
     * @param {NodeJS.Signals | null} signal
     */
    const settle = (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    };
    if (child.exitCode !== null || child.signalCode !== null) {
      settle(child.exitCode, child.signalCode);
    } else {
      child.once('exit', settle);
    }
  });
}
