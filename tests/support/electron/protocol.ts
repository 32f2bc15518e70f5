import type { CustomScheme, Protocol } from 'electron';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { knowOptions, type StandInFor, strict } from './strict';

/** The stand-in of `protocol`, and the test's hold on it. */
export interface ProtocolDouble {
  readonly api: object;
  readonly schemes: readonly CustomScheme[];
  /**
   * What the program answers to a request for `url`. An answer without a Content-Security-Policy
   * is a fault: a worker whose own script lacks it may do what the page may not.
   */
  readonly request: (url: string, method?: string) => Promise<Response>;
}

type Handler = (request: Request) => Response | Promise<Response>;

/** `protocol` with nothing registered. */
export function createProtocol(phase: Phase, faults: Faults): ProtocolDouble {
  const schemes: CustomScheme[] = [];
  const handlers = new Map<string, Handler>();
  const api = {
    registerSchemesAsPrivileged: (customSchemes: readonly CustomScheme[]): void => {
      phase.onlyBefore('protocol.registerSchemesAsPrivileged');
      if (schemes.length > 0) throw faults.fault('registerSchemesAsPrivileged called twice');
      for (const scheme of customSchemes) {
        knowOptions('CustomScheme', scheme, ['scheme', 'privileges'], faults);
        const privileges = ['standard', 'secure', 'supportFetchAPI'];
        knowOptions('CustomScheme.privileges', scheme.privileges ?? {}, privileges, faults);
      }
      schemes.push(...customSchemes);
    },
    handle: (scheme: string, handler: Handler): void => {
      phase.onlyAfter('protocol.handle');
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      handlers.set(scheme, handler);
    },
  } satisfies StandInFor<Protocol>;

  return {
    api: strict('protocol', api, faults),
    schemes,
    request: async (url, method = 'GET') => {
      const handler = handlers.get(url.slice(0, url.indexOf(':')));
      if (handler === undefined) throw faults.fault(`no handler for ${url}`);
      const response = await handler(new Request(url, { method }));
      if (!response.headers.has('content-security-policy')) {
        throw faults.fault(`the answer to ${url} has no Content-Security-Policy`);
      }
      return response;
    },
  };
}
