import { type Desktop, desktopGlobal } from '../../preload/contract';
import type { DesktopConnection } from './connection';
import { connectLoopback } from './loopback-transport';

declare global {
  interface Window {
    /** Put there by the preload; only Electron has one. */
    readonly [desktopGlobal]?: Desktop;
  }
}

/**
 * The desktop of whichever shell shows this page: Electron's preload where there is one, else the loopback shell's
 * WebSocket. Settles, and never rejects, once the state is known: `onLost` says which when it is not open.
 */
export async function connectDesktop(): Promise<DesktopConnection> {
  const desktop = window[desktopGlobal];
  // The preload lives as long as the page: there is nothing to lose.
  if (desktop !== undefined) return { desktop, onLost: () => () => undefined };
  return connectLoopback(() => new WebSocket(`ws://${location.host}/desktop`));
}
