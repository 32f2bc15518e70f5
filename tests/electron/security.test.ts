import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('the app’s address', () => {
  it('is a standard, secure origin', () => {
    expect(shell.protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it.each([
    { url: 'app://dateline/', method: 'GET', status: 200, type: 'text/html; charset=utf-8' },
    {
      url: 'app://dateline/index.html',
      method: 'GET',
      status: 200,
      type: 'text/html; charset=utf-8',
    },
    {
      url: 'app://dateline/index.html?a#b',
      method: 'GET',
      status: 200,
      type: 'text/html; charset=utf-8',
    },
    {
      url: 'app://dateline/page.js',
      method: 'GET',
      status: 200,
      type: 'text/javascript; charset=utf-8',
    },
    {
      url: 'app://dateline/worker.js',
      method: 'GET',
      status: 200,
      type: 'text/javascript; charset=utf-8',
    },
    { url: 'app://dateline/missing.js', method: 'GET', status: 404 },
    { url: 'app://dateline/../../secret.txt', method: 'GET', status: 404 },
    { url: 'app://dateline/..%2f..%2fsecret.txt', method: 'GET', status: 404 },
    { url: 'app://dateline/%2e%2e/%2e%2e/secret.txt', method: 'GET', status: 404 },
    { url: 'app://dateline/..%5c..%5csecret.txt', method: 'GET', status: 404 },
    { url: 'app://dateline//etc/hostname', method: 'GET', status: 404 },
    { url: 'app://dateline/%00', method: 'GET', status: 404 },
    { url: 'app://dateline/%zz', method: 'GET', status: 404 },
    { url: 'app://elsewhere/index.html', method: 'GET', status: 404 },
    { url: 'app://dateline.evil/index.html', method: 'GET', status: 404 },
    { url: 'app://dateline/index.html', method: 'POST', status: 405 },
    { url: 'app://dateline/index.html', method: 'HEAD', status: 200 },
  ])(
    'answers $url ($method) with $status and the policy',
    async ({ url, status, type, method }) => {
      const response = await shell.protocol.request(url, method);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe(
        type ?? (status === 200 ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'),
      );
      const policy = response.headers.get('content-security-policy')?.split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("connect-src 'self'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
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

  it.each(['hid', 'serial', 'usb'])('no %s device', (kind) => {
    expect(shell.session.allowsDevice(kind)).toBe(false);
  });
});

describe('an ipc message', () => {
  const own = { url: 'app://dateline/', origin: 'app://dateline', parent: null, detached: false };
  const refused = { ok: false, error: { code: 'refused', detail: 'sender' } };

  it.each([
    { from: 'a frame within the page', frame: { ...own, parent: own } },
    { from: 'another origin', frame: { ...own, url: 'https://a.test/', origin: 'https://a.test' } },
    { from: 'an opaque origin', frame: { ...own, origin: 'null' } },
    { from: 'a page that is being left', frame: { ...own, detached: true } },
    { from: 'a frame that is gone', frame: null },
  ])('from $from is refused', async ({ frame }) => {
    expect(await shell.invokeAs(frame, 'desktop:describe', [])).toEqual(refused);
  });

  it('from a real frame within the page is refused', async () => {
    const page = await shell.windows.page();
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    const host = await shell.windows.host();
    const inner = page.frames().find((frame) => frame.parentFrame() !== null);
    const frame = inner === undefined ? null : host.frameDouble(inner);
    expect(frame?.parent?.origin).toBe('app://dateline');
    expect(await shell.invokeAs(frame, 'desktop:openFiles', [])).toEqual(refused);
    expect(shell.dialog.shown).toEqual([]);
  });

  it('from another window’s page is refused', async () => {
    expect(await shell.invokeAs(own, 'desktop:describe', [], {})).toEqual(refused);
  });

  it('from the window’s own page is answered', async () => {
    expect(await shell.invokeAs(own, 'desktop:describe', [])).toMatchObject({ ok: true });
  });

  it('with arguments that the contract does not know is refused', async () => {
    expect(await shell.invokeAs(own, 'desktop:beginRead', ['/etc/hostname'])).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
  });
});
