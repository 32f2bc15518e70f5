import { residentMemory } from '../run/resident-memory';
import type { RowGroup } from './row';

/** The resident memory of the page's process, with the document open and garbage collected. */
export const memory: RowGroup = {
  rows: ['memory'],
  needsOpen: true,
  measure: async ({ window, runs, isQuick }) => {
    const values: number[] = [];
    for (let turn = 0; turn < (isQuick ? 1 : runs); turn += 1) {
      const megabytes = await residentMemory(window.page);
      if (megabytes === null) return {};
      values.push(megabytes);
    }
    return { memory: values };
  },
};
