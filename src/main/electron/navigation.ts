import type { WebContents } from 'electron';
import { isAppPage } from './address';

/**
 * Keeps the window on its own page: a reload passes; every other navigation of any frame, every redirect, new
 * window and webview is refused. WebRTC, which no policy of the page reaches, may not open a socket of its own.
 */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
