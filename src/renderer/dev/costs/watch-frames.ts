import type { Frame } from './frames';

/**
 * Tells of every animation frame until `signal` is aborted; a page that is hidden has none. While it does, the page is
 * asked for every frame that the screen can show.
 */
export function watchFrames(tell: (frame: Frame) => void, signal: AbortSignal): void {
  let last: number | null = null;
  const look = (at: number): void => {
    if (signal.aborted) return;
    if (last !== null) tell({ at, duration: at - last });
    last = at;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // The time for which the page was hidden is no frame.
  const forget = (): void => {
    last = null;
  };
  document.addEventListener('visibilitychange', forget, { signal });
}
