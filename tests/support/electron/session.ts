import type { Session, WebRequest } from 'electron';
import { createEvent, createEvents } from './events';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { knowOptions, type StandInFor, strict } from './strict';

/** A question of the page to the session, as the program's handlers see it. */
export interface PermissionQuestion {
  readonly permission: string;
  /** The address of the page that asks. */
  readonly url: string;
}

/** The stand-in of `session`, and the test's hold on its handlers. A handler that was never set is a fault. */
export interface SessionDouble {
  readonly api: object;
  request(question: PermissionQuestion): Promise<boolean>;
  check(question: PermissionQuestion): boolean;
  allowsDevice(deviceType: string): boolean;
  /** Whether the program refuses a download. */
  refusesDownload(): boolean;
  /** Whether the program cancels a request to `url`; null when it does not look at such requests. */
  isCancelled(url: string): boolean | null;
}

type RequestHandler = (
  contents: null,
  permission: string,
  callback: (granted: boolean) => void,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void;
type CheckHandler = (
  contents: null,
  permission: string,
  origin: string,
  details: object,
) => boolean;
type DeviceHandler = (details: { readonly deviceType: string }) => boolean;
type RequestListener = (
  details: { readonly url: string },
  callback: (response: { readonly cancel?: boolean }) => void,
) => void;

/** A default session without handlers. */
export function createSession(phase: Phase, faults: Faults): SessionDouble {
  let requestHandler: RequestHandler | null = null;
  let checkHandler: CheckHandler | null = null;
  let deviceHandler: DeviceHandler | null = null;
  const events = createEvents('session', ['will-download'], faults);
  let filter: { readonly urls: readonly string[]; readonly listener: RequestListener } | null =
    null;

  const webRequest = {
    onBeforeRequest: (given: { readonly urls: readonly string[] }, listener: RequestListener) => {
      knowOptions('WebRequestFilter', given, ['urls'], faults);
      filter = { urls: given.urls, listener };
    },
  } satisfies StandInFor<WebRequest>;
  const defaultSession = {
    ...events.api,
    webRequest: strict('session.webRequest', webRequest, faults),
    setPermissionRequestHandler: (handler: RequestHandler) => {
      requestHandler = handler;
    },
    setPermissionCheckHandler: (handler: CheckHandler) => {
      checkHandler = handler;
    },
    setDevicePermissionHandler: (handler: DeviceHandler) => {
      deviceHandler = handler;
    },
  } satisfies StandInFor<Session>;
  const set = <T>(handler: T | null, name: string): T => {
    if (handler === null) throw faults.fault(`session.${name} was never called`);
    return handler;
  };
  const api = {
    get defaultSession() {
      phase.onlyAfter('session.defaultSession');
      return strict('session.defaultSession', defaultSession, faults);
    },
  };

  return {
    api: strict('session', api, faults),
    request: ({ permission, url }) =>
      new Promise((answer) => {
        const handler = set(requestHandler, 'setPermissionRequestHandler');
        handler(null, permission, answer, { requestingUrl: url, isMainFrame: true });
      }),
    check: ({ permission, url }) => {
      // Electron gives the origin as an address, with the slash of its root.
      const origin = /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? '';
      const handler = set(checkHandler, 'setPermissionCheckHandler');
      return handler(null, permission, `${origin}/`, { requestingUrl: url, isMainFrame: true });
    },
    refusesDownload: () => {
      const event = createEvent('will-download', {}, faults);
      events.emit('will-download', event);
      return event.defaultPrevented;
    },
    allowsDevice: (deviceType) => set(deviceHandler, 'setDevicePermissionHandler')({ deviceType }),
    isCancelled: (url) => {
      const { urls, listener } = filter ?? { urls: [], listener: null };
      const isWatched = urls.some((pattern) => matches(pattern, url));
      if (!isWatched || listener === null) return null;
      let cancelled = false;
      listener({ url }, (response) => {
        cancelled = response.cancel === true;
      });
      return cancelled;
    },
  };
}

/** Only the patterns `<scheme>://*` + `/*` are understood. */
function matches(pattern: string, url: string): boolean {
  return pattern.endsWith('://*/*') && url.startsWith(pattern.slice(0, -'*/*'.length));
}
