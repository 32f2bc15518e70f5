import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopMethods } from '../../src/preload/contract';
import type { ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';

/** Run in the page: what a request from the page and from a worker comes to. */
const askForOutside = `(async () => {
  const ask = (worker, url) => new Promise((answer) => {
    worker.onmessage = ({ data }) => answer(data);
    worker.postMessage(url);
  });
  const worker = new Worker('/worker.js', { type: 'module' });
  const outside = 'https://example.test/';
  return {
    page: await fetch(outside).then(() => 'answered', () => 'refused'),
    workerOutside: await ask(worker, outside),
    workerInside: await ask(worker, location.origin + '/page.js'),
  };
})()`;

/** The names of all permissions, as Electron's own definitions list them for a check. */
function knownPermissions(): readonly string[] {
  const definitions = createRequire(import.meta.url).resolve('electron/electron.d.ts');
  const handler = readFileSync(definitions, 'utf8').match(
    /setPermissionCheckHandler\(handler: .*/u,
  );
  const union = /permission: ((?:'[\w-]+'(?: \| )?)+)/u.exec(handler?.[0] ?? '')?.[1] ?? '';
  return union.split(' | ').map((name) => name.replaceAll("'", ''));
}

let sample: SampleApp;
let shell: ShellDouble;

beforeAll(async () => {
  sample = createSampleApp();
  shell = sample.launch();
  await shell.windows.page();
});

afterAll(async () => {
  await shell.close();
  sample.remove();
});

describe('the window', () => {
  it('shows an isolated, sandboxed page that has no Node and no spelling dictionaries', () => {
    expect(shell.windows.only.options.webPreferences).toEqual({
      preload: expect.stringMatching(/out[\\/]preload[\\/]index\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: true,
    });
  });

  it('offers the page the contract and nothing else of the preload', async () => {
    const page = await shell.windows.page();
    const seen = await page.evaluate(() => {
      const desktop = window.dateline ?? {};
      return {
        names: Object.keys(desktop),
        kinds: Object.values(desktop).map((method) => typeof method),
        isFrozen: Object.isFrozen(desktop),
        globals: [
          'require',
          'module',
          'process',
          'electron',
          'ipcRenderer',
          'toMain',
          'fromMain',
        ].filter((name) => name in window),
      };
    });
    expect(seen.names).toEqual([...desktopMethods]);
    expect(new Set(seen.kinds)).toEqual(new Set(['function']));
    expect(seen.isFrozen).toBe(true);
    expect(seen.globals).toEqual([]);
  });
});

describe('the network', () => {
  it('is closed by switches before ready', () => {
    expect(Object.fromEntries(shell.app.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
    });
  });

  it.each(['http://example.test/', 'https://192.0.2.1/x', 'ws://example.test/', 'wss://a.test/'])(
    'is closed to a request to %s, whatever made it',
    (url) => {
      expect(shell.session.isCancelled(url)).toBe(true);
    },
  );

  it('is closed to WebRTC', () => {
    expect(shell.windows.only.webRtcPolicy()).toBe('disable_non_proxied_udp');
  });

  it('is closed to the page and to its workers by their own policy', async () => {
    const page = await shell.windows.page();
    const answers = await page.evaluate(askForOutside);
    expect(answers).toEqual({
      page: 'refused',
      workerOutside: 'refused',
      workerInside: 'answered',
    });
    expect(shell.windows.strangers).toEqual([]);
  });
});

describe('the page', () => {
  it.each(['https://example.test/', '/page.js'])('cannot be left for %s', async (address) => {
    const page = await shell.windows.page();
    const refused = page.waitForEvent('requestfailed');
    await page.evaluate((target) => location.assign(target), address);
    expect((await refused).failure()?.errorText).toBe('net::ERR_ABORTED');
    expect(await page.title()).toBe('Sample page');
    expect(shell.windows.strangers).toEqual([]);
  });

  it.each([
    { to: 'the page itself, as a reload does', url: 'app://dateline/', is: 'let through' },
    { to: 'a place in the page', url: 'app://dateline/?a#b', is: 'let through' },
    { to: 'a script of the app', url: 'app://dateline/page.js', is: 'refused' },
    { to: 'another host of the scheme', url: 'app://elsewhere/', is: 'refused' },
    { to: 'a host that begins alike', url: 'app://dateline.evil/', is: 'refused' },
    { to: 'the network', url: 'https://example.test/', is: 'refused' },
    { to: 'a file', url: 'file:///etc/hostname', is: 'refused' },
    { to: 'a script in an address', url: 'javascript:alert(1)', is: 'refused' },
    { to: 'data', url: 'data:text/html,hello', is: 'refused' },
    { to: 'a blob', url: 'blob:app://dateline/0', is: 'refused' },
    { to: 'the browser’s own pages', url: 'chrome://version', is: 'refused' },
    { to: 'another program', url: 'mailto:a@example.test', is: 'refused' },
    { to: 'nothing', url: '', is: 'refused' },
  ])('may not be left: $to is $is', ({ url, is }) => {
    expect(shell.windows.prevents({ url, isMainFrame: true })).toBe(is === 'refused');
  });

  it('comes back from where Electron asks nobody', async () => {
    const page = await shell.windows.page();
    await page.evaluate(() => location.assign('about:blank'));
    await expect.poll(() => page.title()).toBe('Sample page');
  });

  it('runs nothing that is written inline, and evaluates no text', async () => {
    const page = await shell.windows.page();
    const ran = await page.evaluate(
      async (attempts) => {
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = true';
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.ranAttribute = true');
        document.body.append(script, button);
        button.click();
        // Later, since a debugger's own words are exempt from the policy.
        await new Promise<void>((settle) => {
          setTimeout(() => {
            for (const name of attempts) {
              try {
                const evaluate: unknown = Reflect.get(window, name);
                if (typeof evaluate === 'function') evaluate(`window.ran${name} = true`)?.();
              } catch {
                // What the policy refuses is thrown.
              }
            }
            settle();
          });
        });
        return Object.keys(window).filter((name) => name.startsWith('ran'));
      },
      ['eval', 'Function'],
    );
    expect(ran).toEqual([]);
  });

  it('holds no frame that goes anywhere, not even to the page itself', () => {
    expect(shell.windows.prevents({ url: 'app://dateline/', isMainFrame: false })).toBe(true);
  });

  it('can be loaded again', async () => {
    const page = await shell.windows.page();
    await page.evaluate(() => Reflect.set(window, 'mark', 1));
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => location.reload());
    await loaded;
    expect(await page.evaluate(() => 'mark' in window)).toBe(false);
  });

  it('opens no window', async () => {
    const page = await shell.windows.page();
    await page.evaluate(() => window.open('https://example.test/window'));
    await expect.poll(() => shell.windows.refusedWindows).toEqual(['https://example.test/window']);
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(shell.windows.only.answerToOpening('app://dateline/')).toBe('deny');
  });

  it('takes in no webview and follows no redirect', () => {
    expect(shell.offer('contents', 'will-attach-webview', {}, {})).toBe(true);
    expect(shell.offer('contents', 'will-redirect')).toBe(true);
  });
});

describe('downloads', () => {
  it('are refused, whatever begins them', () => {
    expect(shell.session.refusesDownload()).toBe(true);
  });
});

describe('permissions', () => {
  const own = 'app://dateline/index.html';
  it.each([
    { permission: 'persistent-storage', url: own, granted: true },
    { permission: 'clipboard-sanitized-write', url: own, granted: true },
    { permission: 'persistent-storage', url: 'https://example.test/', granted: false },
    { permission: 'persistent-storage', url: 'app://dateline.evil/', granted: false },
    { permission: 'clipboard-read', url: own, granted: false },
    { permission: 'fileSystem', url: own, granted: false },
    { permission: 'geolocation', url: own, granted: false },
    { permission: 'local-fonts', url: own, granted: false },
    { permission: 'media', url: own, granted: false },
    { permission: 'notifications', url: own, granted: false },
    { permission: 'openExternal', url: own, granted: false },
    { permission: 'unknown', url: own, granted: false },
  ])('$permission for $url: $granted', async ({ permission, url, granted }) => {
    expect(await shell.session.request({ permission, url })).toBe(granted);
    expect(shell.session.check({ permission, url })).toBe(granted);
  });

  it('are two of all that Electron knows', async () => {
    const known = knownPermissions();
    const granted: string[] = [];
    for (const permission of known)
      if (shell.session.check({ permission, url: own })) granted.push(permission);
    expect(known.length).toBeGreaterThan(40);
    expect(granted).toEqual(['clipboard-sanitized-write', 'persistent-storage']);
  });

  it.each(['hid', 'serial', 'usb'])('no %s device', (kind) => {
    expect(shell.session.allowsDevice(kind)).toBe(false);
  });
});
