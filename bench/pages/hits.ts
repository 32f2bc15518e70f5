import type { Eyes } from './eyes';

/** How many places are pointed at to time one: the clock of a page is coarse. */
const points = 400;

/**
 * The microseconds that a move of the pointer costs a subject, for places scattered over what is in view of its text. As the
 * browser does it, the element at the place is found and gets a `pointermove` event, which all handlers of the subject
 * hear; the events follow each other at once, and the drawing that they lead to is left out.
 */
export function timeHits(): number {
  const host = textHost();
  const events = placesIn(host).map(
    ({ x, y }) => new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: y }),
  );
  return timeEach(events, (event) => {
    const target = document.elementFromPoint(event.clientX, event.clientY) ?? host;
    target.dispatchEvent(event);
  });
}

/** The microseconds that the bare look-up of what lies at a place takes, for the same places. */
export function timeLookUps(lookUp: NonNullable<Eyes['lookUp']>): number {
  return timeEach(placesIn(textHost()), ({ x, y }) => lookUp(x, y));
}

function textHost(): HTMLElement {
  const host = document.querySelector<HTMLElement>('[data-article-text]');
  if (!host) throw new Error('no text to point at');
  return host;
}

function placesIn(host: HTMLElement): readonly { readonly x: number; readonly y: number }[] {
  const { left, right } = host.getBoundingClientRect();
  return Array.from({ length: points }, (_, index) => ({
    x: left + ((index * 0.618_034) % 1) * (right - left),
    y: 120 + ((index * 0.414_214) % 1) * (innerHeight - 200),
  }));
}

function timeEach<Item>(items: readonly Item[], act: (item: Item) => unknown): number {
  const start = performance.now();
  for (const item of items) act(item);
  return ((performance.now() - start) * 1_000) / items.length;
}
