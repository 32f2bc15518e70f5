import type { Watch } from '../pages/watch';
import { blankPlan } from '../shapes';
import type { RowGroup } from './row';
import { turnsOf } from './turns';

/** The program's page loaded anew with the document open, until it is drawn; timed from the navigation's start. */
export const starting: RowGroup = {
  rows: ['start'],
  subjects: ['dateline'],
  needsOpen: true,
  measure: async (context) => {
    const { window, shape } = context;
    const start: number[] = [];
    const [{ title, annotations }] = shape.documents;
    const watch: Watch = { event: null, eye: 'ready', until: { is: title } };
    for (const turn of turnsOf(context)) {
      await window.page.evaluate((next) => probe.armNextStart(next), watch);
      await window.page.reload();
      const [value = 0] = await window.page.evaluate(() => probe.results());
      await window.sees({ eye: 'known', is: annotations });
      await window.rest();
      if (turn > 0) start.push(value);
    }
    return { start };
  },
};

/** Opening from the blank page a document that was left half way down, until it is drawn there. */
export const reopening: RowGroup = {
  rows: ['open-where-left'],
  subjects: ['dateline'],
  needsOpen: true,
  measure: async (context) => {
    const { window, shape } = context;
    const values: number[] = [];
    const [{ title, annotations }] = shape.documents;
    await window.page
      .locator('article')
      .first()
      .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
    // The place is kept a moment after scrolling has ended.
    await window.page.waitForTimeout(1_000);
    for (const turn of turnsOf(context)) {
      await window.openEntry(blankPlan.title, { eye: 'shown', is: blankPlan.title });
      await window.rest();
      const value = await window.time(
        { event: 'click', eye: 'ready', until: { is: title } },
        await window.clickOn(title),
      );
      await window.sees({ eye: 'known', is: annotations });
      await window.rest();
      if (turn > 0) values.push(value);
    }
    await window.backToTop();
    return { 'open-where-left': values };
  },
};
