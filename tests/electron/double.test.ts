import { describe, expect, it } from 'vitest';
import { runProgram, scheme, window } from '../support/electron/small-program';
import { pack, unpack } from '../support/electron/wire';

describe('what the program calls', () => {
  it.each([
    { call: 'app.getLocale()', says: 'unknown app.getLocale' },
    { call: 'require("electron").net', says: 'unknown electron.net' },
    { call: 'app.name = "x"', says: 'unknown assignment to app.name' },
    { call: 'app.on("activate", () => {})', says: "unknown event app 'activate'" },
    { call: 'delete app.getVersion', says: 'unknown deletion of app.getVersion' },
    { call: 'require("electron").shell', says: 'unknown electron.shell' },
    { call: 'require("electron").BrowserView', says: 'unknown electron.BrowserView' },
    { call: 'require("electron").ipcMain.on("a", () => {})', says: 'unknown ipcMain.on' },
    {
      call: 'require("electron").dialog.showErrorBox("a", "b")',
      says: 'unknown dialog.showErrorBox',
    },
    {
      call: 'require("electron").Menu.getApplicationMenu()',
      says: 'unknown Menu.getApplicationMenu',
    },
    {
      call: 'require("electron").screen.getPrimaryDisplay()',
      says: 'unknown screen.getPrimaryDisplay',
    },
    {
      call: 'require("electron").nativeTheme.shouldUseDarkColors = true',
      says: 'unknown assignment to nativeTheme.shouldUseDarkColors',
    },
    { call: 'session.fromPartition("a")', says: 'unknown session.fromPartition' },
    {
      call: 'protocol.registerFileProtocol("a", () => {})',
      says: 'unknown protocol.registerFileProtocol',
    },
    { call: 'app.commandLine.hasSwitch("a")', says: 'unknown app.commandLine.hasSwitch' },
    {
      call: 'require("electron").Menu.buildFromTemplate([{ visible: false }])',
      says: 'unknown option MenuItem.visible',
    },
    {
      call: 'require("electron").Menu.buildFromTemplate([{ role: "reload" }])',
      says: 'unknown role reload',
    },
    {
      call: 'require("electron").dialog.showMessageBox({ message: "a", cancelId: 0 })',
      says: 'dialog before ready',
    },
    {
      call: 'app.getPreferredSystemLanguages()',
      says: 'app.getPreferredSystemLanguages before ready',
    },
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
    expect(() => runProgram(`${scheme}${call};`)).toThrow(`Electron double: ${says}`);
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
      call: 'new BrowserWindow({ webPreferences: { contextIsolation: false } })',
      says: 'only an isolated, sandboxed page without Node can be shown',
    },
    {
      call: 'new BrowserWindow({ webPreferences: { nodeIntegration: true } })',
      says: 'only an isolated, sandboxed page without Node can be shown',
    },
    {
      call: 'new BrowserWindow({ webPreferences: { allowRunningInsecureContent: true } })',
      says: 'unknown option webPreferences.allowRunningInsecureContent',
    },
    {
      call: 'new BrowserWindow({}); new BrowserWindow({})',
      says: 'unknown: a second BrowserWindow',
    },
    {
      call: 'new BrowserWindow({}).on("session-end", () => {})',
      says: "unknown event BrowserWindow 'session-end'",
    },
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
    {
      call: 'session.defaultSession.webRequest.onCompleted(() => {})',
      says: 'unknown session.webRequest.onCompleted',
    },
  ])('$call after ready is a fault, even when the program catches it', async ({ call, says }) => {
    const running = runProgram(
      `${scheme} app.whenReady().then(() => { ${call}; }).catch(() => app.exit(1));`,
    );
    expect(await running.app.ended).toBe(1);
    await expect(running.close()).rejects.toThrow(`Electron double: ${says}`);
  });

  it('a window that is destroyed within the answer of a dialog is a fault', async () => {
    const ask = 'dialog.showMessageBox({ message: "a", buttons: ["b"], cancelId: 0 })';
    const running = runProgram(
      `${scheme} const { dialog } = require('electron'); app.whenReady()
        .then(() => { const window = new BrowserWindow({}); return ${ask}.then(() => window.destroy()); })
        .catch(() => app.exit(1));`,
    );
    running.dialog.script.message('b');
    expect(await running.app.ended).toBe(1);
    await expect(running.close()).rejects.toThrow('destroy within the answer of a dialog');
  });

  it('quitting is not heard while Electron tells of will-quit', async () => {
    const quit = '(event) => { if (done) return; event.preventDefault(); done = true;';
    const deaf = runProgram(
      `${scheme} let done = false; app.on("will-quit", ${quit} Promise.resolve().then(() => app.quit()); }); app.whenReady().then(() => app.quit());`,
    );
    // Many turns of the loop: quitting that is heard takes a few.
    const turns = async (): Promise<string> => {
      for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
      return 'runs on';
    };
    expect(await Promise.race([deaf.app.ended, turns()])).toBe('runs on');
    Reflect.apply(Reflect.get(deaf.app.api, 'exit'), undefined, [0]);
    await deaf.close();
  });

  it('a second handler for a channel throws as in Electron', () => {
    const twice = 'ipcMain.handle("a", () => 1); ipcMain.handle("a", () => 2);';
    expect(() => runProgram(`${scheme}${twice}`)).toThrow(
      "Attempted to register a second handler for 'a'",
    );
  });

  it('a window that is gone throws as in Electron', async () => {
    const running = runProgram(`${scheme}${window}`);
    await running.windows.page();
    await running.quit();
    expect(() => Reflect.get(running.windows.only.api, 'show')()).toThrow(
      'Object has been destroyed',
    );
  });
});

describe('what the program leaves undone', () => {
  const ends = `${scheme} app.whenReady().then(() => app.exit(0));`;

  it.each([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
  ])('is a fault once it is asked for: session.%s', (handler) => {
    const running = runProgram(ends);
    const question = { permission: 'media', url: 'app://sample/' };
    const asks: Readonly<Record<string, () => unknown>> = {
      setPermissionRequestHandler: () => running.session.request(question),
      setPermissionCheckHandler: () => running.session.check(question),
      setDevicePermissionHandler: () => running.session.allowsDevice('usb'),
    };
    return expect(async () => asks[handler]?.())
      .rejects.toThrow(`Electron double: session.${handler} was never called`)
      .then(() => expect(running.takeFaults()).toHaveLength(1));
  });

  it('shows when requests to the network are not looked at', () => {
    expect(runProgram(ends).session.isCancelled('https://example.test/')).toBeNull();
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
