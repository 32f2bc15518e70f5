import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumFlags } from '../../scripts/bootstrap/chromium-probe.mjs';
import type { DocumentPlan } from '../documents/document';
import type { BenchHost } from './bench-host';
import { BenchWindow, limit } from './bench-window';

/** Where the program with its things in `folder` has the profile of its own window. */
export function browserFolderIn(folder: string): string {
  return join(folder, 'data', 'browser');
}

/**
 * Starts the program's server, and by it its browser, on what lies in `folder`, waits until `document` is drawn, and ends
 * both. Gives the milliseconds from asking for the server's process to the second animation frame after.
 */
export async function startCold(
  host: BenchHost,
  folder: string,
  document: DocumentPlan,
): Promise<number> {
  const portFile = join(browserFolderIn(folder), 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const browserPath = writeBrowser(host, folder);
  const args = [join(host.root, 'out', 'main', 'loopback.cjs'), '--data', join(folder, 'data')];
  const startedAt = Date.now();
  const server = spawn(process.execPath, [...args, '--browser', browserPath], {
    cwd: host.root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const browser = await attach(portFile);
    const page = await findPage(browser);
    const drawnAt = await seenAt(page, host, document.title);
    const window = new BenchWindow(page);
    await window.sees({ eye: 'known', is: document.annotations });
    await window.rest();
    await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => undefined);
    await until(() => !isHeld(browserFolderIn(folder)), 'the end of the browser');
    return drawnAt - startedAt;
  } finally {
    await end(server);
  }
}

/** A browser that draws no window and can be looked into, and is otherwise what the program starts. */
function writeBrowser({ executable }: BenchHost, folder: string): string {
  const path = join(folder, 'browser.sh');
  const flags = ['--headless=new', '--remote-debugging-port=0', '--window-size=1440,900'];
  const quoted = [executable, ...chromiumFlags(), ...flags].map(
    (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`,
  );
  writeFileSync(path, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 });
  return path;
}

/** Joins the browser that writes its port and address into `portFile` as soon as it listens. */
async function attach(portFile: string): Promise<Browser> {
  let lines: readonly string[] = [];
  await until(() => {
    lines = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    return lines.length === 2;
  }, 'the browser');
  const [port, path] = lines;
  return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
}

async function findPage(browser: Browser): Promise<Page> {
  let found: Page | undefined;
  await until(() => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    found = pages.find((page) => page.url().startsWith('http://127.0.0.1'));
    return found !== undefined;
  }, 'the page of the program');
  return found as Page;
}

/** When the document of this title was drawn, in milliseconds since the epoch by the system's clock. */
async function seenAt(page: Page, { pages }: BenchHost, title: string): Promise<number> {
  for (const deadline = Date.now() + limit; ; ) {
    try {
      await page.evaluate(pages.probe);
      return await page.evaluate((is) => probe.seenAt({ eye: 'ready', is }), title);
    } catch (thrown) {
      // The address with the key leads on to the one without: what was put into the first is gone then.
      if (Date.now() > deadline || page.isClosed()) throw thrown;
    }
  }
}

/** Whether a browser runs on this profile. */
function isHeld(profile: string): boolean {
  return lstatSync(join(profile, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
}

async function until(isMet: () => boolean, what: string): Promise<void> {
  for (const deadline = Date.now() + limit; !isMet(); await pause(5))
    if (Date.now() > deadline) throw new Error(`waited too long for ${what}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGINT');
  await gone;
}
