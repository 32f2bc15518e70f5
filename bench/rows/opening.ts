import { blankPlan } from '../shapes';
import type { RowGroup } from './row';
import { turnsOf } from './turns';

/** Opening the document from the blank page: until it is drawn, and until the counts and the list have everything. */
export const opening: RowGroup = {
  rows: ['open', 'loaded'],
  needsOpen: false,
  leavesOpen: true,
  measure: async (context) => {
    const { window, shape } = context;
    const [{ title, annotations }] = shape.documents;
    const open: number[] = [];
    const loaded: number[] = [];
    for (const turn of turnsOf(context)) {
      await window.openEntry(blankPlan.title, { eye: 'shown', is: blankPlan.title });
      await window.rest();
      const [drawn = 0, all = 0] = await window.measure(
        [
          { event: 'click', eye: 'ready', until: { is: title } },
          { event: 'click', eye: 'known', until: { is: annotations } },
        ],
        await window.clickOn(title),
      );
      await window.rest();
      if (turn > 0) {
        open.push(drawn);
        loaded.push(Math.max(drawn, all));
      }
    }
    return { open, loaded };
  },
};

/** From one document to the other and back, until it is drawn. */
export const switching: RowGroup = {
  rows: ['switch'],
  shapes: ['B'],
  needsOpen: true,
  measure: async (context) => {
    const { window, shape } = context;
    const values: number[] = [];
    for (const turn of turnsOf(context)) {
      const plan = shape.documents[(turn + 1) % 2];
      if (!plan) break;
      const [value = 0] = await window.measure(
        [
          { event: 'click', eye: 'ready', until: { is: plan.title } },
          { event: 'click', eye: 'known', until: { is: plan.annotations } },
        ],
        await window.clickOn(plan.title),
      );
      await window.rest();
      if (turn > 0) values.push(value);
    }
    return { switch: values };
  },
};
