import type { WebContents } from 'electron';
import { appPage, isAppPage } from './address';

/**
 * Keeps the window on its own page: a reload passes; every other navigation of any frame, every redirect, new
 * window and webview is refused. Electron asks nobody before it goes to `about:blank`, and stopping it on the way crashes
 * (tried on 25.1.1): from there, as from wherever else it should not be, the window goes back to its page. WebRTC, which no policy of the page reaches, may not open a socket of its own.
 */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('did-navigate', (_event, url) => {
    if (!isAppPage(url)) setImmediate(() => goBack(contents));
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function goBack(contents: WebContents): void {
  if (contents.isDestroyed()) return;
  contents
    .loadURL(appPage)
    .catch((error: unknown) => console.error('Dateline: the page did not come back', error));
}
