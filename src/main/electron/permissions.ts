import type { Session } from 'electron';
import { isAppAddress } from './address';

/** Keeping the store when the disk runs short, and copying text. */
const granted: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Whether the app grants `permission` to a page at `address`: two, and to its own page alone. */
export function isGranted(permission: string, address: string): boolean {
  return granted.has(permission) && isAppAddress(address);
}

/**
 * Refuses every permission but those of `isGranted`. Requests, checks and devices are three separate questions in
 * Electron (its security checklist, "Handle session permission requests from remote content").
 */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isGranted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isGranted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}
