import type { EyeName, Eyes } from './eyes';

/** What is awaited after an input event. */
export interface Watch {
  /** The event from whose time stamp on it is timed; null times from the start of the navigation. */
  readonly event: keyof WindowEventMap | null;
  readonly eye: EyeName;
  /** How the eye's value must change: against what it was when the watch began, or to exactly a value. */
  readonly until: 'more' | 'fewer' | 'other' | { readonly is: string | number };
}

/**
 * Waits for `watch` and gives the milliseconds from the event (`Event.timeStamp`, which is when the browser got the input) to
 * the second animation frame after the change: the frame in which it is first seen draws it, and the next one tells that
 * it has been drawn.
 */
export function watchFor(eyes: Eyes, { event, eye, until }: Watch): Promise<number> {
  const look = (): unknown => eyes[eye]();
  const before = look();
  const isMet = (now: unknown): boolean => {
    if (typeof until === 'object') return now === until.is;
    if (until === 'other') return now !== before && now !== null;
    return until === 'more' ? Number(now) > Number(before) : Number(now) < Number(before);
  };
  return new Promise((resolve) => {
    const follow = (since: number): void => {
      const check = (): void => {
        if (isMet(look())) requestAnimationFrame(() => resolve(performance.now() - since));
        else requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    };
    if (event === null) follow(0);
    else
      addEventListener(event, ({ timeStamp }) => follow(timeStamp), { capture: true, once: true });
  });
}
