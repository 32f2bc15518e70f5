import { spawn } from 'node:child_process';

/** What the browser is started for. */
export interface BrowserWish {
  readonly address: string;
  /** A profile of our own: it holds the store. */
  readonly profileFolder: string;
  /** Node's `process.platform`. */
  readonly platform: string;
  readonly isRoot: boolean;
  /** `DATELINE_DISABLE_GPU=1` asks for drawing without the graphics card. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Features of Chromium that ask its maker's servers for something; the fields of a form would be described to one of them. */
const unwanted = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'AutofillServerCommunication',
];

/**
 * The arguments that make a Chromium-family browser a window for one page: no first-run pages, nothing fetched of its
 * own, no translation, and no way to anything but the page's own server. Chromium does not run as root within its sandbox.
 */
export function browserArguments(wish: BrowserWish): readonly string[] {
  const { address, profileFolder, platform, isRoot, environment } = wish;
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-domain-reliability',
    `--disable-features=${unwanted.join(',')}`,
    // Neither of the two is stopped by the switches above.
    '--component-updater=url-source=about:blank',
    '--gaia-url=http://127.0.0.1:1',
    // Whatever is not our own server goes to a proxy that is not there. (Rules for the resolver would do the same, but
    // Chromium warns of them in a bar over the page.) Without the first entry all of this machine would be let past it.
    '--proxy-server=http://127.0.0.1:1',
    `--proxy-bypass-list=<-loopback>;${new URL(address).host}`,
    // WebRTC, which neither a proxy nor the page's policy would hold.
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    // Otherwise it may ask for the password of the system's key ring.
    ...(platform === 'linux' ? ['--password-store=basic'] : []),
    ...(platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
    ...(environment['DATELINE_DISABLE_GPU'] === '1' ? ['--disable-gpu'] : []),
  ];
}

/** How a browser's process ended. */
export interface BrowserEnd {
  readonly failed: boolean;
  /** The last it said, or why it did not start. */
  readonly lastWords: string;
}

/** A browser that was started. */
export interface Browser {
  /** Settles when the process has ended, or could not be started; never rejects. */
  readonly ended: Promise<BrowserEnd>;
  /** Asks the process to end. */
  close(): void;
}

const maxLastWords = 2000;

/** Starts the browser and stays with it. */
export function openBrowser(path: string, args: readonly string[]): Browser {
  const browser = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let lastWords = '';
  browser.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-maxLastWords);
  });
  const ended = new Promise<BrowserEnd>((settle) => {
    browser.on('error', (error) => settle({ failed: true, lastWords: error.message }));
    browser.on('exit', (code) => settle({ failed: code !== 0, lastWords }));
  });
  return { ended, close: () => void browser.kill() };
}

/** Starts the browser and leaves it to itself; false when it could not be started. */
export function leaveBrowser(path: string, args: readonly string[]): Promise<boolean> {
  const browser = spawn(path, args, { stdio: 'ignore', detached: true });
  return new Promise((settle) => {
    browser.on('error', () => settle(false));
    browser.on('spawn', () => {
      browser.unref();
      settle(true);
    });
  });
}
