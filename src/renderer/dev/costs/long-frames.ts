/** A long animation frame as the browser tells of it, in milliseconds. */
export interface LongFrame {
  readonly duration: number;
  /** For how long it kept input waiting. */
  readonly blocking: number;
  /** What called the script in it that took longest, such as `DOMWindow.onkeydown`; null when there was none. */
  readonly invoker: string | null;
}

/** How many long frames there were, and the last one of them. */
export interface LongFrames {
  readonly count: number;
  readonly last: LongFrame | null;
}

/** What the Long Animation Frames API gives; TypeScript's own library does not know it. */
interface LongFrameEntry extends PerformanceEntry {
  readonly blockingDuration: number;
  readonly scripts: readonly { readonly duration: number; readonly invoker: string }[];
}

const entryType = 'long-animation-frame';

/** Tells of frames longer than 50 ms until `signal` is aborted; false where the browser does not know of them. */
export function watchLongFrames(tell: (frame: LongFrame) => void, signal: AbortSignal): boolean {
  if (!PerformanceObserver.supportedEntryTypes.includes(entryType)) return false;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LongFrameEntry[]) tell(describeLongFrame(entry));
  });
  observer.observe({ type: entryType });
  signal.addEventListener('abort', () => observer.disconnect());
  return true;
}

function describeLongFrame({ duration, blockingDuration, scripts }: LongFrameEntry): LongFrame {
  const [longest] = scripts.toSorted((a, b) => b.duration - a.duration);
  return { duration, blocking: blockingDuration, invoker: longest?.invoker || null };
}
