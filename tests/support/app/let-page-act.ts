import type { Page } from '@playwright/test';

/**
 * Waits until the page has got round to what it had begun: a request made after all others is answered, and then nothing
 * else is to be done. What a hostile text would have run or asked for has been run or asked for by then.
 */
export function letPageAct(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await (await fetch(location.href)).text();
    for (let turn = 0; turn < 2; turn += 1)
      await new Promise((resolve) => requestIdleCallback(resolve));
  });
}
