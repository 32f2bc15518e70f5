import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumFlags } from '../../scripts/bootstrap/chromium-probe.mjs';
import { waitLimitMs } from '../../scripts/testing/limits.mjs';

/** A Chromium that we started ourselves, so that it can be killed as a whole and in parts. */
export interface TortureBrowser {
  /** A new page at `address`, in the one profile there is. */
  open(address: string): Promise<Page>;
  /** Kills the processes that run its pages, as a crash of the page does. */
  killPages(): Promise<void>;
  /** Kills it with all its processes, and waits until they are gone. */
  kill(): Promise<void>;
}

/** Starts `executable` on a profile, without a window. */
export async function startBrowser(
  executable: string,
  profileFolder: string,
): Promise<TortureBrowser> {
  const child = spawn(
    executable,
    [
      ...chromiumFlags(),
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profileFolder}`,
      '--no-default-browser-check',
      '--password-store=basic',
      '--lang=en-GB',
      '--window-size=1440,900',
      'about:blank',
    ],
    // A group of its own: what it starts dies with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  return {
    open: (address) => openPage(browser, address),
    killPages: () => killPages(browser),
    kill: async () => {
      killGroup(child);
      await gone;
      await browser.close();
    },
  };
}

async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('the browser has no output');
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    stderr.resume();
    return address;
  }
  throw new Error('the browser ended without an address');
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no profile');
  context.setDefaultTimeout(waitLimitMs);
  const page = await context.newPage();
  // What is still unsaved is not asked about: nobody is there to answer.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.goto(address);
  return page;
}

/** What `SystemInfo.getProcessInfo` of the Chrome DevTools Protocol answers. */
interface ProcessInfo {
  readonly processInfo: readonly { readonly type: string; readonly id: number }[];
}

async function killPages(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo }: ProcessInfo = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') kill(id);
  await session.detach();
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) kill(-pid);
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
}
