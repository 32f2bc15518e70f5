import type { WebContents } from 'electron';

const pauseMs = 10_000;

/** Milliseconds to wait before the page is loaded again: at most one reload in ten seconds. */
export function delayBeforeReload(lastReloadAt: number | null, now: number): number {
  return lastReloadAt === null ? 0 : Math.max(0, lastReloadAt + pauseMs - now);
}

/**
 * Loads the page again after its process went away. Never from within the event itself, where Electron is still
 * taking the dead process down, and without end: the store is on the disk, so a new page loses nothing.
 */
export function reloadAfterCrash(contents: WebContents, now: () => number): void {
  let lastReloadAt: number | null = null;
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    console.error(`Dateline: the page’s process is gone (${details.reason})`);
    setTimeout(
      () => {
        if (contents.isDestroyed()) return;
        lastReloadAt = now();
        contents.reload();
      },
      delayBeforeReload(lastReloadAt, now()),
    );
  });
}
