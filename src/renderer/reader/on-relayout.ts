/** Calls `listener` when the letters in `host` may stand elsewhere: another width or size, or a face that has arrived. */
export function onRelayout(host: Element, listener: () => void): () => void {
  const resized = new ResizeObserver(listener);
  resized.observe(host);
  document.fonts.addEventListener('loadingdone', listener);
  return () => {
    resized.disconnect();
    document.fonts.removeEventListener('loadingdone', listener);
  };
}
