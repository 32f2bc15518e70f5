// @ts-check
import { spawn } from 'node:child_process';
import { endProcessTree, ownsProcessGroup } from './process-tree.mjs';
import { tieToThisProcess } from './tied-children.mjs';

/**
 * How a child process ended: by itself, because it was silent or took too long, or because it could not be started.
 *
 * @typedef {'itself' | 'silence' | 'limit' | 'not-started'} Ending
 */

/**
 * @typedef {object} RunOutcome
 * @property {Ending} ending
 * @property {number | null} code the exit code; null when a signal ended it or it was never started
 * @property {string} output the end of what it wrote on both streams, in the order in which it came
 */

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the caller's own when absent
 * @property {number} [silenceMs] how long nothing may come and nothing measured may change
 * @property {number} [limitMs] how long it may take in all
 * @property {() => number} [measure] what grows while the work goes on unseen, such as a file
 * @property {(elapsedMs: number) => void} [onTick] called about every half second
 * @property {(message: unknown) => void} [onMessage] what the child sends over Node's channel, opened for it
 * @property {boolean} [shell] whether the system's shell has to find the command (batch files on Windows)
 */

const tickMs = 500;
const keptCharacters = 2_000_000;

/**
 * Runs a command to its end, within bounds, without standard input, and gathers what it writes. Its process group
 * ends with it, and when this process is interrupted. Never rejects.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunOutcome>}
 */
export function run(command, args, options) {
  const {
    cwd,
    env,
    silenceMs = Infinity,
    limitMs = Infinity,
    measure,
    onTick,
    onMessage,
  } = options;
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    detached: ownsProcessGroup,
    shell: options.shell ?? false,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? [/** @type {const} */ ('ipc')] : [])],
  });
  const untie = tieToThisProcess(child);
  const startedAt = Date.now();
  let lastSignOfLife = startedAt;
  let lastMeasure = measure?.() ?? 0;
  let output = '';
  /** @type {Ending} */
  let ending = 'itself';

  /** @param {Buffer} chunk */
  const gather = (chunk) => {
    lastSignOfLife = Date.now();
    output = (output + chunk.toString('utf8')).slice(-keptCharacters);
  };
  child.stdout?.on('data', gather);
  child.stderr?.on('data', gather);
  if (onMessage) child.on('message', onMessage);

  const clock = setInterval(() => {
    const now = Date.now();
    const measured = measure?.() ?? 0;
    if (measured !== lastMeasure) lastSignOfLife = now;
    lastMeasure = measured;
    onTick?.(now - startedAt);
    if (ending !== 'itself') return;
    if (now - lastSignOfLife >= silenceMs) ending = 'silence';
    else if (now - startedAt >= limitMs) ending = 'limit';
    if (ending !== 'itself') void endProcessTree(child);
  }, tickMs);

  return new Promise((resolve) => {
    /** @param {number | null} code */
    const settle = (code) => {
      clearInterval(clock);
      untie();
      resolve({ ending, code, output });
    };
    child.once('error', (error) => {
      if (child.pid !== undefined) return;
      ending = 'not-started';
      output += error.message;
      settle(null);
    });
    // A grandchild that was left behind may hold the streams open: they get a second to be read out.
    child.once('exit', (code) => {
      const late = setTimeout(() => settle(code), 1000);
      child.once('close', () => {
        clearTimeout(late);
        settle(code);
      });
    });
  });
}
