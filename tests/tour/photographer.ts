import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes numbered screenshots of one page, each in light and in dark. */
export function photographer(page: Page, folder: string): (name: string) => Promise<void> {
  let count = 0;
  return async (name) => {
    count += 1;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const number = String(count).padStart(2, '0');
      await page.screenshot({ path: join(folder, `${number}-${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
}
