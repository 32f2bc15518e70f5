// @ts-check
import { spawn } from 'node:child_process';
import { explainLaunchFailure } from './launch-failure.mjs';
import { endProcessTree, ownsProcessGroup } from './process-tree.mjs';
import { formatDuration } from './say.mjs';
import { tieToThisProcess } from './tied-children.mjs';

/** What the app writes on standard output when its window can be used. */
export const readyLine = 'Dateline: window ready';

/** What a second start writes when it has handed its files to the first and is about to end. */
export const handedOverLine = 'Dateline: handed over';

const defaultWaitSeconds = 30;
const keptCharacters = 20_000;

/**
 * An app that reported ready (or has handed over), with the last lines it wrote on standard error so far; or why
 * there is none, `reason` being without a full stop.
 *
 * @typedef {{
 *   ok: true,
 *   child: import('node:child_process').ChildProcess,
 *   lastErrors: () => string,
 * } | {ok: false, reason: string}} Launched
 */

/**
 * Starts the app in Electron and waits until it reports ready. An end or silence before that is a failure, and
 * nothing of it is left running. What the app writes is kept from the terminal, Chromium's chatter above all.
 *
 * @param {object} options
 * @param {string} options.executable
 * @param {readonly string[]} options.args Chromium's switches, the app's folder, then the person's files
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env DATELINE_READY_WAIT: how many seconds to wait (30)
 * @returns {Promise<Launched>}
 */
export function launchElectron({ executable, args, cwd, env }) {
  const { ELECTRON_RUN_AS_NODE: _, ...appEnv } = env;
  const waitMs = waitSeconds(env) * 1000;
  const child = spawn(executable, args, {
    cwd,
    env: appEnv,
    detached: ownsProcessGroup,
    windowsHide: false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const untie = tieToThisProcess(child);
  let lines = '';
  let errors = '';
  /** @type {'waiting' | 'given-up' | 'settled'} */
  let state = 'waiting';
  return new Promise((resolve) => {
    /** @param {Launched} launched */
    const settle = (launched) => {
      state = 'settled';
      clearTimeout(clock);
      untie();
      resolve(launched);
    };
    const clock = setTimeout(() => {
      state = 'given-up';
      const clue =
        errors.trim() === ''
          ? ''
          : ` (${explainLaunchFailure({ executable, errors, code: null, signal: null })})`;
      const reason = `no window was ready after ${formatDuration(waitMs)}${clue}`;
      void endProcessTree(child).then(() => settle({ ok: false, reason }));
    }, waitMs);

    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      if (state !== 'waiting') return;
      lines = (lines + chunk.toString('utf8')).slice(-keptCharacters);
      const written = lines.split(/\r?\n/u);
      if (!written.includes(readyLine) && !written.includes(handedOverLine)) return;
      settle({ ok: true, child, lastErrors: () => errors.trim().split('\n').slice(-5).join('\n') });
    });
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      errors = (errors + chunk.toString('utf8')).slice(-keptCharacters);
    });
    child.once('error', (error) => {
      if (state === 'waiting') {
        settle({ ok: false, reason: `it could not be started (${error.message})` });
      }
    });
    child.once('exit', (code, signal) => {
      if (state !== 'waiting') return;
      clearTimeout(clock);
      const tell = () => {
        if (state === 'waiting')
          settle({ ok: false, reason: explainLaunchFailure({ executable, errors, code, signal }) });
      };
      // What it still wrote gets a moment to arrive, also when something it left behind holds its streams open.
      const late = setTimeout(tell, 500);
      child.once('close', () => {
        clearTimeout(late);
        tell();
      });
    });
  });
}

/** @param {NodeJS.ProcessEnv} env */
function waitSeconds(env) {
  const seconds = Number(env['DATELINE_READY_WAIT']);
  return seconds > 0 ? seconds : defaultWaitSeconds;
}
