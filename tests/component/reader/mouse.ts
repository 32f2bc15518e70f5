import { cdp } from 'vitest/browser';

/** A place in the page, in client pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

type MouseEventType = 'mousePressed' | 'mouseMoved' | 'mouseReleased';

/** The person's own mouse: events come from the browser as they would from a device. */
export const mouse = {
  move: (place: Place, held = false) => send('mouseMoved', place, { held }),
  press: (place: Place, clicks = 1) => send('mousePressed', place, { held: true, clicks }),
  release: (place: Place, clicks = 1) => send('mouseReleased', place, { clicks }),

  /** Presses and releases `clicks` times at one place. */
  click: async (place: Place, clicks = 1): Promise<void> => {
    await send('mouseMoved', place, {});
    for (let count = 1; count <= clicks; count += 1) {
      await send('mousePressed', place, { held: true, clicks: count });
      await send('mouseReleased', place, { clicks: count });
    }
  },

  /** Presses at `from`, moves by a few steps and lets go at `to`. */
  drag: async (from: Place, to: Place): Promise<void> => {
    await send('mouseMoved', from, {});
    await send('mousePressed', from, { held: true, clicks: 1 });
    for (const part of [0.25, 0.5, 0.75, 1])
      await send(
        'mouseMoved',
        { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
        { held: true },
      );
    await send('mouseReleased', to, { clicks: 1 });
  },
};

async function send(
  type: MouseEventType,
  { x, y }: Place,
  { held = false, clicks = 0 }: { readonly held?: boolean; readonly clicks?: number },
): Promise<void> {
  // The tests run in a frame; the browser counts from the corner of the page around it.
  const frame = window.frameElement?.getBoundingClientRect();
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    x: x + (frame?.left ?? 0),
    y: y + (frame?.top ?? 0),
    button: type === 'mouseMoved' && !held ? 'none' : 'left',
    buttons: held ? 1 : 0,
    clickCount: clicks,
  });
}
