import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './fixtures';

const renderer = resolve(import.meta.dirname, '../../out/renderer');

test('the page is isolated, and nothing of it or main reaches the network', async ({ desk }) => {
  const { app, page } = await desk.start();
  const switches = await app.evaluate(({ app: electron }) => ({
    resolver: electron.commandLine.getSwitchValue('host-resolver-rules'),
    proxy: electron.commandLine.hasSwitch('no-proxy-server'),
  }));
  expect(switches).toEqual({ resolver: 'MAP * ~NOTFOUND', proxy: true });
  const reached = await page.evaluate(async () => {
    const fails = (work: () => unknown): Promise<boolean> =>
      Promise.resolve()
        .then(work)
        .then(
          () => false,
          () => true,
        );
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      fetchRefused: await fails(() => fetch('https://dateline.example/')),
      fileRefused: await fails(() => fetch('file:///etc/hosts')),
      otherHostRefused: await fails(() => fetch('app://elsewhere/')),
    };
  });
  expect(reached).toEqual({
    node: [],
    fetchRefused: true,
    fileRefused: true,
    otherHostRefused: true,
  });
});

test('no text becomes a program', async ({ desk }) => {
  const { page } = await desk.start();
  // In a task of the page's own: what a debugger evaluates is exempt from the policy, and so is what it calls.
  const ran = await page.evaluate(
    () =>
      new Promise<readonly string[]>((settle) => {
        setTimeout(() => {
          const done: string[] = [];
          for (const name of ['eval', 'Function']) {
            try {
              const evaluate: unknown = Reflect.get(globalThis, name);
              if (typeof evaluate === 'function') evaluate('1');
              done.push(name);
            } catch {
              // What the policy refuses is thrown.
            }
          }
          const script = document.createElement('script');
          script.textContent = 'window.ranInline = true';
          document.body.append(script);
          if ('ranInline' in window) done.push('inline script');
          settle(done);
        });
      }),
  );
  expect(ran).toEqual([]);
});

test('every answer of the protocol carries the policy, those to workers and refusals too', async ({
  desk,
}) => {
  const { page } = await desk.start();
  const names = readdirSync(renderer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name).slice(renderer.length));
  expect(names.filter((name) => /worker.*\.js$/.test(name)).length).toBeGreaterThan(0);
  const asked = ['/', '/no-such-file.js', '/..%2f..%2fpackage.json', ...names];
  const answers = await page.evaluate(async (paths) => {
    const all: { path: string; method: string; status: number; policy: string | null }[] = [];
    for (const path of paths)
      for (const method of path === '/' ? ['GET', 'HEAD', 'POST'] : ['GET']) {
        const answer = await fetch(path, { method });
        const policy = answer.headers.get('content-security-policy');
        all.push({ path, method, status: answer.status, policy });
      }
    return all;
  }, asked);
  for (const { path, policy } of answers)
    expect(policy, path).toMatch(/^default-src 'none'; script-src 'self';/);
  const statusOf = (path: string, method = 'GET') =>
    answers.find((one) => one.path === path && one.method === method)?.status;
  expect(statusOf('/', 'POST')).toBe(405);
  expect(statusOf('/no-such-file.js')).toBe(404);
  expect(statusOf('/..%2f..%2fpackage.json')).toBe(404);
});

test('no permission is granted but keeping the store and copying', async ({ desk }) => {
  const { page } = await desk.start();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ];
    const all: Record<string, string> = {};
    for (const name of names)
      all[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
    return { all, persisted: await navigator.storage.persist() };
  });
  expect([...new Set(Object.values(states.all))]).toEqual(['denied']);
  expect(states.persisted).toBe(true);
});

test('the window stays on its page, opens no other, and downloads nothing', async ({ desk }) => {
  const { app, page, window } = await desk.start();
  const address = page.url();
  await app.evaluate(({ session, app: electron }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seen', seen);
    session.defaultSession.on('will-download', (event) => {
      seen.push(`download ${event.defaultPrevented ? 'refused' : 'begun'}`);
    });
    electron.on('browser-window-created', () => seen.push('window'));
  });
  for (const target of ['https://dateline.example/', 'file:///etc/hosts', 'data:text/html,x'])
    await page.evaluate((url) => {
      location.href = url;
    }, target);
  const opened = await page.evaluate(() => [
    open('https://dateline.example/') === null,
    open('about:blank') === null,
    open('app://dateline/') === null,
  ]);
  expect(opened).toEqual([true, true, true]);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'stolen.txt';
    document.body.append(link);
    link.click();
  });
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'seen')))
    .toEqual(['download refused']);
  expect(page.url()).toBe(address);

  // Electron asks nobody before it goes here.
  await page.evaluate(() => void setTimeout(() => location.assign('about:blank')));
  await page.waitForURL('about:blank');
  await expect(window.status).toBeVisible();
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
});
