import { once } from 'node:events';
import { readFile } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Files of a folder on a port of this machine alone. */
export interface ServedFolder {
  /** Without a slash at its end. */
  readonly address: string;
  close(): void;
}

/** Serves `folder` until it is closed. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = join(folder, normalize(`/${decodeURIComponent(pathname)}`));
    const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
    readFile(path, (fault, body) => {
      if (fault) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
