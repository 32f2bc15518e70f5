import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { launch, type ShellDouble } from './launch';
import { createSampleApp } from './sample-app';

/** The beginning of a program that does everything right; the tests put something wrong into it. */
export const scheme = `
const { app, BrowserWindow, ipcMain, protocol, session } = require('electron');
const path = require('node:path');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
`;
/** Its end: a page, some handlers, and a window. */
export const window = `
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
/** Its preload: a way to ipc, and calls that a test chooses. */
const smallPreload = `
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

/** Where a small program runs. */
export interface RunningProgram extends ShellDouble {
  /** The words of the faults so far, which are then forgiven. */
  takeFaults(): readonly string[];
}

/** Runs a program on the double until the test is over; faults that the test has not taken make it fail then. */
export function runProgram(main: string): RunningProgram {
  const sample = createSampleApp({ preload: smallPreload });
  onTestFinished(() => sample.remove());
  const shell = launch({
    main: sample.write('main.cjs', main),
    appFolder: join(sample.folder, 'app'),
    userDataFolder: sample.userDataFolder,
  });
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await shell.close();
  };
  onTestFinished(close);
  return {
    ...shell,
    close,
    takeFaults: () => shell.faults.take().map(({ message }) => message),
  };
}
