/** Without a scroll event for so long, in milliseconds, the scrolling is over. */
const stillness = 250;

/**
 * The milliseconds between animation frames from the first scroll event to the last one of a scrolling that begins after
 * the call.
 */
export function recordFrames(): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let lastScroll = 0;
    const frame = (now: number): void => {
      if (now - lastScroll > stillness) {
        document.removeEventListener('scroll', onScroll, { capture: true });
        const during = times.filter((time) => time <= lastScroll);
        resolve(during.slice(1).map((time, index) => time - (during[index] ?? time)));
        return;
      }
      times.push(now);
      requestAnimationFrame(frame);
    };
    const onScroll = (): void => {
      if (lastScroll === 0) requestAnimationFrame(frame);
      lastScroll = performance.now();
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
  });
}
