import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { launch, type ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';
import { pack, unpack } from '../support/electron/wire';

/** A program that does everything right; the tests put something wrong into it. */
const scheme = `
const { app, BrowserWindow, ipcMain, protocol, session } = require('electron');
const path = require('node:path');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
`;
const window = `
app.whenReady().then(() => {
  protocol.handle('app', ({ url }) => new Response('<!doctype html><title>A page</title>', {
    headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
  }));
  ipcMain.handle('echo', (_event, ...args) => args);
  ipcMain.handle('fail', () => { throw new TypeError('out of paper'); });
  ipcMain.handle('function', () => () => 1);
  const preload = path.join(app.getAppPath(), 'out/preload/index.cjs');
  const window = new BrowserWindow({ webPreferences: { preload } });
  return window.loadURL('app://sample/');
}).catch((error) => console.error(error));
`;
const preload = `
const { contextBridge, ipcRenderer } = require('electron');
globalThis.ofThePreload = 'a secret';
contextBridge.exposeInMainWorld('bridge', {
  invoke: (...args) => ipcRenderer.invoke(...args),
  twice: (callback) => callback(1) + callback(2),
  call: (name) => ({
    unknownRenderer: () => ipcRenderer.sendSync('x'),
    unknownBridge: () => contextBridge.executeInMainWorld({}),
    unknownModule: () => require('node:fs'),
    again: () => contextBridge.exposeInMainWorld('bridge', {}),
    proxy: () => contextBridge.exposeInMainWorld('proxy', new Proxy({}, {})),
    proxyInside: () => contextBridge.exposeInMainWorld('proxy', { inner: { it: new Proxy({ f() {} }, {}) } }),
    instance: () => contextBridge.exposeInMainWorld('instance', new (class Thing { act() {} })()),
  })[name](),
});
`;

let sample: SampleApp | undefined;
let shell: ShellDouble | undefined;

afterEach(async () => {
  const closing = shell;
  shell = undefined;
  await closing?.close();
  sample?.remove();
});

function run(main: string, preloadScript = preload): ShellDouble {
  sample = createSampleApp({ preload: preloadScript });
  shell = launch({
    main: sample.write('main.cjs', main),
    appFolder: join(sample.folder, 'app'),
    userDataFolder: sample.userDataFolder,
  });
  return shell;
}

/** What `bridge[method]` does in the page with the arguments that the script `args` makes there. */
async function bridge(page: Page, method: string, args: string): Promise<unknown> {
  return page.evaluate(
    `(async () => window.bridge.${method}(...${args}))().then((value) => ({ value }), ({ message }) => ({ message }))`,
  );
}

/** The words of the faults so far, which are then forgiven. */
function faultsOf(running: ShellDouble): readonly string[] {
  return running.faults.take().map(({ message }) => message);
}

describe('what the program calls', () => {
  it.each([
    { call: 'app.getLocale()', says: 'unknown app.getLocale' },
    { call: 'require("electron").net', says: 'unknown electron.net' },
    { call: 'app.name = "x"', says: 'unknown assignment to app.name' },
    { call: 'app.on("activate", () => {})', says: "unknown event app 'activate'" },
    { call: 'app.getPath("music")', says: "unknown path 'music'" },
    { call: 'BrowserWindow.getAllWindows()', says: 'unknown BrowserWindow.getAllWindows' },
    { call: 'new BrowserWindow({})', says: 'new BrowserWindow before ready' },
    { call: 'session.defaultSession', says: 'session.defaultSession before ready' },
    { call: 'protocol.handle("app", () => {})', says: 'protocol.handle before ready' },
    {
      call: 'protocol.registerSchemesAsPrivileged([{ scheme: "b" }])',
      says: 'registerSchemesAsPrivileged called twice',
    },
  ])('$call before ready is a fault', ({ call, says }) => {
    expect(() => run(`${scheme}${call};`)).toThrow(`Electron double: ${says}`);
  });

  it.each([
    { call: 'app.commandLine.appendSwitch("x")', says: 'app.commandLine.appendSwitch after ready' },
    {
      call: 'protocol.registerSchemesAsPrivileged([])',
      says: 'protocol.registerSchemesAsPrivileged after ready',
    },
    { call: 'new BrowserWindow({ kiosk: true })', says: 'unknown option BrowserWindow.kiosk' },
    {
      call: 'new BrowserWindow({ webPreferences: { plugins: true } })',
      says: 'unknown option webPreferences.plugins',
    },
    {
      call: 'new BrowserWindow({ webPreferences: { sandbox: false } })',
      says: 'only an isolated, sandboxed page without Node can be shown',
    },
    { call: 'new BrowserWindow({}).center()', says: 'unknown BrowserWindow.center' },
    {
      call: 'new BrowserWindow({}).webContents.openDevTools()',
      says: 'unknown webContents.openDevTools',
    },
    {
      call: 'new BrowserWindow({}).webContents.on("paint", () => {})',
      says: "unknown event webContents 'paint'",
    },
    {
      call: 'session.defaultSession.clearCache()',
      says: 'unknown session.defaultSession.clearCache',
    },
  ])('$call after ready is a fault, even when the program catches it', async ({ call, says }) => {
    const running = run(
      `${scheme} app.whenReady().then(() => { ${call}; }).catch(() => app.exit(1));`,
    );
    expect(await running.app.ended).toBe(1);
    shell = undefined;
    await expect(running.close()).rejects.toThrow(`Electron double: ${says}`);
  });

  it('a second handler for a channel throws as in Electron', () => {
    const twice = 'ipcMain.handle("a", () => 1); ipcMain.handle("a", () => 2);';
    expect(() => run(`${scheme}${twice}`)).toThrow(
      "Attempted to register a second handler for 'a'",
    );
  });

  it('a window that is gone throws as in Electron', async () => {
    const running = run(`${scheme}${window}`);
    await running.windows.page();
    await running.quit();
    expect(() => Reflect.get(running.windows.only.api, 'show')()).toThrow(
      'Object has been destroyed',
    );
  });
});

describe('ipc', () => {
  it('carries what structured clone carries', async () => {
    const page = await run(`${scheme}${window}`).windows.page();
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
    const page = await run(`${scheme}${window}`).windows.page();
    expect(await bridge(page, 'invoke', args)).toEqual({ message: says });
  });
});

describe('the preload', () => {
  it('keeps its globals to itself, and passes functions as stand-ins', async () => {
    const page = await run(`${scheme}${window}`).windows.page();
    expect(
      await page.evaluate(`typeof ofThePreload + typeof require + Object.isFrozen(bridge)`),
    ).toBe('undefinedundefinedtrue');
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
    const page = await run(`${scheme}${window}`).windows.page();
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
    const running = run(`${scheme}${window}`);
    const page = await running.windows.page();
    expect(await bridge(page, 'call', `['${call}']`)).toEqual({ message: says });
    expect(faultsOf(running)).toEqual([says]);
  });

  it('does not run in a frame within the page', async () => {
    const page = await run(`${scheme}${window}`).windows.page();
    await page.evaluate('document.body.append(document.createElement("iframe"))');
    const inner = page.frames().find((frame) => frame.parentFrame() !== null);
    expect(await inner?.evaluate('typeof bridge')).toBe('undefined');
  });
});

describe('an answer of the protocol handler', () => {
  it('that lacks its policy makes the shell fail', async () => {
    const bare = window.replace("'content-security-policy'", "'x-policy'");
    const running = run(`${scheme}${bare}`);
    await expect
      .poll(() => running.faults.all.map(({ message }) => message))
      .toContain('Electron double: the answer to app://sample/ has no Content-Security-Policy');
    shell = undefined;
    await expect(running.close()).rejects.toThrow('has no Content-Security-Policy');
  });
});

describe('a request that is not the app’s own', () => {
  it('is a fault when the program does not cancel it', async () => {
    const running = run(`${scheme}${window}`);
    const page = await running.windows.page();
    await page.evaluate('location.assign("https://example.test/")');
    await expect.poll(() => running.windows.strangers).toEqual(['https://example.test/']);
    expect(faultsOf(running)).toEqual([
      'Electron double: a request left the app: https://example.test/',
    ]);
  });
});

describe('the wire', () => {
  it.each([
    { name: 'undefined', value: undefined },
    { name: 'null', value: null },
    { name: 'a number that JSON has not', value: [Number.NaN, Number.POSITIVE_INFINITY] },
    { name: 'a big integer', value: 2n ** 70n },
    { name: 'a date', value: new Date(0) },
    { name: 'bytes', value: Uint8Array.from({ length: 70_000 }, (_, index) => index % 256) },
    { name: 'an object that looks like the wire’s own', value: { object: [['a', 1]], bytes: '' } },
    { name: 'undefined inside', value: { a: [undefined], b: undefined } },
  ])('carries $name', ({ value }) => {
    expect(unpack(pack(value))).toStrictEqual(value);
  });

  it('says what it does not carry', () => {
    expect(() => pack(new Map())).toThrow('Electron double: the wire carries no [object Map]');
  });
});
