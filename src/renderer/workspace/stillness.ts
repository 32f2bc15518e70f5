/** How long nothing must have been done before copies are made, in milliseconds. */
const stillness = 5_000;

/** Runs `run` after so many milliseconds, unless the result is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** The keeping of copies while it goes on. */
export interface Keeping {
  /** Begins nothing more; what was begun is brought to its end. */
  readonly stop: () => void;
  /** Settles when what was begun is at its end. It never rejects. */
  readonly idle: () => Promise<void>;
}

/** What tells whenever it is another. */
interface Watched {
  readonly subscribe: (listener: () => void) => () => void;
}

/** What there is to stop where nothing was begun. */
export function doNothing(): void {}

/**
 * Calls `onStill` each time nothing has become of what is watched for five seconds, and after as long again when it
 * answers false. Returns how to stop.
 */
export function watchStillness(
  watched: readonly Watched[],
  after: After,
  onStill: () => boolean,
): () => void {
  let cancel = doNothing;
  const wait = (): void => {
    cancel();
    cancel = after(stillness, () => {
      if (!onStill()) wait();
    });
  };
  wait();
  const stops = watched.map(({ subscribe }) => subscribe(wait));
  return () => {
    cancel();
    for (const stop of stops) stop();
  };
}
