import { type BrowserContext, chromium } from 'playwright';
import { chromiumFlags } from '../../scripts/bootstrap/chromium-probe.mjs';

/** A real browser on a persistent profile, with a window as the program has it. */
export async function openBrowser(
  executablePath: string,
  profile: string,
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumFlags()],
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  return context;
}
