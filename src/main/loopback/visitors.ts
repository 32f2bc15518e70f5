import { randomName } from '../desktop/random-name';
import { isSameSecret } from './secrets';

/** Who may see the page: whoever opens an address with a key not used before, and then holds the cookie. */
export interface Visitors {
  /** A key that lets one visitor in, once. Only the newest few unused keys are good. */
  issueKey(): string;
  /** The `Set-Cookie` header for whoever brings an unused key; null for any other. */
  admit(key: string): string | null;
  /** Whether a `Cookie` header is that of someone admitted. */
  isAdmitted(cookieHeader: string | undefined): boolean;
}

const maxUnusedKeys = 8;

/** Admits nobody yet. The cookie is named after the port, since cookies of one address are shared by all its ports. */
export function createVisitors(port: number): Visitors {
  const cookieName = `dateline-${port}`;
  let keys: readonly string[] = [];
  const sessions: string[] = [];
  return {
    issueKey: () => {
      const key = randomName();
      keys = [key, ...keys].slice(0, maxUnusedKeys);
      return key;
    },
    admit: (key) => {
      const unused = keys.filter((known) => !isSameSecret(known, key));
      if (unused.length === keys.length) return null;
      keys = unused;
      const session = randomName();
      sessions.push(session);
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isAdmitted: (cookieHeader = '') =>
      cookieHeader
        .split(';')
        .map((cookie) => cookie.trim())
        .filter((cookie) => cookie.startsWith(`${cookieName}=`))
        .map((cookie) => cookie.slice(cookieName.length + 1))
        .some((value) => sessions.some((session) => isSameSecret(session, value))),
  };
}
