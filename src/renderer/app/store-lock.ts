/** How long a page waits for another that is just going away, as in a reload, in milliseconds. */
const patience = 3_000;

/**
 * Takes the store called `name` for this page, as long as the page lives; false when another page of this browser has it.
 * (Web Locks: the browser gives the lock back when the page or its process is gone.)
 */
export async function takeStore(name: string): Promise<boolean> {
  const waiting = AbortSignal.timeout(patience);
  return new Promise((settle) => {
    const held = navigator.locks.request(name, { signal: waiting }, () => {
      settle(true);
      return new Promise<never>(() => undefined);
    });
    held.catch(() => settle(false));
  });
}
