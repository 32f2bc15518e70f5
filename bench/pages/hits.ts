declare global {
  /** Looks for what lies at a place, in client pixels; absent where only the subject's own handlers can do that. */
  // oxlint-disable-next-line no-var
  var lookUp: ((x: number, y: number) => boolean) | undefined;
}

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

/** The microseconds that the bare look-up of what lies at a place takes, for the same places. Throws when it finds nothing. */
export function timeLookUps(): number {
  const { lookUp } = globalThis;
  if (!lookUp) throw new Error('nothing to look up with');
  let found = 0;
  const value = timeEach(placesIn(textHost()), ({ x, y }) => {
    if (lookUp(x, y)) found += 1;
  });
  if (found === 0) throw new Error('nothing lies at any place in view');
  return value;
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

function timeEach<Item>(items: readonly Item[], act: (item: Item) => void): number {
  const start = performance.now();
  for (const item of items) act(item);
  return ((performance.now() - start) * 1_000) / items.length;
}
