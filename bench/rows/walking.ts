import type { RowGroup } from './row';

/** The next annotation by `N`, and the last from the first, by `P`, across the whole document; until drawn as selected. */
export const walking: RowGroup = {
  rows: ['next', 'next-far'],
  needsOpen: true,
  measure: async ({ window, runs }) => {
    const step = (key: string): Promise<number> =>
      window.time({ event: 'keydown', eye: 'selected', until: 'other' }, () =>
        window.page.keyboard.press(key),
      );
    const next: number[] = [];
    const far: number[] = [];
    await window.focusText();
    await window.page.keyboard.press('Control+Home');
    await step('n');
    for (let turn = 0; turn <= runs * 2; turn += 1) {
      await window.rest();
      const value = await step('n');
      if (turn > 0) next.push(value);
    }
    await window.page.keyboard.press('Control+Home');
    for (let back = 0; back <= runs * 2 + 1; back += 1) await step('p');
    for (let turn = 0; turn <= runs; turn += 1) {
      await window.rest();
      const value = await step(turn % 2 === 0 ? 'p' : 'n');
      if (turn > 0) far.push(value);
    }
    await window.backToTop();
    return { next, 'next-far': far };
  },
};
