import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { afterDrawing } from '../workspace/after-drawing';
import type { OpenArticle } from '../workspace/open-article';

/** Which version the index of `open` has; drawn at once, as the text must be. 0 while no article is open. */
export function useVersion(open: OpenArticle | null): number {
  return useSyncExternalStore(open ? open.subscribe : subscribeToNothing, () => open?.version ?? 0);
}

/** The same for what stands beside the text: it is drawn anew when the text has been, in a turn of its own. */
export function useLateVersion(open: OpenArticle | null): number {
  const [known, setKnown] = useState({ open, version: open?.version ?? 0 });
  useEffect(() => {
    if (!open) return undefined;
    let isWaiting = false;
    let isOver = false;
    const follow = (): void => {
      isWaiting = false;
      if (!isOver) startTransition(() => setKnown({ open, version: open.version }));
    };
    const wait = (): void => {
      if (!isWaiting) void afterDrawing().then(follow);
      isWaiting = true;
    };
    // It may have changed before this listens.
    follow();
    const stop = open.subscribe(wait);
    return () => {
      isOver = true;
      stop();
    };
  }, [open]);
  return known.open === open ? known.version : (open?.version ?? 0);
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
