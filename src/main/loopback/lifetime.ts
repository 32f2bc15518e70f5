/** How long the server waits before it believes that its window is gone, in milliseconds. */
export interface Patience {
  /** After the page left while the browser still runs: a reload takes a moment. */
  readonly pageMs: number;
  /** After the browser ended. */
  readonly browserMs: number;
  /** For a first page from a browser that was started but is not ours to watch. */
  readonly firstPageMs: number;
}

/** What a person notices as little as a reload does. */
export const usualPatience: Patience = { pageMs: 5000, browserMs: 3000, firstPageMs: 20_000 };

/** Why the server ends by itself. */
export type EndReason =
  | 'window-closed'
  /** The browser ended without ever having shown the page. */
  | 'window-never-opened';

/** Decides when a server that opened a window has outlived it. */
export interface Lifetime {
  /** Settles when the window is believed to be gone; never after `stop`. */
  readonly outlived: Promise<EndReason>;
  pageOpened(): void;
  pageClosed(): void;
  /** The browser's process ended; `failed` when it said so itself. Another process may have taken its window over. */
  browserExited(failed: boolean): void;
  /** Another start is about to open a window on this server. */
  expectPage(): void;
  /** Decides nothing any more. */
  stop(): void;
}

/** Begins with a browser that was just started and has not shown the page yet. */
export function createLifetime(patience: Patience): Lifetime {
  let end: ((reason: EndReason) => void) | null = null;
  const outlived = new Promise<EndReason>((settle) => {
    end = settle;
  });
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;
  let wasOpen = false;
  let isRunning = true;
  let stopped = false;

  function endAfter(milliseconds: number): void {
    clearTimeout(timer);
    if (stopped || isOpen) return;
    timer = setTimeout(() => {
      stopped = true;
      end?.(wasOpen ? 'window-closed' : 'window-never-opened');
    }, milliseconds);
  }

  return {
    outlived,
    pageOpened: () => {
      isOpen = true;
      wasOpen = true;
      clearTimeout(timer);
    },
    pageClosed: () => {
      isOpen = false;
      endAfter(isRunning ? patience.pageMs : patience.browserMs);
    },
    browserExited: (failed) => {
      isRunning = false;
      if (wasOpen) endAfter(patience.browserMs);
      else endAfter(failed ? 0 : patience.firstPageMs);
    },
    expectPage: () => {
      // Before the first page nothing runs out but the wait for it.
      if (wasOpen || !isRunning) endAfter(patience.firstPageMs);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
