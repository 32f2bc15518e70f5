/** A promise that is settled from outside; `Promise.withResolvers` for every Node that the tests run on. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

/** Not settled yet. */
export function createDeferred<T>(): Deferred<T> {
  const inner: { resolve?: (value: T) => void } = {};
  const promise = new Promise<T>((resolve) => {
    inner.resolve = resolve;
  });
  return { promise, resolve: (value) => inner.resolve?.(value) };
}
