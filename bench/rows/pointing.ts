import { openBrowser } from '../run/browser';
import type { RowGroup, RowGroupApart, TurnContext } from './row';
import { turnsOf } from './turns';

/** What a move of the pointer costs the subject, with its own handlers. */
export const pointing: RowGroup = {
  rows: ['hit'],
  needsOpen: true,
  measure: async (context) => {
    const { window } = context;
    return {
      hit: await repeat(context, async () => {
        const value = await window.page.evaluate(() => probe.timeHits());
        await window.rest();
        return value;
      }),
    };
  },
};

/** What the bare look-up of what lies at a place takes. */
export const lookingUp: RowGroup = {
  rows: ['hit-lookup'],
  subjects: ['mark', 'recogito-span', 'recogito-highlight'],
  needsOpen: true,
  measure: async (context) => {
    const { window } = context;
    return {
      'hit-lookup': await repeat(context, async () => {
        const value = await window.page.evaluate(() => probe.timeLookUps());
        await window.rest();
        return value;
      }),
    };
  },
};

/** The same of the program's index, in its reader alone: its own window offers no way to ask. */
export const lookingUpInReader: RowGroupApart = {
  rows: ['hit-lookup'],
  subjects: ['dateline'],
  measure: async (context) => {
    const { host, folder, shape } = context;
    const browser = await openBrowser(host.executable, folder);
    try {
      await browser.addInitScript({ content: host.pages.probe });
      const page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(`${host.address}/reader.html?${new URLSearchParams({ shape: shape.name })}`);
      const [{ title }] = shape.documents;
      await page.waitForFunction((wanted) => document.title === wanted, title);
      return {
        'hit-lookup': await repeat(context, async () => {
          // What follows an opening is over, and a turn of the loop is not one of the last.
          await page.waitForTimeout(resting);
          return page.evaluate(() => probe.timeLookUps());
        }),
      };
    } finally {
      await browser.close();
    }
  },
};

/** How long the page is left alone before each value, in milliseconds. */
const resting = 500;

async function repeat(
  context: TurnContext,
  measure: () => Promise<number>,
): Promise<readonly number[]> {
  const values: number[] = [];
  for (const turn of turnsOf(context)) {
    const value = await measure();
    if (turn > 0) values.push(value);
  }
  return values;
}
