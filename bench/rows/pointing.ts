import type { RowContext, RowGroup } from './row';
import { turnsOf } from './turns';

/** What a move of the pointer costs the subject, with its own handlers. */
export const pointing: RowGroup = {
  rows: ['hit'],
  needsOpen: true,
  measure: async (context) => ({
    hit: await repeat(context, () => context.window.page.evaluate(() => probe.timeHits())),
  }),
};

/** What the bare look-up of what lies at a place takes, where the page offers one; the program's does not. */
export const lookingUp: RowGroup = {
  rows: ['hit-lookup'],
  subjects: ['mark', 'recogito-span', 'recogito-highlight'],
  needsOpen: true,
  measure: async (context) => ({
    'hit-lookup': await repeat(context, () =>
      context.window.page.evaluate(() => probe.timeLookUps()),
    ),
  }),
};

async function repeat(
  context: RowContext,
  measure: () => Promise<number>,
): Promise<readonly number[]> {
  const values: number[] = [];
  for (const turn of turnsOf(context)) {
    const value = await measure();
    await context.window.rest();
    if (turn > 0) values.push(value);
  }
  return values;
}
