import type { Session } from 'electron';

const networkUrls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

/** Cancels every request of the session to a network scheme, whatever made it; the page itself comes by `app:`. */
export function closeNetwork(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: networkUrls }, (_details, callback) => {
    callback({ cancel: true });
  });
}
