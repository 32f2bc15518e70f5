import { startTransition, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { AnnotationId } from '../../core/ids';
import { afterDrawing } from '../workspace/after-drawing';
import type { OpenArticle } from '../workspace/open-article';
import type { ScreenStore } from '../workspace/screen';

/** Which version the index of `open` has; drawn at once, as the text must be. 0 while no article is open. */
export function useVersion(open: OpenArticle | null): number {
  return useSyncExternalStore(open ? open.subscribe : subscribeToNothing, () => open?.version ?? 0);
}

/** The same for what stands beside the text: it is drawn anew when the text has been, in a turn of its own. */
export function useLateVersion(open: OpenArticle | null): number {
  const read = useCallback(() => open?.version ?? 0, [open]);
  return useLate(open ? open.subscribe : subscribeToNothing, read);
}

/**
 * Which annotation is selected, for what stands beside the text: known when the text has been drawn, in a turn of its
 * own, and at once when `urgency` is another, as when a key asks for one of its fields.
 */
export function useLateSelected(screen: ScreenStore, urgency: unknown = null): AnnotationId | null {
  const read = useCallback(
    () => screen.getState().selected,
    // oxlint-disable-next-line react/exhaustive-deps
    [screen, urgency],
  );
  return useLate(screen.subscribe, read);
}

/** Which article is open, for what stands beside the text: known when its text has been drawn, in a turn of its own. */
export function useLateArticle(screen: ScreenStore): OpenArticle | null {
  const read = useCallback(() => screen.getState().article, [screen]);
  return useLate(screen.subscribe, read);
}

/** What `read` gives, known late after a change that `subscribe` tells of, and at once when `read` is another. */
function useLate<Value>(subscribe: (listener: () => void) => () => void, read: () => Value): Value {
  const [known, setKnown] = useState(() => ({ read, value: read() }));
  useEffect(() => {
    let isWaiting = false;
    let isOver = false;
    const follow = (): void => {
      isWaiting = false;
      if (isOver) return;
      const value = read();
      startTransition(() =>
        setKnown((before) =>
          before.read === read && Object.is(before.value, value) ? before : { read, value },
        ),
      );
    };
    const wait = (): void => {
      if (!isWaiting) void afterDrawing().then(follow);
      isWaiting = true;
    };
    // It may have changed before this listens.
    follow();
    const stop = subscribe(wait);
    return () => {
      isOver = true;
      stop();
    };
  }, [subscribe, read]);
  return known.read === read ? known.value : read();
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
