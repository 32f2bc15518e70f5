import type { RowGroup } from './row';

/** Eight characters in view tagged by `1`, and that undone by Ctrl+Z, until drawn. */
export const editing: RowGroup = {
  rows: ['add', 'undo'],
  needsOpen: true,
  measure: async ({ window, runs }) => {
    const add: number[] = [];
    const undo: number[] = [];
    for (let turn = 0; turn <= runs; turn += 1) {
      await window.page.evaluate((place) => probe.selectWords(place), turn);
      await window.rest();
      const added = await window.time({ event: 'keydown', eye: 'drawn', until: 'more' }, () =>
        window.page.keyboard.press('1'),
      );
      await window.rest();
      const undone = await window.time({ event: 'keydown', eye: 'drawn', until: 'fewer' }, () =>
        window.page.keyboard.press('Control+z'),
      );
      await window.rest();
      if (turn === 0) continue;
      add.push(added);
      undo.push(undone);
    }
    return { add, undo };
  },
};
