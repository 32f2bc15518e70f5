import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channelOf, type Desktop, desktopMethods } from '../../preload/contract';
import { callDesktop } from '../desktop/dispatch';
import { appOrigin } from './address';

/** What the ipc handlers serve, and to whom. */
export interface IpcService {
  readonly desktop: Desktop;
  /** The one window that may ask; null while there is none. */
  readonly window: () => BrowserWindow | null;
  /** Called each time the page has asked what shell it runs in: its script runs and is answered. */
  readonly onDescribed: () => void;
  /** Called each time the page asks what main has to say: it is not hung. */
  readonly onListening: () => void;
}

/**
 * Answers every method of the contract on its channel, once per process. A sender that is not the window's own page
 * is `refused`; the arguments are for `callDesktop` to check.
 */
export function handleDesktop(service: IpcService): void {
  for (const method of desktopMethods) {
    ipcMain.handle(channelOf(method), async (event, ...args: readonly unknown[]) => {
      if (!isOwnPage(event, service.window())) {
        return { ok: false, error: { code: 'refused', detail: 'sender' } };
      }
      if (method === 'nextEvent') service.onListening();
      const result = await callDesktop(service.desktop, method, args);
      if (method === 'describe' && result.ok) service.onDescribed();
      return result;
    });
  }
}

/**
 * Whether the message comes from the main frame of `window`, showing the app's own origin (Electron's security
 * checklist, "Validate the sender of all IPC messages"). A frame that has navigated away since is null.
 */
function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    event.sender === window.webContents &&
    frame !== null &&
    !frame.detached &&
    frame.parent === null &&
    frame.origin === appOrigin
  );
}
