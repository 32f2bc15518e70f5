/** Where nothing is drawn, as in a hidden window, no frame comes: work is not kept waiting longer, in milliseconds. */
const patience = 200;

/**
 * Settles when the page has drawn what it shows now. Two frames: the first lays out, and what watches the layout draws
 * for the second. Where there are no frames at all it settles in the next turn.
 */
export function afterDrawing(): Promise<void> {
  return new Promise((settle) => {
    if (!('requestAnimationFrame' in globalThis)) {
      setTimeout(settle);
      return;
    }
    setTimeout(settle, patience);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settle)));
  });
}
