import { type Desktop, desktopGlobal } from '../../preload/contract';
import type { DesktopConnection } from './connection';

declare global {
  interface Window {
    /** Put there by the preload; only Electron has one. */
    readonly [desktopGlobal]?: Desktop;
  }
}

/**
 * The desktop of whichever shell shows this page: Electron's preload where there is one, else the loopback shell's
 * WebSocket, of which Electron reads nothing. Settles, and never rejects, once the state is known: `onLost` says which when
 * it is not open. Null when the shell does not even give the script that connects to it.
 */
export async function connectDesktop(): Promise<DesktopConnection | null> {
  const desktop = window[desktopGlobal];
  // The preload lives as long as the page: there is nothing to lose.
  if (desktop !== undefined) return { desktop, onLost: () => () => undefined };
  const transport = await import('./loopback-transport').catch(() => null);
  return (
    transport && transport.connectLoopback(() => new WebSocket(`ws://${location.host}/desktop`))
  );
}
