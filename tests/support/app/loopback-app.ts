import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from '@playwright/test';
import { isRoot } from '../../../scripts/bootstrap/display.mjs';
import { waitLimitMs } from '../../../scripts/testing/limits.mjs';
import { browserArguments } from '../../../src/main/loopback/browser';

const root = resolve(import.meta.dirname, '../../..');

/** Where a running program keeps its things; a test may give folders of its own to use them twice. */
export interface AppFolders {
  readonly data: string;
  readonly exports: string;
  readonly profile: string;
}

/** The program in its loopback shell, with a page of a browser open on it. */
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
  /**
   * A browser to be shared with others: the page gets a context of its own in it, whose store is in memory and ends with
   * it. Without one, a browser is started on the profile, which is a window's own way and keeps the store on the disk.
   */
  readonly browser?: Browser;
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
  const context = await (options.browser
    ? openContext(options.browser, address, options)
    : openProfile(folders.profile, address, options));
  context.setDefaultTimeout(waitLimitMs);
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

/** An address that nothing answers at: what a shared browser may reach is told to each of its contexts. */
const nowhere = 'http://127.0.0.1:1';

/** Starts a browser for several programs, one after another or at once: with what their own windows are started with. */
export function launchSharedBrowser(): Promise<Browser> {
  return chromium.launch({ args: argumentsForPlaywright(nowhere, ''), ...foundExecutable() });
}

/** A context of its own in a browser that is shared, with the way out that the window's switches leave it: to its server. */
function openContext(
  browser: Browser,
  address: string,
  options: LaunchOptions,
): Promise<BrowserContext> {
  const valueOf = (name: string): string =>
    windowArguments(address, '')
      .find((one) => one.startsWith(`--${name}=`))
      ?.slice(name.length + 3) ?? '';
  return browser.newContext({
    ...contextOptions(options),
    proxy: {
      server: valueOf('proxy-server'),
      // Playwright parts the rules by commas where Chromium takes semicolons.
      bypass: valueOf('proxy-bypass-list').replaceAll(';', ','),
    },
  });
}

/** A browser of its own on a profile that stays, as a window has it. */
function openProfile(
  profile: string,
  address: string,
  options: LaunchOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    args: argumentsForPlaywright(address, profile),
    ...contextOptions(options),
    ...foundExecutable(),
  });
}

function contextOptions({ viewport, colorScheme, language }: LaunchOptions): BrowserContextOptions {
  return {
    viewport: viewport ?? { width: 1440, height: 900 },
    colorScheme: colorScheme ?? 'light',
    locale: language ?? 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  };
}

/** The browser that the commands found, as `npm test` passes it on. */
function foundExecutable(): { readonly executablePath?: string } {
  const executablePath = process.env['DATELINE_CHROMIUM'];
  return executablePath === undefined ? {} : { executablePath };
}

/** What the program's own window is started with, but for what Playwright sets itself. */
function argumentsForPlaywright(address: string, profileFolder: string): string[] {
  return windowArguments(address, profileFolder).filter(
    (one) => !/^--(?:app|user-data-dir)=/.test(one),
  );
}

function windowArguments(address: string, profileFolder: string): readonly string[] {
  return browserArguments({
    address,
    profileFolder,
    platform: process.platform,
    isRoot: isRoot(),
    environment: { DATELINE_DISABLE_GPU: '1' },
  });
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
