// @ts-check
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecordIfAny } from './read-text.mjs';

/** How long a failed download is not tried again, so that a person offline does not wait at every start. */
export const retryAfterMs = 10 * 60_000;

/**
 * Which download failed, where it is remembered, and under which settings: with other settings it is another try.
 *
 * @typedef {object} Attempt
 * @property {string} cacheFolder
 * @property {'electron' | 'chromium'} what
 * @property {string} settings
 */

/**
 * The failure of the same attempt within the last ten minutes, or null.
 *
 * @param {Attempt} attempt
 * @param {number} now milliseconds since the epoch
 * @returns {{reason: string, agoMs: number} | null}
 */
export function recallFailure(attempt, now) {
  const { at, settings, reason } = readRecordIfAny(pathOf(attempt));
  if (typeof at !== 'number' || typeof reason !== 'string') return null;
  if (settings !== attempt.settings) return null;
  const agoMs = now - at;
  return agoMs >= 0 && agoMs < retryAfterMs ? { reason, agoMs } : null;
}

/**
 * Remembers that an attempt failed.
 *
 * @param {Attempt} attempt
 * @param {string} reason
 * @param {number} now milliseconds since the epoch
 */
export function rememberFailure(attempt, reason, now) {
  writeFileSync(pathOf(attempt), JSON.stringify({ at: now, settings: attempt.settings, reason }));
}

/**
 * Forgets it, after a success.
 *
 * @param {Attempt} attempt
 */
export function forgetFailure(attempt) {
  rmSync(pathOf(attempt), { force: true });
}

/** @param {Attempt} attempt */
function pathOf({ cacheFolder, what }) {
  return join(cacheFolder, `${what}-failure.json`);
}
