// @ts-check
import { formatDuration } from './say.mjs';

/**
 * What is known of a download that failed.
 *
 * @typedef {object} FailedDownload
 * @property {import('./run.mjs').Ending} ending
 * @property {string} output what the tool wrote
 * @property {readonly string[]} faults the system's codes, in the order in which they came
 * @property {number} silenceMs the silence that was allowed
 * @property {number} limitMs the time that was allowed in all
 */

/** Signs in the tool's words, and what they mean. The first that occurs counts. */
const signs = /** @type {const} */ ([
  [
    /ChecksumMismatch|did not match expected checksum/u,
    'what came is not the published file (its checksum differs)',
  ],
  [/NoChecksumFound/u, 'no checksum is known for this kind of machine'],
  [/ENOSPC/u, 'the disk is full'],
  [/EACCES|EPERM|EROFS/u, 'the file may not be written here'],
  [/TypeError: terminated/u, 'the download broke off before its end'],
  [
    /Electron builds are not available|does not have a published/u,
    'there is none for this kind of machine',
  ],
]);

/** The system's codes, and what they mean. */
const codes = /** @type {const} */ ([
  [
    /^(ENOTFOUND|EAI_AGAIN)$/u,
    'the name of the site could not be resolved; this machine may be offline',
  ],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/u, 'the site could not be reached'],
  [
    /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/u,
    'the site did not answer in time',
  ],
  [/CERT|SIGNATURE|^ERR_TLS/u, 'the site’s certificate was not accepted'],
  [/^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/u, 'the connection was closed without an answer'],
]);

/**
 * Why a download failed, in plain words without a full stop.
 *
 * @param {FailedDownload} failed
 * @returns {string}
 */
export function explainDownloadFailure({ ending, output, faults, silenceMs, limitMs }) {
  if (ending === 'silence') return `nothing came for ${formatDuration(silenceMs)}`;
  if (ending === 'limit') return `it was not done after ${formatDuration(limitMs)}`;
  if (ending === 'not-started') return `the download could not be started (${output})`;
  const status = /Response code (\d{3}) \(([^)]*)\)/u.exec(output);
  if (status) return `the site answered ${`${status[1]} ${status[2]}`.trim()}`;
  const sign = signs.find(([pattern]) => pattern.test(output));
  if (sign) return sign[1];
  for (const fault of faults.toReversed()) {
    const known = codes.find(([pattern]) => pattern.test(fault));
    if (known) return `${known[1]} (${fault})`;
  }
  if (/fetch failed/u.test(output)) return 'the site could not be reached';
  return firstErrorLine(output) ?? 'the download ended without a word';
}

/**
 * @param {string} output
 * @returns {string | null}
 */
function firstErrorLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error/iu.test(line)) ?? lines.find((line) => line !== '') ?? null;
}
