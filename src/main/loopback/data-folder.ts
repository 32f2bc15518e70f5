import { join } from 'node:path';

/** What the default folder depends on. */
export interface Surroundings {
  /** Node's `process.platform`. */
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where the loopback shell keeps its data unless told otherwise: the platform's own place for it, and never where the
 * Electron shell keeps its own. On macOS that is `dateline` in the same folder, and capitals do not tell names apart.
 */
export function defaultDataFolder({ platform, environment, home }: Surroundings): string {
  if (platform === 'darwin')
    return join(home, 'Library', 'Application Support', 'Dateline Browser');
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Dateline');
  }
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'dateline');
}
