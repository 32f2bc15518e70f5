import { EventEmitter, once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { LoopbackOptions } from '../../../src/main/loopback/options';
import { run } from '../../../src/main/loopback/run';
import { temporaryFolder } from './temporary-folder';

/** One start of the loopback shell, in this process but on real sockets and folders. */
export interface TestStart {
  readonly dataFolder: string;
  readonly exportFolder: string;
  readonly said: readonly string[];
  readonly warned: readonly string[];
  /** The exit code, once it has ended. */
  readonly ended: Promise<number>;
  /** The address it printed, once it has; rejects when it ends without. */
  readonly address: Promise<URL>;
  interrupt(): void;
}

/** Starts the shell without a window, on a small page of the test's own, and interrupts it when the test is over. */
export async function startLoopback(options: Partial<LoopbackOptions> = {}): Promise<TestStart> {
  const folder = await temporaryFolder();
  const exportFolder = join(folder, 'exports');
  const full: LoopbackOptions = {
    files: [],
    dataFolder: join(folder, 'data'),
    exportFolder,
    rendererFolder: await pageIn(folder),
    ...options,
  };
  const said: string[] = [];
  const warned: string[] = [];
  const signals = new EventEmitter<{ interrupt: []; address: [URL] }>();
  const printed = new Promise<URL>((settle) => {
    signals.once('address', settle);
  });
  const ended = run(full, {
    home: folder,
    platform: process.platform,
    isRoot: false,
    environment: {},
    say: (line) => {
      said.push(line);
      const address = /^Dateline is open at (\S+)$/.exec(line)?.[1];
      if (address !== undefined) signals.emit('address', new URL(address));
    },
    warn: (paragraph) => void warned.push(paragraph),
    interrupted: once(signals, 'interrupt').then(() => undefined),
  });
  const endedEarly = ended.then((code) => {
    throw new Error(`ended with ${code}: ${warned.join(' ')}`);
  });
  endedEarly.catch(() => undefined);
  const address = Promise.race([printed, endedEarly]);
  address.catch(() => undefined);
  onTestFinished(async () => {
    signals.emit('interrupt');
    await ended;
  });
  return {
    dataFolder: full.dataFolder,
    exportFolder,
    said,
    warned,
    ended,
    address,
    interrupt: () => void signals.emit('interrupt'),
  };
}

async function pageIn(folder: string): Promise<string> {
  const page = join(folder, 'renderer');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(page, 'assets', 'index-12345678.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  return page;
}

/** What a server answered. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request as it is written, with the right `Host` unless `headers` has another. */
export function ask(
  port: number,
  target: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<TestAnswer> {
  return new Promise((settle, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path: target,
        method,
        agent: false,
        setHost: false,
        headers: { Host: `127.0.0.1:${port}`, ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Everything that every answer must carry: no source but the shell itself, nothing inline, nothing evaluated. */
export function policyOf(port: number): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
      `img-src 'self' data:; connect-src 'self' ws://127.0.0.1:${port}; worker-src 'self'; ` +
      "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
}

/** Someone who was let in. */
export interface TestVisitor {
  readonly port: number;
  readonly cookie: string;
}

/** Opens a printed address as a browser does, and keeps the cookie. */
export async function visit(start: TestStart): Promise<TestVisitor> {
  const address = await start.address;
  const port = Number(address.port);
  const answer = await ask(port, address.pathname + address.search);
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined)
    throw new Error(`not let in: ${answer.status}`);
  return { port, cookie };
}

/** Opens the page's socket as its page does, unless `headers` says otherwise. */
export function openSocket(
  { port, cookie }: TestVisitor,
  headers: Readonly<Record<string, string>> = {},
): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/desktop`, {
    headers: { Origin: `http://127.0.0.1:${port}`, Cookie: cookie, ...headers },
  });
  onTestFinished(() => socket.terminate());
  return socket;
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port was given');
      server.close(() => settle(address.port));
    });
  });
}
