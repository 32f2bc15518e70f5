/** The one address that the server listens on: this machine alone. */
export const loopbackHost = '127.0.0.1';

/** Under which path the page's WebSocket is. */
export const socketPath = '/desktop';

/** What `Host` must say, and nothing else: a name that was rebound to this machine is not ours. */
export function hostOf(port: number): string {
  return `${loopbackHost}:${port}`;
}

/** The page's origin, to which its IndexedDB belongs. */
export function originOf(port: number): string {
  return `http://${hostOf(port)}`;
}

/** The address that lets one visitor in, once. */
export function addressOf(port: number, key: string): string {
  return `${originOf(port)}/?key=${key}`;
}
