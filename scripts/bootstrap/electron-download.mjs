// @ts-check
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainDownloadFailure } from './download-failure.mjs';
import { parseDownloadReport } from './download-report.mjs';
import { nodeOptionsFor } from './node-version.mjs';
import { run } from './run.mjs';
import { formatDuration } from './say.mjs';

const defaultWaitSeconds = 120;
const sayEveryMs = 5000;

/** How many times the allowed silence a download may take in all: a trickle is no download. */
const limitInSilences = 10;

/**
 * Fetches the Electron runtime with the electron package's own installer, in a child process that is ended when
 * nothing comes for DATELINE_ELECTRON_WAIT seconds (120), or when ten times that is over. What a failure leaves
 * half-done is removed, so that the next try begins anew.
 *
 * @param {object} options
 * @param {string} options.packageFolder the installed `electron` package
 * @param {string} options.cacheFolder where the download may grow before it is checked
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./say.mjs').Say} options.say
 * @returns {Promise<string | null>} why it failed, without a full stop; null when it was fetched and unpacked
 */
export async function fetchElectron({ packageFolder, cacheFolder, env, say }) {
  const growing = mkdtempSync(join(cacheFolder, 'electron-'));
  const silenceMs = waitSeconds(env) * 1000;
  const limitMs = silenceMs * limitInSilences;
  /** @type {string[]} */
  const faults = [];
  let totalBytes = 0;
  let saidAt = 0;
  removeHalfDone(packageFolder);
  try {
    const outcome = await run(
      process.execPath,
      [
        ...nodeOptionsFor(process.versions.node),
        '--import',
        pathToFileURL(join(import.meta.dirname, 'report-downloads.mjs')).href,
        join(packageFolder, 'install.js'),
      ],
      {
        cwd: packageFolder,
        env: downloadEnvironment(env, growing),
        silenceMs,
        limitMs,
        measure: () => bytesIn(growing),
        onMessage: (message) => {
          const report = parseDownloadReport(message);
          if (report?.kind === 'total') totalBytes = report.bytes;
          if (report?.kind === 'fault') faults.push(report.code);
        },
        onTick: (elapsedMs) => {
          if (elapsedMs - saidAt < sayEveryMs) return;
          saidAt = elapsedMs;
          say(
            `  ${describeProgress(bytesIn(growing), totalBytes)}, after ${formatDuration(elapsedMs)}`,
          );
        },
      },
    );
    if (outcome.ending === 'itself' && outcome.code === 0) return null;
    removeHalfDone(packageFolder);
    return explainDownloadFailure({ ...outcome, faults, silenceMs, limitMs });
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env */
function waitSeconds(env) {
  const seconds = Number(env['DATELINE_ELECTRON_WAIT']);
  return seconds > 0 ? seconds : defaultWaitSeconds;
}

/**
 * @param {number} bytes
 * @param {number} totalBytes 0 when not known
 */
function describeProgress(bytes, totalBytes) {
  const megabytes = Math.floor(bytes / 1_000_000);
  if (bytes === 0) return 'nothing has come yet';
  if (totalBytes === 0) return `${megabytes} MB have come`;
  return bytes < totalBytes
    ? `${megabytes} of ${Math.ceil(totalBytes / 1_000_000)} MB have come`
    : 'all has come: checking and unpacking';
}

/**
 * The download goes to a temporary folder that can be watched and removed, and through the proxy of the environment.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} temporaryFolder
 * @returns {NodeJS.ProcessEnv}
 */
function downloadEnvironment(env, temporaryFolder) {
  const proxy = env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy'];
  return {
    ...env,
    ...(proxy ? { ELECTRON_GET_USE_PROXY: 'true' } : {}),
    ELECTRON_GET_NO_PROGRESS: 'true',
    TMPDIR: temporaryFolder,
    TEMP: temporaryFolder,
    TMP: temporaryFolder,
  };
}

/** @param {string} packageFolder */
function removeHalfDone(packageFolder) {
  rmSync(join(packageFolder, 'dist'), { recursive: true, force: true });
  rmSync(join(packageFolder, 'path.txt'), { force: true });
}

/**
 * @param {string} folder
 * @returns {number} 0 also when files come and go while it is read
 */
function bytesIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}
