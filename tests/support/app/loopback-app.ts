import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { isRoot } from '../../../scripts/bootstrap/display.mjs';
import { browserArguments } from '../../../src/main/loopback/browser';

const root = resolve(import.meta.dirname, '../../..');

/** Where a running program keeps its things; a test may give folders of its own to use them twice. */
export interface AppFolders {
  readonly data: string;
  readonly exports: string;
  readonly profile: string;
}

/** The program in its loopback shell, with a page of a persistent profile open on it. */
export interface LoopbackApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly folders: AppFolders;
  readonly server: ChildProcess;
  /** The address printed, with its one-time key. */
  readonly address: string;
  /** Errors and warnings that the page wrote to its console, and what it threw. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folders?: AppFolders;
  readonly files?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly language?: string;
}

/** Folders of their own under the system's temporary folder. */
export async function makeFolders(): Promise<AppFolders> {
  const base = await mkdtemp(join(tmpdir(), 'dateline-app-'));
  return {
    data: join(base, 'data'),
    exports: join(base, 'exports'),
    profile: join(base, 'profile'),
  };
}

/** Removes what `makeFolders` made. */
export async function removeFolders({ data }: AppFolders): Promise<void> {
  await rm(resolve(data, '..'), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Starts the built program and opens its page, as a person would who follows the printed address. */
export async function launchLoopbackApp(options: LaunchOptions = {}): Promise<LoopbackApp> {
  const folders = options.folders ?? (await makeFolders());
  const server = startServer(folders, options.files ?? []);
  const address = await readAddress(server);
  const executablePath = process.env['DATELINE_CHROMIUM'];
  const context = await chromium.launchPersistentContext(folders.profile, {
    args: [...windowArguments(address, folders.profile)],
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.language ?? 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  context.setDefaultTimeout(10_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(address);
  return {
    page,
    context,
    folders,
    server,
    address,
    complaints,
    close: async () => {
      await context.close();
      await endServer(server);
      if (!options.folders) await removeFolders(folders);
    },
  };
}

/** What the program's own window is started with, but for what Playwright sets itself. */
function windowArguments(address: string, profileFolder: string): readonly string[] {
  const wish = {
    address,
    profileFolder,
    platform: process.platform,
    isRoot: isRoot(),
    environment: { DATELINE_DISABLE_GPU: '1' },
  };
  return browserArguments(wish).filter((one) => !/^--(?:app|user-data-dir)=/.test(one));
}

/** Starts the program once more on the same folders, as a second start does while the first is running. */
export async function startAgain(
  folders: AppFolders,
  files: readonly string[],
): Promise<{ readonly address: string; readonly exitCode: number | null }> {
  const server = startServer(folders, files);
  const gone = new Promise((settle) => server.once('exit', settle));
  const address = await readAddress(server);
  await gone;
  return { address, exitCode: server.exitCode };
}

/** Ends the server as a crash or `kill -9` does: it has no time for anything. */
export async function killServer(server: ChildProcess): Promise<void> {
  const gone = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGKILL');
  await gone;
}

/** Ends the server as Ctrl+C does and waits until it is gone. */
export async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGINT');
  await gone;
}

function startServer({ data, exports }: AppFolders, files: readonly string[]): ChildProcess {
  const args = [
    'out/main/loopback.cjs',
    '--no-window',
    '--data',
    data,
    '--exports',
    exports,
    ...files,
  ];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: stdout })) {
    const address = /Dateline is open at (http:\S+)/.exec(line)?.[1];
    if (address) {
      stdout.resume();
      return address;
    }
  }
  throw new Error('the server ended without an address');
}
