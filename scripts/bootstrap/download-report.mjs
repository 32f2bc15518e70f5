// @ts-check
import { subscribe } from 'node:diagnostics_channel';
import { isRecord } from './read-text.mjs';

/**
 * What a download tells of itself: how many bytes it will have, or the system's code for what went wrong, which the
 * tool's own words leave out.
 *
 * @typedef {{kind: 'total', bytes: number} | {kind: 'fault', code: string}} DownloadReport
 */

/**
 * What came over the channel, as a report; null when it is anything else.
 *
 * @param {unknown} message
 * @returns {DownloadReport | null}
 */
export function parseDownloadReport(message) {
  if (!isRecord(message)) return null;
  const { kind, bytes, code } = message;
  if (kind === 'total' && typeof bytes === 'number') return { kind, bytes };
  if (kind === 'fault' && typeof code === 'string') return { kind, code };
  return null;
}

/**
 * Reports, over Node's channel to the parent, on every fetch of this process.
 * https://undici.nodejs.org/#/docs/api/DiagnosticsChannel
 */
export function reportDownloads() {
  // The parent listens as long as there is something to hear; the channel must not keep this process alive.
  process.channel?.unref();

  subscribe('undici:client:connectError', reportFault);
  subscribe('undici:request:error', reportFault);
  subscribe('undici:request:headers', (event) => {
    const response = isRecord(event) ? event['response'] : undefined;
    if (!isRecord(response) || response['statusCode'] !== 200) return;
    const headers = response['headers'];
    if (!Array.isArray(headers)) return;
    const texts = headers.map(String);
    const place = texts.findIndex((text) => text.toLowerCase() === 'content-length');
    const bytes = Number(texts[place + 1]);
    if (place !== -1 && bytes > 0) send({ kind: 'total', bytes });
  });
}

/** @param {unknown} event */
function reportFault(event) {
  const error = isRecord(event) ? event['error'] : undefined;
  const code = codeOf(error);
  if (code !== null) send({ kind: 'fault', code });
}

/** @param {DownloadReport} report */
function send(report) {
  if (process.connected) process.send?.(report);
}

/**
 * @param {unknown} error
 * @returns {string | null}
 */
function codeOf(error) {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const [first] = error instanceof AggregateError ? error.errors : [error.cause];
  return first === undefined ? null : codeOf(first);
}
