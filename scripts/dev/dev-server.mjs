// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownsProcessGroup } from '../bootstrap/process-tree.mjs';
import { isRecord } from '../bootstrap/read-text.mjs';
import { loopbackArguments } from '../bootstrap/start-loopback.mjs';

/**
 * Starts the built loopback shell on data that will be thrown away, with the samples opened.
 *
 * @param {string} root the checkout, built
 * @param {string} folder where the data goes
 * @returns {Promise<{child: import('node:child_process').ChildProcess, address: URL}>} its address with a one-time key
 */
export async function startThrowAwayShell(root, folder) {
  const args = loopbackArguments(
    {
      data: join(folder, 'data'),
      exports: join(folder, 'exports'),
      port: null,
      files: listSamples(root),
    },
    null,
  );
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'loopback.cjs'), ...args], {
    cwd: root,
    detached: ownsProcessGroup,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const address = /^Dateline is open at (\S+)$/u.exec(line)?.[1];
      if (address !== undefined) resolve({ child, address: new URL(address) });
    });
    lines.once('close', () => reject(new Error('the loopback shell ended without an address')));
  });
}

/**
 * Serves the renderer's sources with hot reload. The page's socket and its admission go to the loopback shell; this
 * server vouches for them, so that the shell's own checks stay as they are. The page has no content security policy
 * here, since hot reload needs inline scripts.
 *
 * @param {string} root the checkout
 * @param {URL} shellAddress the shell's address with its one-time key
 * @returns {Promise<{address: string, close: () => Promise<void>}>} the same key at this server's address
 */
export async function serveRenderer(root, shellAddress) {
  const { createServer, loadConfigFromFile } = await import('vite');
  const loaded = await loadConfigFromFile(
    { command: 'serve', mode: 'development' },
    join(root, 'electron.vite.config.ts'),
    root,
  );
  /** @type {unknown} */
  const config = loaded?.config;
  const renderer = isRecord(config) ? config['renderer'] : undefined;
  if (!isRecord(renderer)) throw new Error('electron.vite.config.ts has no renderer');
  const target = shellAddress.origin;
  const server = await createServer({
    ...renderer,
    configFile: false,
    mode: 'development',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      proxy: {
        '^/desktop$': {
          target,
          ws: true,
          changeOrigin: true,
          configure: (proxy) => {
            proxy.on('proxyReqWs', (request) => request.setHeader('origin', target));
          },
        },
        '^/\\?key=': { target, changeOrigin: true },
      },
    },
  });
  await server.listen();
  const served = server.resolvedUrls?.local[0];
  if (served === undefined) throw new Error('the development server has no address');
  const address = new URL(served);
  address.search = shellAddress.search;
  return { address: address.href, close: () => server.close() };
}

/** @param {string} root */
function listSamples(root) {
  const folder = join(root, 'resources', 'samples');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}
