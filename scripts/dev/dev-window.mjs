// @ts-check
import { chromiumFlags } from '../bootstrap/chromium-probe.mjs';
import { isRoot } from '../bootstrap/display.mjs';

/**
 * Opens a browser window on an address, with a profile of its own.
 *
 * @param {string} executable
 * @param {string} profileFolder
 * @param {string} address
 * @returns {Promise<{closed: Promise<void>, close: () => Promise<void>}>} `closed` settles when the person closes it
 */
export async function openDevWindow(executable, profileFolder, address) {
  const { chromium } = await import('playwright');
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath: executable,
    headless: false,
    viewport: null,
    chromiumSandbox: !isRoot(),
    args: chromiumFlags(),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const closed = new Promise((resolve) => context.once('close', resolve)).then(() => undefined);
  const page = context.pages()[0] ?? (await context.newPage());
  page.once('close', () => void context.close());
  await page.goto(address);
  return { closed, close: () => context.close() };
}
