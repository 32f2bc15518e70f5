import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShellInfo } from '../../../preload/contract';
import type { UnwrittenWork } from '../../panels/saving/ClosingDialog';
import type { Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';
import { unstoredFields, watchUnwritten } from './watch-unwritten';
import { tryToWrite, writeBeforeClosing } from './write-before-closing';

/** What stands between the person and a closed window, and what to do about it. */
export interface CloseGuard {
  /** What could not be written when the window was to close; null while nobody is asked about it. */
  readonly unwritten: UnwrittenWork | null;
  /** The window is to close: writes what it can, and closes or asks. */
  readonly closeAsked: () => void;
  readonly tryAgain: () => void;
  readonly closeAnyway: () => void;
  readonly keepOpen: () => void;
}

/**
 * Keeps the window from closing over what is not on the disk. In Electron main is told whether there is anything, and
 * asks the page before it closes; a page that has nothing unwritten is closed without a question. A browser asks by
 * itself.
 */
export function useCloseGuard(workspace: Workspace, { shell }: ShellInfo): CloseGuard {
  const [unwritten, setUnwritten] = useState<UnwrittenWork | null>(null);
  // Keeping the window open lets no earlier wish to close come true.
  const wish = useRef(0);
  const { desktop } = workspace;

  const close = useCallback(
    async (prepare?: () => Promise<unknown>): Promise<void> => {
      wish.current += 1;
      const own = wish.current;
      await prepare?.();
      const left = await writeBeforeClosing(workspace);
      if (wish.current !== own) return;
      setUnwritten(left);
      if (!left) await desktop.closeNow();
    },
    [workspace, desktop],
  );

  useEffect(() => {
    if (shell !== 'electron') return undefined;
    return watchUnwritten(workspace, (is) => void desktop.setUnwritten(is));
  }, [workspace, desktop, shell]);
  useBeforeUnload(workspace, shell === 'loopback');

  const isWaiting = unwritten?.kind === 'writing';
  useEffect(() => {
    if (!isWaiting) return undefined;
    return onWrittenChange(workspace, () => void close());
  }, [workspace, isWaiting, close]);

  return {
    unwritten,
    closeAsked: useCallback(() => void close(), [close]),
    tryAgain: () => {
      setUnwritten({ kind: 'writing' });
      void close(() => tryToWrite(workspace));
    },
    closeAnyway: () => void desktop.closeNow(),
    keepOpen: () => {
      wish.current += 1;
      setUnwritten(null);
    },
  };
}

/**
 * Lets the browser ask before it closes the page over edits that are not on the disk, or over a field that was still
 * being typed in, which is stored meanwhile. (In Electron preventing the unload would silently keep the window.)
 */
function useBeforeUnload(workspace: Workspace, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const guard = (event: BeforeUnloadEvent): void => {
      const typing = unstoredFields();
      for (const field of typing) field.blur();
      if (typing.length > 0 || !isWritten(workspace)) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [workspace, isOn]);
}
