import { planted } from '../documents/words';
import type { RowGroup } from './row';
import { turnsOf } from './turns';

/** Words that stand 10,000 times, put into the search at once, until their count and the first place are shown. */
export const finding: RowGroup = {
  rows: ['find'],
  subjects: ['dateline', 'mark'],
  shapes: ['B', 'C'],
  needsOpen: true,
  measure: async (context) => {
    const { window } = context;
    const { keyboard } = window.page;
    const find: number[] = [];
    for (const turn of turnsOf(context)) {
      await window.focusText();
      await keyboard.press('Control+f');
      await keyboard.press('Control+a');
      await keyboard.press('Delete');
      await window.rest();
      const value = await window.time({ event: 'input', eye: 'found', until: 'other' }, () =>
        keyboard.insertText(planted.found),
      );
      await window.rest();
      await keyboard.press('Escape');
      await window.rest();
      if (turn > 0) find.push(value);
    }
    await window.backToTop();
    return { find };
  },
};
