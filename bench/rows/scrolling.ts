import type { RowGroup } from './row';

/** How far each time, and how fast: about seven windows' heights a second. */
const gesture = { distance: 12_000, speed: 6_000 };

/** The animation frames while the text scrolls under the wheel, there and back. */
export const scrolling: RowGroup = {
  rows: ['scroll'],
  needsOpen: true,
  measure: async ({ window, runs, isQuick }) => {
    const frames: number[] = [];
    const session = await window.page.context().newCDPSession(window.page);
    // Every one gives hundreds of frames.
    for (let turn = 0; turn < (isQuick ? 1 : runs); turn += 1) {
      await window.page.evaluate(() => probe.recordFrames());
      await session.send('Input.synthesizeScrollGesture', {
        x: 620,
        y: 450,
        yDistance: turn % 2 === 0 ? -gesture.distance : gesture.distance,
        speed: gesture.speed,
        gestureSourceType: 'mouse',
      });
      frames.push(...(await window.page.evaluate(() => probe.frames())));
      await window.rest();
    }
    await session.detach();
    await window.backToTop();
    return { scroll: frames };
  },
};
