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

/** Takes the page in a small window and in a narrow one, and gives it back its usual size. */
export async function photographSmaller(
  page: Page,
  photograph: (name: string) => Promise<void>,
): Promise<void> {
  for (const [name, size] of [
    ['small', { width: 1024, height: 700 }],
    ['narrow', { width: 820, height: 700 }],
  ] as const) {
    await page.setViewportSize(size);
    await photograph(name);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
