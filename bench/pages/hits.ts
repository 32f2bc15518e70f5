import type { Eyes } from './eyes';

/** How many places are pointed at to time one: the clock of a page is coarse. */
const points = 400;

/**
 * The microseconds that a subject takes to tell what lies at a place of its text, for places scattered over what is in view.
 * A baseline is asked by `lookUp`. The program is told by `pointermove` events, dispatched one after another at the text's
 * element, with all its handlers; what the browser does to find an event's target is left out, and so is the drawing that
 * follows.
 */
export function timeHits(lookUp?: Eyes['lookUp']): number {
  const host = document.querySelector<HTMLElement>('[data-article-text]');
  if (!host) throw new Error('no text to point at');
  const { left, right } = host.getBoundingClientRect();
  const events = Array.from({ length: points }, (_, index) => {
    const clientX = left + ((index * 0.618_034) % 1) * (right - left);
    const clientY = 120 + ((index * 0.414_214) % 1) * (innerHeight - 200);
    return new PointerEvent('pointermove', { bubbles: true, clientX, clientY });
  });
  const start = performance.now();
  for (const event of events) {
    if (lookUp) lookUp(event.clientX, event.clientY);
    else host.dispatchEvent(event);
  }
  return ((performance.now() - start) * 1_000) / points;
}
