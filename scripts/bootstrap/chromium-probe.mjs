// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './display.mjs';

const waitMs = 30_000;

/**
 * What a browser of ours is always told: to stay quiet on the network and not to ask; and as root, where it must be,
 * to do without its sandbox.
 *
 * @returns {string[]}
 */
export function chromiumFlags() {
  return [
    ...(isRoot() ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/**
 * Whether a browser really starts and answers: launched headless within half a minute, on a page that computes. A
 * package may be a stub, and a library may be missing.
 *
 * @param {string} executable
 * @param {object} options
 * @param {boolean} options.sandbox whether it has to start in its sandbox, as a window of ours does (never as root)
 * @returns {Promise<string | null>} why it did not, in one line; null when it answered
 */
export async function findChromiumFault(executable, { sandbox }) {
  // Not at the top: the commands are loaded before the dependencies are there.
  const { chromium } = await import('playwright');
  const profile = mkdtempSync(join(tmpdir(), 'dateline-probe-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless: true,
      chromiumSandbox: sandbox && !isRoot(),
      args: chromiumFlags(),
      timeout: waitMs,
      acceptDownloads: false,
    });
    try {
      context.setDefaultTimeout(waitMs);
      const page = context.pages()[0] ?? (await context.newPage());
      const answer = await page.evaluate('6 * 7');
      return answer === 42 ? null : 'its page does not compute';
    } finally {
      await context.close();
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.split('\n')[0] ?? text;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
