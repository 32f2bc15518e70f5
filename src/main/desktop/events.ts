import type { Result } from '../../core/result';
import type { DesktopEvent, FileError } from '../../preload/contract';
import { fail } from './file-error';

/** What main has to say to the page, told one at a time to whoever asks. */
export interface Events {
  /** Told at once when the page waits, else kept until it asks. */
  offer(event: DesktopEvent): void;
  /** The next event. Only the newest call waits: an earlier one settles as `stale`. */
  next(): Promise<Result<DesktopEvent, FileError>>;
  /** Settles a waiting call as `stale`, so that the next event is kept for the next call. */
  release(): void;
}

/** Starts with nothing to say. */
export function createEvents(): Events {
  const kept: DesktopEvent[] = [];
  let waiting: ((outcome: Result<DesktopEvent, FileError>) => void) | null = null;

  function release(): void {
    waiting?.(fail('stale'));
    waiting = null;
  }

  return {
    release,
    offer: (event) => {
      if (waiting === null) {
        kept.push(event);
        return;
      }
      waiting({ ok: true, value: event });
      waiting = null;
    },
    next: async () => {
      release();
      const event = kept.shift();
      if (event !== undefined) return { ok: true, value: event };
      return new Promise((settle) => {
        waiting = settle;
      });
    },
  };
}
