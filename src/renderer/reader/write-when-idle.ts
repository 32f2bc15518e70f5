import type { Surface } from './surface';

/** How much of a turn must be left for one more section, in milliseconds. */
const enough = 2;

/**
 * Writes the sections that have no text yet, from the first on, while there is nothing else to do: the browser's own search
 * and assistive technology have the whole text then. Returns how to stop.
 */
export function writeWhenIdle(surface: Surface): () => void {
  let next = 0;
  const work = (deadline: IdleDeadline): void => {
    while (next < surface.sections.length && deadline.timeRemaining() > enough) {
      surface.write(next);
      next += 1;
    }
    if (next < surface.sections.length) turn = requestIdleCallback(work);
  };
  let turn = requestIdleCallback(work);
  return () => cancelIdleCallback(turn);
}
