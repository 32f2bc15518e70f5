import type { RowGroup } from './row';

/** What the subject takes to tell what lies under the pointer. */
export const pointing: RowGroup = {
  rows: ['hit'],
  needsOpen: true,
  measure: async ({ window, runs }) => {
    const hit: number[] = [];
    for (let turn = 0; turn <= runs; turn += 1) {
      const value = await window.page.evaluate(() => probe.timeHits());
      await window.rest();
      if (turn > 0) hit.push(value);
    }
    return { hit };
  },
};
