import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright';
import { waitLimitMs } from '../../../scripts/testing/limits.mjs';

/** How to start the browser that stands for Electron's own Chromium. */
export interface ChromiumOptions {
  /** The folder of the profile: with one, IndexedDB is on the disk, as in the app. */
  readonly profileFolder: string;
  /** Command-line switches that the program appended, by name. */
  readonly switches: ReadonlyMap<string, string>;
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

/**
 * The Chromium to test with: the one that `DATELINE_CHROMIUM` names, else Playwright's own where it is installed,
 * else the system's.
 */
export function chromiumPath(): string {
  const named = process.env['DATELINE_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const own = chromium.executablePath();
  return existsSync(own) ? own : '/usr/bin/chromium';
}

/** Starts Chromium with the program's switches. It does not start as root without `--no-sandbox`. */
export async function startChromium(options: ChromiumOptions): Promise<BrowserContext> {
  const switches = [...options.switches].map(([name, value]) =>
    value === '' ? `--${name}` : `--${name}=${value}`,
  );
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(options.profileFolder, {
    executablePath: chromiumPath(),
    headless: true,
    args: [...asRoot, ...switches],
    serviceWorkers: 'block',
    colorScheme: options.colorScheme,
    viewport: options.viewport,
  });
  context.setDefaultTimeout(waitLimitMs);
  return context;
}
