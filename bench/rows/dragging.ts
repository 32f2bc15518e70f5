import type { BenchWindow } from '../run/bench-window';
import type { RowGroup } from './row';

/** An end of an annotation dragged to other places of its line, each until it is drawn there. */
export const dragging: RowGroup = {
  rows: ['drag'],
  needsOpen: true,
  measure: async ({ window, runs }) => {
    const { mouse, keyboard } = window.page;
    const knob = await selectWithKnob(window);
    await mouse.move(knob.x, knob.y);
    await mouse.down();
    // Any place is taken, not only the edges of words.
    await keyboard.down('Alt');
    await mouse.move(knob.x + 10, knob.y - knob.lift);
    await window.rest();
    const drag: number[] = [];
    for (let turn = 0; turn <= runs * 2; turn += 1) {
      const x = knob.x + (turn % 2 === 0 ? 60 : 25) + turn;
      const value = await window.time({ event: 'pointermove', eye: 'end', until: 'other' }, () =>
        mouse.move(x, knob.y - knob.lift),
      );
      if (turn > 0) drag.push(value);
      await window.frames(3);
    }
    await keyboard.press('Escape');
    await keyboard.up('Alt');
    await mouse.up();
    await window.backToTop();
    return { drag };
  },
};

/** Walks on until the selected annotation has a knob with room to its right. */
async function selectWithKnob(
  window: BenchWindow,
): Promise<{ readonly x: number; readonly y: number; readonly lift: number }> {
  await window.focusText();
  for (let step = 0; step < 60; step += 1) {
    await window.page.keyboard.press('n');
    await window.rest();
    const knob = window.page.locator('[data-end=end][data-fragment="0"]');
    const box = (await knob.count()) === 1 ? await knob.boundingBox() : null;
    const text = await window.page.locator('[data-article-text]').boundingBox();
    if (!box || !text) continue;
    const x = box.x + box.width / 2;
    const isFree = x > text.x + 120 && x < text.x + text.width - 260;
    if (isFree && box.y > 150 && box.y < 700)
      return { x, y: box.y + box.height / 2, lift: await knobLift(window) };
  }
  throw new Error('no annotation with room for its end');
}

/** How far the middle of the line lies above the knob, in pixels. */
async function knobLift({ page }: BenchWindow): Promise<number> {
  return page.evaluate(() => {
    const knob = document.querySelector('[data-end=end][data-fragment="0"]');
    const stem = knob?.parentElement;
    if (!knob || !stem || stem === document.body) return -10;
    const around = stem.getBoundingClientRect();
    const box = knob.getBoundingClientRect();
    return (box.top + box.bottom - around.top - around.bottom) / 2;
  });
}
