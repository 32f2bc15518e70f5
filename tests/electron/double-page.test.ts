import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { runProgram, scheme, window } from '../support/electron/small-program';

/** What `bridge[method]` does in the page with the arguments that the script `args` makes there. */
async function bridge(page: Page, method: string, args: string): Promise<unknown> {
  return page.evaluate(
    `(async () => window.bridge.${method}(...${args}))().then((value) => ({ value }), ({ message }) => ({ message }))`,
  );
}

describe('ipc', () => {
  it('carries what structured clone carries', async () => {
    const page = await runProgram(`${scheme}${window}`).windows.page();
    const sent =
      '["echo", null, 1.5, -1, "é😀", [true], { a: { b: [] } }, new Uint8Array([0, 255])]';
    const answer = await page.evaluate(
      `window.bridge.invoke(...${sent}).then((all) => [JSON.stringify(all.slice(0, 6)), all[6] instanceof Uint8Array, [...all[6]]])`,
    );
    expect(answer).toEqual(['[null,1.5,-1,"é😀",[true],{"a":{"b":[]}}]', true, [0, 255]]);
  });

  it.each([
    { sends: 'a function', args: '["echo", () => 1]', says: 'An object could not be cloned.' },
    {
      sends: 'a function inside',
      args: '["echo", { f() {} }]',
      says: 'An object could not be cloned.',
    },
    {
      sends: 'a Proxy',
      args: '["echo", new Proxy({}, {})]',
      says: 'An object could not be cloned.',
    },
    {
      sends: 'a message that gets a function back',
      args: '["function"]',
      says: "Error invoking remote method 'function': Error: An object could not be cloned.",
    },
    {
      sends: 'a message whose handler throws',
      args: '["fail"]',
      says: "Error invoking remote method 'fail': TypeError: out of paper",
    },
    {
      sends: 'a message that nobody handles',
      args: '["nobody"]',
      says: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    },
  ])('fails when the page sends $sends', async ({ args, says }) => {
    const page = await runProgram(`${scheme}${window}`).windows.page();
    expect(await bridge(page, 'invoke', args)).toEqual({ message: says });
  });
});

describe('the preload', () => {
  it('keeps its globals to itself, and passes functions as stand-ins', async () => {
    const page = await runProgram(`${scheme}${window}`).windows.page();
    expect(
      await page.evaluate(`typeof ofThePreload + typeof require + Object.isFrozen(bridge)`),
    ).toBe('undefinedundefinedtrue');
    expect(await page.evaluate(`typeof toMain + typeof fromMain`)).toBe('undefinedundefined');
    await expect(page.evaluate('ofThePreload')).rejects.toThrow('ofThePreload is not defined');
    expect(await bridge(page, 'twice', '[(n) => n * 10]')).toEqual({ value: 30 });
  });

  it.each([
    {
      call: 'again',
      says: 'Cannot bind an API on top of an existing property on the window object',
    },
    { call: 'proxy', says: 'An object could not be cloned.' },
    { call: 'proxyInside', says: 'An object could not be cloned.' },
    {
      call: 'instance',
      says: 'Electron double: contextBridge was given an object with a prototype',
    },
  ])('cannot expose $call', async ({ call, says }) => {
    const page = await runProgram(`${scheme}${window}`).windows.page();
    expect(await bridge(page, 'call', `['${call}']`)).toEqual({ message: says });
    expect(await page.evaluate(`'proxy' in window || 'instance' in window`)).toBe(false);
  });

  it.each([
    { call: 'unknownRenderer', says: 'Electron double: unknown ipcRenderer.sendSync' },
    { call: 'unknownBridge', says: 'Electron double: unknown contextBridge.executeInMainWorld' },
    {
      call: 'unknownModule',
      says: "Electron double: unknown module 'node:fs' in a sandboxed preload",
    },
  ])('cannot use $call', async ({ call, says }) => {
    const running = runProgram(`${scheme}${window}`);
    const page = await running.windows.page();
    expect(await bridge(page, 'call', `['${call}']`)).toEqual({ message: says });
    expect(running.takeFaults()).toEqual([says]);
  });

  it('does not run in a frame within the page', async () => {
    const page = await runProgram(`${scheme}${window}`).windows.page();
    await page.evaluate('document.body.append(document.createElement("iframe"))');
    const inner = page.frames().find((frame) => frame.parentFrame() !== null);
    expect(await inner?.evaluate('typeof bridge')).toBe('undefined');
  });
});

describe('an answer of the protocol handler', () => {
  /** Serves a page with a script and a worker; the answer at `path` comes without a policy. */
  function without(path: string): string {
    const files = {
      '/': '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>',
      '/page.js':
        'new Worker("/worker.js", { type: "module" }); fetch("/gone.txt").catch(() => {});',
      '/worker.js': 'postMessage("it runs")',
    };
    return `
app.whenReady().then(() => {
  const files = ${JSON.stringify(files)};
  protocol.handle('app', ({ url }) => {
    const { pathname } = new URL(url);
    const headers = { 'content-type': pathname === '/' ? 'text/html' : 'text/javascript' };
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";
    if (pathname !== '${path}') headers['content-security-policy'] = policy;
    return new Response(files[pathname] ?? 'Not found', { status: pathname in files ? 200 : 404, headers });
  });
  const preload = path.join(app.getAppPath(), 'out/preload/index.cjs');
  return new BrowserWindow({ webPreferences: { preload } }).loadURL('app://sample/');
}).catch((error) => console.error(error));
`;
  }

  it.each(['/', '/page.js', '/worker.js', '/gone.txt'])(
    'that lacks its policy makes the shell fail: %s',
    async (path) => {
      const running = runProgram(`${scheme}${without(path)}`);
      const says = `Electron double: the answer to app://sample${path} has no Content-Security-Policy`;
      await expect.poll(() => running.faults.all.map(({ message }) => message)).toEqual([says]);
      await expect(running.close()).rejects.toThrow(says);
    },
  );

  it('makes nothing fail when every answer has its policy', async () => {
    const running = runProgram(`${scheme}${without('/nothing')}`);
    const page = await running.windows.page();
    await expect.poll(() => page.workers().length).toBe(1);
    expect(running.faults.all).toEqual([]);
  });
});

describe('a request that is not the app’s own', () => {
  it('is a fault when the program does not cancel it', async () => {
    const running = runProgram(`${scheme}${window}`);
    const page = await running.windows.page();
    await page.evaluate('location.assign("https://example.test/")');
    await expect.poll(() => running.windows.strangers).toEqual(['https://example.test/']);
    expect(running.takeFaults()).toEqual([
      'Electron double: a request left the app: https://example.test/',
    ]);
  });
});
