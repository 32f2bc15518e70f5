/**
 * Stock Chromium cannot be made to serve a custom scheme, so the app's origin, `app://dateline`, is shown as one
 * intercepted https origin, `https://dateline.shell.test`, and back. Every other address is itself.
 */

/** The address that Chromium is given for an address of a privileged custom scheme; null for any other. */
export function toChromium(url: string, scheme: string): string | null {
  const match = new RegExp(`^${scheme}://([a-z0-9-]+)(/.*)?$`, 's').exec(url);
  return match === null ? null : `https://${match[1]}.shell.test${match[2] ?? '/'}`;
}

/** The address that Electron would have for one of Chromium's. */
export function fromChromium(url: string, scheme: string): string {
  const match = /^https:\/\/([a-z0-9-]+)\.shell\.test(\/.*)?$/s.exec(url);
  return match === null ? url : `${scheme}://${match[1]}${match[2] ?? ''}`;
}

/** The origin of one of Electron's addresses, as `WebFrameMain.origin` has it. */
export function originOf(url: string, scheme: string): string {
  if (url.startsWith(`${scheme}://`)) return url.split('/', 3).join('/');
  return URL.canParse(url) ? new URL(url).origin : 'null';
}
