import type { Watch } from '../pages/watch';
import type { RowGroup } from './row';

/** The titles that one of a thousand articles has part of. */
const query = '012';

/** The library's list: from the start of the program until it is there, and from a word in its filter until it is another. */
export const listing: RowGroup = {
  rows: ['list', 'filter'],
  subjects: ['dateline'],
  shapes: ['E'],
  needsOpen: false,
  measure: async ({ window, shape, runs }) => {
    const list: number[] = [];
    const filter: number[] = [];
    const all = (shape.library?.articles ?? 0) + shape.documents.length + 1;
    const watch: Watch = { event: null, eye: 'listed', until: { is: all } };
    for (let turn = 0; turn <= runs; turn += 1) {
      await window.page.evaluate((next) => probe.armNextStart(next), watch);
      await window.page.reload();
      const [value = 0] = await window.page.evaluate(() => probe.results());
      await window.rest();
      if (turn > 0) list.push(value);
    }
    const field = window.page.getByRole('complementary', { name: 'Library' }).getByRole('textbox');
    for (let turn = 0; turn <= runs; turn += 1) {
      await field.focus();
      await window.rest();
      const value = await window.time({ event: 'input', eye: 'listed', until: 'fewer' }, () =>
        window.page.keyboard.insertText(query),
      );
      if (turn > 0) filter.push(value);
      await field.fill('');
      await window.sees({ eye: 'listed', is: all });
    }
    return { list, filter };
  },
};
