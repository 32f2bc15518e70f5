// @ts-check
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { listChromiumCandidates } from './chromium-candidates.mjs';
import {
  chromiumCommand,
  installDebianChromium,
  installPlaywrightChromium,
} from './chromium-install.mjs';
import { findChromiumFault } from './chromium-probe.mjs';
import { cacheFolderOf } from './project.mjs';
import { isRecord, readRecordIfAny } from './read-text.mjs';
import { forgetFailure, recallFailure, rememberFailure } from './recent-failure.mjs';

/**
 * A browser that has launched and answered, or a message for the person with the command to run.
 *
 * @typedef {{ok: true, executable: string} | {ok: false, message: string}} FoundChromium
 */

/**
 * What the browser is for: `window` shows the app to a person, in its sandbox; `test` is driven without one.
 *
 * @typedef {'window' | 'test'} ChromiumUse
 */

/**
 * A Chromium for these tasks: the one DATELINE_CHROMIUM names; else the one found the last time, unless its file has
 * changed; else Playwright's own, or an installed one; else one installed now. Each counts only once it has really
 * launched. For a window, an installation that failed is not tried again within ten minutes.
 *
 * @param {string} root the checkout, its dependencies installed
 * @param {ChromiumUse} use
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<FoundChromium>}
 */
export async function ensureChromium(root, use, say) {
  const sandbox = use === 'window';
  const chosen = process.env['DATELINE_CHROMIUM'];
  if (chosen) {
    const fault = await findChromiumFault(chosen, { sandbox });
    return fault === null
      ? { ok: true, executable: chosen }
      : {
          ok: false,
          message: `DATELINE_CHROMIUM is set to ${chosen}, which does not start: ${fault}`,
        };
  }
  const remembered = recallChromium(root, use);
  if (remembered !== null) return { ok: true, executable: remembered };

  /** @type {string[]} */
  const faults = [];
  /** @type {Set<string>} */
  const asked = new Set();
  const search = async () => {
    for (const candidate of await listCandidates()) {
      if (asked.has(candidate) || !existsSync(candidate)) continue;
      asked.add(candidate);
      const fault = await findChromiumFault(candidate, { sandbox });
      if (fault === null) {
        rememberChromium(root, use, candidate);
        return candidate;
      }
      faults.push(`${candidate} does not start (${fault})`);
    }
    return null;
  };

  const attempt = /** @type {const} */ ({
    cacheFolder: cacheFolderOf(root),
    what: 'chromium',
    settings: use,
  });
  let executable = await search();
  if (executable === null && (use === 'test' || recallFailure(attempt, Date.now()) === null)) {
    for (const install of [installPlaywrightChromium, installDebianChromium]) {
      if (executable === null && (await install(root, say))) executable = await search();
    }
    if (executable === null) rememberFailure(attempt, 'it could not be installed', Date.now());
    else forgetFailure(attempt);
  }
  if (executable !== null) return { ok: true, executable };
  const found = faults.length === 0 ? 'none is installed' : faults.join('; ');
  return {
    ok: false,
    message: `No browser of the Chromium family can be used: ${found}, and none could be installed. Run this and try again: ${chromiumCommand()}`,
  };
}

/** @returns {Promise<readonly string[]>} */
async function listCandidates() {
  const { chromium } = await import('playwright');
  const installed = listChromiumCandidates({
    platform: process.platform,
    env: process.env,
    homeFolder: homedir(),
  });
  return [chromium.executablePath(), ...installed];
}

/**
 * @param {string} root
 * @param {ChromiumUse} use
 * @returns {string | null}
 */
function recallChromium(root, use) {
  const entry = readRecordIfAny(cachePath(root))[use];
  if (!isRecord(entry) || typeof entry['path'] !== 'string') return null;
  const now = statSync(entry['path'], { throwIfNoEntry: false });
  return now?.mtimeMs === entry['mtimeMs'] ? entry['path'] : null;
}

/**
 * @param {string} root
 * @param {ChromiumUse} use
 * @param {string} path
 */
function rememberChromium(root, use, path) {
  const entry = { path, mtimeMs: statSync(path).mtimeMs };
  writeFileSync(
    cachePath(root),
    JSON.stringify({ ...readRecordIfAny(cachePath(root)), [use]: entry }),
  );
}

/** @param {string} root */
function cachePath(root) {
  return join(cacheFolderOf(root), 'chromium.json');
}
