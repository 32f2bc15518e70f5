import type { BrowserWindow } from 'electron';

/** How long the page may take to hear that the window is to close, in milliseconds. */
export const patienceMs = 5000;

/** What the guard needs of the shell around it. */
export interface CloseGuardContext {
  /** The window; null while there is none. */
  readonly window: () => BrowserWindow | null;
  /** Asks the page to write what is not yet written, and then to close the window. */
  readonly askPage: () => void;
  /**
   * Asks the person about a page that does not answer: whether to wait on. `signal` takes the question away, which
   * is an answer to wait.
   */
  readonly askPerson: (window: BrowserWindow, signal: AbortSignal) => Promise<'wait' | 'close'>;
}

/** What may be prevented: the window's `close`, and on Windows the end of the person's session. */
interface Closing {
  preventDefault(): void;
}

/** Keeps the window open while the page has something that is not yet written. */
export interface CloseGuard {
  /** What the page says of itself; a page that is gone has nothing unwritten. */
  setUnwritten(unwritten: boolean): void;
  /** The page has written everything, or the person gave it up; nothing unless the page was asked. */
  closeNow(): void;
  /** The page is not hung: what it does about closing may take as long as it needs. */
  pageAnswered(): void;
  /** The window is about to close. Quitting comes this way too, and is cancelled by a window that stays. */
  windowCloses(closing: Closing): void;
  /** The window is no more. */
  windowClosed(): void;
}

/**
 * Takes the window away, asking nobody: a page that hangs may keep `close` waiting for its own handlers. In a task of its
 * own, since the answer of a dialog comes while the dialog, which belongs to the window, is still on the stack.
 */
function destroyLater(window: BrowserWindow): void {
  setImmediate(() => {
    if (!window.isDestroyed()) window.destroy();
  });
}

/** Starts with everything written: such a window closes at once, without a question. */
export function createCloseGuard(context: CloseGuardContext): CloseGuard {
  let isUnwritten = false;
  let wasAsked = false;
  let isReleased = false;
  let timer: NodeJS.Timeout | null = null;
  let question: AbortController | null = null;

  function stopWaiting(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    question?.abort();
    question = null;
  }

  async function askPerson(): Promise<void> {
    timer = null;
    const window = context.window();
    if (window === null) return;
    const own = new AbortController();
    question = own;
    try {
      const answer = await context.askPerson(window, own.signal);
      if (answer === 'close' && !own.signal.aborted) destroyLater(window);
    } catch (error) {
      console.error('Dateline: nobody could be asked whether to wait', error);
    } finally {
      if (question === own) question = null;
    }
  }

  return {
    setUnwritten: (unwritten) => {
      isUnwritten = unwritten;
      if (process.platform === 'darwin') context.window()?.setDocumentEdited(unwritten);
    },
    closeNow: () => {
      if (!wasAsked) return;
      stopWaiting();
      isReleased = true;
      context.window()?.close();
    },
    pageAnswered: stopWaiting,
    windowCloses: (closing) => {
      if (!isUnwritten || isReleased) return;
      closing.preventDefault();
      wasAsked = true;
      if (timer !== null || question !== null) return;
      timer = setTimeout(() => void askPerson(), patienceMs);
      context.askPage();
    },
    windowClosed: stopWaiting,
  };
}
