import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../i18n/catalogue';
import { isolated } from '../../i18n/foreign-words';
import type { Workspace } from '../../workspace/workspace';
import { onWrittenChange } from '../../workspace/written';
import { watchUnwritten } from './watch-unwritten';

/** What is written sooner than this, in milliseconds, does not show in the title. */
const patienceMs = 500;

/**
 * The title of the window, which Electron and browsers show: the article's, what is not saved, the program's name.
 * `articleTitle` is left out while no article is open.
 */
export function useTitle(workspace: Workspace, articleTitle: string | undefined): string {
  const words = useWords();
  const failure = useFailure(workspace);
  const isUnsaved = useLongUnwritten(workspace);
  const state = failure ?? (isUnsaved ? 'unsaved' : null);
  const { inTitle } = words.closing;
  return [articleTitle && isolated(articleTitle), state && inTitle[state], words.topBar.name]
    .filter(Boolean)
    .join(' – ');
}

/** What could not be written, in the store or in its backup; null when nothing has failed. */
function useFailure(workspace: Workspace): 'failed' | 'notKept' | null {
  const subscribe = useCallback(
    (listener: () => void) => onWrittenChange(workspace, listener),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => {
    const { store, backup } = workspace;
    if (store.state.status.state === 'failed') return 'failed';
    return backup.status.state === 'failed' ? 'notKept' : null;
  });
}

/** Whether something has not been written for a while. */
function useLongUnwritten(workspace: Workspace): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const stop = watchUnwritten(workspace, (unwritten) => {
      window.clearTimeout(timer);
      if (unwritten) timer = window.setTimeout(() => setLong(true), patienceMs);
      else setLong(false);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [workspace]);
  return isLong;
}
