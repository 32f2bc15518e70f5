// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { followToEnd } from '../bootstrap/follow.mjs';
import { ownsProcessGroup } from '../bootstrap/process-tree.mjs';
import { readRecording } from './contacts.mjs';
import { enclose } from './enclosure.mjs';
import { outsideAddresses } from './outside-addresses.mjs';
import { judge } from './verdict.mjs';

/**
 * Runs a command enclosed, to its end.
 *
 * @param {object} wish
 * @param {readonly string[]} wish.command
 * @param {string} wish.cwd
 * @param {NodeJS.ProcessEnv} wish.env
 * @param {string} wish.file where the calls are recorded; it stays there
 * @returns {Promise<{exitCode: number, verdict: import('./verdict.mjs').Verdict}>}
 */
export async function watch({ command, cwd, env, file }) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const enclosed = enclose(file, command);
  const child = spawn(enclosed.command, enclosed.args, {
    cwd,
    env,
    detached: ownsProcessGroup,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exitCode = await followToEnd(child);
  return { exitCode, verdict: judge(readRecording(readFileSync(file, 'utf8'))) };
}

/**
 * Tries the watch out: goes outside on purpose, by a connection, a datagram and a browser.
 *
 * @param {object} wish
 * @param {string} wish.chromium its executable
 * @param {string} wish.cwd
 * @param {string} wish.file
 * @returns {Promise<string | null>} what it did not notice, without a full stop; null when it noticed everything
 */
export async function findBlindness({ chromium, cwd, file }) {
  const goOutside = join(import.meta.dirname, 'go-outside.mjs');
  const command = [process.execPath, goOutside, chromium];
  const { verdict } = await watch({ command, cwd, env: process.env, file });
  const unseen = Object.values(outsideAddresses)
    .map(({ host, port }) => `${host}:${port}`)
    .filter((address) => !verdict.elsewhere.some((line) => line.split(/[ ,]/u)[0] === address));
  return unseen.length === 0 ? null : `nothing was seen of ${unseen.join(' and ')}`;
}
