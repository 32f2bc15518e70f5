import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, test as base, expect } from '@playwright/test';
import { DatelinePage } from './dateline-page';
import {
  type LaunchOptions,
  type LoopbackApp,
  launchLoopbackApp,
  launchSharedBrowser,
} from './loopback-app';

/** A folder of the test's own, for files to open. */
export interface Desk {
  readonly folder: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
}

interface Fixtures {
  /** How the program is started. */
  launch: LaunchOptions;
  /** Whether its store is on the disk, in a browser of the test's own; otherwise it is in the memory of the shared one. */
  durable: boolean;
  /** Complaints of the page that belong to the test; any other fails it. */
  expectedComplaints: readonly RegExp[];
  desk: Desk;
  /** A fresh program with an empty store. The test fails when the page has complained. */
  app: LoopbackApp;
  window: DatelinePage;
}

/** What the tests of one of Playwright's processes share. */
interface WorkerFixtures {
  /** Starting a browser takes longer than most tests, so one is shared, in which each program has a context of its own. */
  browser: Browser;
}

/** Playwright's `test`, with the program in its loopback shell. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  browser: [
    // Playwright reads what a fixture needs from this pattern, so it must be there.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, lend) => {
      const browser = await launchSharedBrowser();
      await lend(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  launch: [{}, { option: true }],
  durable: [false, { option: true }],
  expectedComplaints: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, lend) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-desk-'));
    await lend({
      folder,
      write: async (name, content) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
        return path;
      },
    });
    await rm(folder, { recursive: true, force: true });
  },
  app: async ({ launch, durable, browser, expectedComplaints }, lend) => {
    const app = await launchLoopbackApp(durable ? launch : { ...launch, browser });
    try {
      await expect(app.page.getByRole('contentinfo')).toBeVisible();
      // All contexts of a browser have one clipboard: what another test has copied is none of this one's.
      if (!durable) await app.page.evaluate(() => navigator.clipboard.writeText(''));
      await lend(app);
      refuseComplaints(app, expectedComplaints);
    } finally {
      await app.close();
    }
  },
  window: async ({ app }, lend) => {
    const window = new DatelinePage(app.page);
    await lend(window);
  },
});

export { expect };

/** Throws when the page has complained of anything but what is expected. */
export function refuseComplaints(app: LoopbackApp, expected: readonly RegExp[] = []): void {
  const unexpected = app.complaints.filter((text) => !expected.some((one) => one.test(text)));
  if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join('\n')}`);
}
