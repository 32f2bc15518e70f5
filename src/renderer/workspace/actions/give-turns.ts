/** How long work may go on before the page gets its turn, in milliseconds: well under a frame. */
const longestTurn = 8;

/** A pause that is taken only when the last one was long enough ago, since a timer costs some milliseconds. */
export function giveTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
