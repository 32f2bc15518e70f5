// @ts-check
import { spawn } from 'node:child_process';

/** Whether a child is started in a process group of its own, so that it can be ended with all it started. */
export const ownsProcessGroup = process.platform !== 'win32';

/**
 * Sends a signal to a child and to all in its group. A child that is gone already is no error.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached: ownsProcessGroup`
 * @param {NodeJS.Signals} signal
 */
export function signalProcessTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (ownsProcessGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * Ends a child and all it started: asks first, and after `graceMs` insists.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached: ownsProcessGroup`
 * @param {number} [graceMs]
 * @returns {Promise<void>} settles when the child has ended
 */
export async function endProcessTree(child, graceMs = 2000) {
  if (child.pid === undefined) return;
  const ended =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    await ended;
    return;
  }
  signalProcessTree(child, 'SIGTERM');
  const insist = setTimeout(() => signalProcessTree(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(insist);
  // What the child left behind in its group ends too.
  signalProcessTree(child, 'SIGKILL');
}
