import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { findRendererFile } from '../desktop/renderer-file';
import { type Answer, notAdmitted, notAllowed, notFound, notFromHere } from './answers';
import { handoverPath } from './handover-messages';
import { hostOf, originOf } from './origin';
import type { Visitors } from './visitors';

/** One request, as it came. */
export interface PageRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Reads the body; only done where one is wanted. */
  readBody(): Promise<string>;
}

/** What the answers are made from. */
export interface Site {
  readonly port: number;
  readonly rendererFolder: string;
  readonly visitors: Visitors;
  /** Answers a second start that posts its files. */
  takeHandover(authorization: string | undefined, body: string): Promise<Answer>;
}

/** The answer to one request: the page's files for whoever was admitted, plain words for anybody else. */
export async function answerRequest(request: PageRequest, site: Site): Promise<Answer> {
  const { method, target, headers } = request;
  if (headers.host !== hostOf(site.port) || !target.startsWith('/')) return notFromHere;
  if (isFromAnotherPage(headers, site.port)) return notFromHere;
  const [path = '', query = ''] = splitOnce(target, '?');
  if (method === 'POST' && path === handoverPath) {
    if (headers.origin === undefined) return notFromHere;
    return site.takeHandover(headers.authorization, await request.readBody());
  }
  if (method !== 'GET' && method !== 'HEAD') return notAllowed;
  const key = path === '/' && method === 'GET' ? new URLSearchParams(query).get('key') : null;
  if (key !== null) {
    const cookie = site.visitors.admit(key);
    return cookie === null ? notAdmitted : welcome(cookie);
  }
  if (!site.visitors.isAdmitted(headers.cookie)) return notAdmitted;
  const file = await findRendererFile(site.rendererFolder, path);
  if (file === null) return notFound;
  return {
    status: 200,
    headers: { 'Content-Type': file.mediaType, 'Cache-Control': file.cacheControl },
    body: await readFile(file.path),
  };
}

/** Whether a page of ours asks for the socket: the same checks as for a file, and the origin, which a socket always names. */
export function mayOpenSocket(headers: IncomingHttpHeaders, site: Site): boolean {
  return (
    headers.host === hostOf(site.port) &&
    headers.origin === originOf(site.port) &&
    site.visitors.isAdmitted(headers.cookie)
  );
}

/**
 * Whether a page of another origin asks, by what browsers add to its requests (Fetch Metadata). Pages of other ports
 * count as the same site, so that their requests bear our cookie. Following a link is no such request.
 */
function isFromAnotherPage(headers: IncomingHttpHeaders, port: number): boolean {
  if (headers.origin !== undefined && headers.origin !== originOf(port)) return true;
  if (headers['sec-fetch-mode'] === 'navigate') return false;
  return !['same-origin', 'none'].includes(headers['sec-fetch-site'] ?? 'none');
}

/** Sends the visitor on to the address without the key, so that none stays in the address bar or the history. */
function welcome(cookie: string): Answer {
  return {
    status: 303,
    headers: { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
    body: '',
  };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
