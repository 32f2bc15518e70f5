import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { pageHeaders } from '../desktop/page-policy';
import { findRendererFile } from '../desktop/renderer-file';
import { appScheme, pathOnApp } from './address';

/** Makes `app:` an origin of its own that is as good as https: modules, workers and IndexedDB. Only before `ready`. */
export function declareAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `folder`, absolute, as the app's only address. Only after `ready`. */
export function serveAppScheme(protocol: Protocol, folder: string): void {
  protocol.handle(appScheme, (request) => answerSafely(folder, request));
}

/** A file that cannot be read is a failure on this side, which is logged; the page is told no more than that. */
async function answerSafely(folder: string, request: Request): Promise<Response> {
  try {
    return await answer(folder, request);
  } catch (cause) {
    console.error('Dateline: a file of the page could not be read', cause);
    return refusal(500, 'Not working');
  }
}

/** Every answer carries the page's policy, the refusals too: a worker lives by the policy of its own script. */
async function answer(folder: string, { method, url }: Request): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Not allowed');
  const path = pathOnApp(url);
  const file = path === null ? null : await findRendererFile(folder, path);
  if (file === null) return refusal(404, 'Not found');
  const headers = {
    ...pageHeaders({ connect: [] }),
    'Content-Type': file.mediaType,
    'Cache-Control': file.cacheControl,
  };
  return new Response(method === 'HEAD' ? null : await readFile(file.path), { headers });
}

function refusal(status: number, words: string): Response {
  const headers = { ...pageHeaders({ connect: [] }), 'Content-Type': 'text/plain; charset=utf-8' };
  return new Response(words, { status, headers });
}
