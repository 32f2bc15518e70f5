import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { systemErrorName } from './file-error';

/** A file of the built page. */
export interface RendererFile {
  /** Absolute. */
  readonly path: string;
  readonly mediaType: string;
  /** `no-store` for pages, for good when the name carries a hash of the contents, asked again otherwise. */
  readonly cacheControl: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/**
 * The file that a URL's path (`/`, `/assets/index-BX3k9.js`) names within `folder`; null when there is none. Nothing
 * outside the folder is ever named, by dots, encoded dots, links or otherwise.
 */
export async function findRendererFile(
  folder: string,
  urlPath: string,
): Promise<RendererFile | null> {
  const names = namesOf(urlPath);
  if (names === null) return null;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...(names.length === 0 ? ['index.html'] : names)));
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
    const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return { path, mediaType, cacheControl: cacheControlOf(path) };
  } catch (cause) {
    if (isNotThere(cause) || systemErrorName(cause) !== null) return null;
    throw cause;
  }
}

/** What Electron raises for a name that its archive does not hold has a code, but names no call of the system. */
function isNotThere(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/** The decoded parts of a URL's path; null for one that could name anything but a file below the folder. */
function namesOf(urlPath: string): readonly string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\\\0:]/.test(decoded)) return null;
  const names = decoded.slice(1).split('/');
  if (names.length === 1 && names[0] === '') return [];
  return names.some((name) => name === '' || name.startsWith('.')) ? null : names;
}

/** Vite's built assets carry eight characters of a hash before their extension. */
function cacheControlOf(path: string): string {
  if (extname(path) === '.html') return 'no-store';
  const isHashed = path.includes(`${sep}assets${sep}`) && /-[\w-]{8}\.\w+$/.test(path);
  return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
