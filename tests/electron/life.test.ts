import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DesktopEvent, MenuGroup } from '../../src/preload/contract';
import type { LaunchOptions, ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';
import { callInPage } from './page-desktop';
import { startAgain } from './second-start';

let sample: SampleApp;
const running: ShellDouble[] = [];

beforeEach(() => {
  sample = createSampleApp();
});

afterEach(async () => {
  for (const shell of running.splice(0)) await shell.close();
  sample.remove();
});

function start(options?: Partial<LaunchOptions>): ShellDouble {
  const shell = sample.launch(options);
  running.push(shell);
  return shell;
}

async function nextEvent(shell: ShellDouble): Promise<DesktopEvent> {
  const event = await callInPage(await shell.windows.page(), 'nextEvent');
  if (!event.ok) throw new Error(event.error.code);
  return event.value;
}

/** The names of the files that main hands to the page, in the order in which it does. */
async function nextFileNames(shell: ShellDouble): Promise<readonly string[]> {
  const event = await nextEvent(shell);
  if (event.kind !== 'open-files') throw new Error(event.kind);
  return event.files.map((file) => (file.ok ? file.value.fileName : file.error.code));
}

describe('the start', () => {
  it('shows the window when it is ready to be shown, and says so on standard output once', async () => {
    const shell = start();
    const page = await shell.windows.page();
    await page.waitForSelector('html[data-described]');
    expect(shell.windows.only.state).toMatchObject({ isShown: true, isMaximized: false });
    await page.reload();
    await page.waitForSelector('html[data-described]');
    expect(shell.console.output).toEqual(['Dateline: window ready']);
    expect(shell.console.errors).toEqual([]);
  });

  it('tells the page what shell it runs in', async () => {
    const shell = start();
    expect(await callInPage(await shell.windows.page(), 'describe')).toEqual({
      ok: true,
      value: {
        shell: 'electron',
        platform: process.platform,
        version: '0.0.0-double',
        dataFolder: sample.userDataFolder,
        openDialog: true,
        nativeMenu: true,
      },
    });
  });

  it.each([
    { desktop: 'light', isDark: false, ground: '#fdfcf9' },
    { desktop: 'dark', isDark: true, ground: '#1a1917' },
  ])('is $ground on a $desktop desktop until the page paints', async ({ isDark, ground }) => {
    const shell = start({ isDark });
    await shell.windows.page();
    expect(shell.windows.only.options).toMatchObject({ backgroundColor: ground, show: false });
  });

  it('follows the desktop when it turns dark and light again, as long as the window stands', async () => {
    const shell = start();
    await shell.windows.page();
    const grounds = [true, false].map((isDark) => {
      shell.nativeTheme.change(isDark);
      return shell.windows.only.state.background;
    });
    expect(grounds).toEqual(['#1a1917', '#fdfcf9']);
    await shell.quit();
    shell.nativeTheme.change(true);
    expect(shell.windows.only.state.background).toBe('#fdfcf9');
  });

  it('keeps its data in the folder that the command line names', async () => {
    const folder = join(sample.folder, 'elsewhere');
    const shell = start({ args: [`--user-data-dir=${folder}`] });
    const described = await callInPage(await shell.windows.page(), 'describe');
    expect(described).toMatchObject({ ok: true, value: { dataFolder: folder } });
    await shell.quit();
    expect(existsSync(join(folder, 'window.json'))).toBe(true);
  });

  it.each([
    { app: 'a packaged app', isPackaged: true },
    { app: 'an app folder', isPackaged: false },
  ])('opens the files on the command line of $app', async ({ isPackaged }) => {
    const first = sample.write('one.txt', 'one');
    const shell = start({ isPackaged, args: ['--no-sandbox', first, '/no/such/file.txt'] });
    expect(await nextFileNames(shell)).toEqual(['one.txt', 'missing']);
  });
});

describe('a second start', () => {
  it.each([
    { what: 'no file', names: [] },
    { what: '13 files', names: Array.from({ length: 13 }, (_, index) => `${index}.txt`) },
    { what: 'a blank in a Korean name', names: ['로동신문 1월.txt'] },
    { what: 'letters that JSON and Latin-1 write otherwise', names: ['"é\\ 😀\u00a0.txt'] },
  ])('hands its files to the first, and ends: $what', async ({ names }) => {
    const files = names.map((name) => join(sample.folder, name));
    const first = start();
    await first.windows.page();
    const shell = start({
      lockIsTaken: true,
      args: files,
      firstHears: (data) => void first.app.emit('second-instance', {}, [], '/', data),
    });
    expect(await shell.app.ended).toBe(0);
    expect(shell.console.output).toEqual(['Dateline: handed over']);
    expect(() => shell.windows.only).toThrow('the program has opened no window');
    startAgain(first, ['/no/such/file.txt']);
    const heard = [await nextEvent(first), ...(names.length > 0 ? [await nextEvent(first)] : [])];
    expect(heard.map((event) => event.kind === 'open-files' && event.files.length)).toEqual(
      names.length > 0 ? [names.length, 1] : [1],
    );
    expect(readdirSync(sample.userDataFolder).filter((name) => /second/.test(name))).toEqual([]);
  });

  it('brings the first one’s window forward with the files', async () => {
    const file = sample.write('two.txt', 'two');
    const shell = start();
    await shell.windows.page();
    shell.windows.only.state.isMinimized = true;
    startAgain(shell, [file]);
    expect(await nextFileNames(shell)).toEqual(['two.txt']);
    expect(shell.windows.only.state).toMatchObject({ isMinimized: false, timesFocused: 1 });
  });

  it.each([undefined, null, {}, { name: 1 }, { name: '../recent-files.json' }])(
    'that says %j opens what its command line names',
    async (data) => {
      const shell = start();
      await shell.windows.page();
      const folder = sample.folder;
      sample.write('two.txt', 'two');
      const argv = ['electron', '--no-sandbox', '/app', 'two.txt', '--user-data-dir', '/data'];
      shell.app.emit('second-instance', {}, argv, folder, data);
      expect(await nextFileNames(shell)).toEqual(['two.txt']);
      shell.app.emit('second-instance', {}, ['electron', '/app'], folder, data);
      startAgain(shell, ['/no/such/file.txt']);
      expect(await nextFileNames(shell)).toEqual(['missing']);
      expect(shell.windows.only.state.timesFocused).toBe(3);
    },
  );
});

describe('a file that the system opens the app with', () => {
  it.each(['before the app is ready', 'while it runs'])('%s reaches the page', async (when) => {
    const file = sample.write('three.txt', 'three');
    const shell = start();
    if (when === 'while it runs') await shell.windows.page();
    expect(shell.offer('app', 'open-file', file)).toBe(true);
    expect(await nextFileNames(shell)).toEqual(['three.txt']);
  });
});

describe('the theme that the person chooses', () => {
  it('is that of the window’s ground and of what Electron draws', async () => {
    const shell = start();
    const page = await shell.windows.page();
    const seen = [];
    for (const theme of ['dark', 'light', 'system'] as const) {
      await callInPage(page, 'setTheme', theme);
      seen.push([shell.nativeTheme.source, shell.windows.only.state.background]);
    }
    expect(seen).toEqual([
      ['dark', '#1a1917'],
      ['light', '#fdfcf9'],
      ['system', '#fdfcf9'],
    ]);
  });
});

describe('the menu', () => {
  const groups: readonly MenuGroup[] = [
    {
      label: 'File',
      entries: [
        {
          kind: 'command',
          commandId: 'open',
          label: 'Open files…',
          accelerator: 'CmdOrCtrl+O',
          enabled: true,
        },
        { kind: 'separator' },
        { kind: 'role', role: 'copy', label: 'Copy' },
      ],
    },
  ];

  it('is none until the page has set its own', async () => {
    const shell = start();
    expect(shell.menu.current).toBeNull();
    await callInPage(await shell.windows.page(), 'setMenu', groups);
    expect(shell.menu.current).toMatchObject([
      {
        label: 'File',
        submenu: [
          {
            label: 'Open files…',
            accelerator: 'CmdOrCtrl+O',
            registerAccelerator: false,
            enabled: true,
          },
          { type: 'separator' },
          { role: 'copy', label: 'Copy' },
        ],
      },
    ]);
  });

  it('gives a chosen command to the page, and leaves keys to the page', async () => {
    const shell = start();
    await callInPage(await shell.windows.page(), 'setMenu', groups);
    const asked = nextEvent(shell);
    shell.menu.choose(['File', 'Open files…'], 'key');
    startAgain(shell, ['/no/such/file.txt']);
    expect((await asked).kind).toBe('open-files');
    shell.menu.choose(['File', 'Open files…']);
    expect(await nextEvent(shell)).toEqual({ kind: 'command', commandId: 'open' });
  });
});

describe('the window’s place', () => {
  const away = { x: 300, y: 200, width: 900, height: 700 };

  async function closeAt(bounds: typeof away, isMaximized = false): Promise<void> {
    const shell = start();
    await shell.windows.page();
    Object.assign(shell.windows.only.state, { bounds, isMaximized });
    expect(await shell.quit()).toBe(0);
    running.splice(0);
    await shell.close();
  }

  it('is remembered', async () => {
    await closeAt(away);
    const shell = start();
    await shell.windows.page();
    expect(shell.windows.only.options).toMatchObject({ ...away, minWidth: 640 });
  });

  it('is remembered as it was before the window was maximized', async () => {
    await closeAt(away, true);
    const shell = start();
    await shell.windows.page();
    expect(shell.windows.only.options).toMatchObject(away);
    expect(shell.windows.only.state.isMaximized).toBe(true);
  });

  it.each([
    { why: 'its display is gone', bounds: { ...away, x: 2500 } },
    { why: 'its top edge is above every display', bounds: { ...away, y: -300 } },
    { why: 'hardly anything of it shows', bounds: { ...away, x: -850 } },
  ])('is forgotten when $why', async ({ bounds }) => {
    await closeAt(bounds);
    const shell = start();
    await shell.windows.page();
    expect(shell.windows.only.options).toMatchObject({ width: 1280, height: 860 });
    expect(shell.windows.only.options).not.toHaveProperty('x');
  });

  it.each([
    '',
    '{',
    '{"bounds":{"x":"1"}}',
    '{"bounds":{"x":1,"y":1,"width":0,"height":1},"maximized":false}',
  ])('is forgotten when its file holds %j', async (contents) => {
    sample.write('data/window.json', contents);
    const shell = start();
    await shell.windows.page();
    expect(shell.windows.only.options).toMatchObject({ width: 1280, height: 860 });
  });

  it('is in one small file of the app’s own data', async () => {
    await closeAt(away);
    const written = readFileSync(join(sample.userDataFolder, 'window.json'), 'utf8');
    expect(JSON.parse(written)).toEqual({ bounds: away, maximized: false });
  });
});

describe('the page’s process', () => {
  it('that goes away is replaced, and the page’s events wait for the next', async () => {
    const shell = start();
    const page = await shell.windows.page();
    await page.waitForSelector('html[data-described]');
    await page.evaluate(() => Reflect.set(window, 'mark', 1));
    // The page waits for an event when its process goes; it never hears the answer.
    await page.evaluate(() => void window.dateline?.nextEvent());
    const loaded = page.waitForEvent('load');
    shell.offer('contents', 'render-process-gone', { reason: 'crashed', exitCode: 1 });
    await loaded;
    expect(await page.evaluate(() => 'mark' in window)).toBe(false);
    startAgain(shell, ['/no/such/file.txt']);
    expect(await nextEvent(shell)).toEqual({ kind: 'page-lost', fileName: null });
    expect(await nextFileNames(shell)).toEqual(['missing']);
    expect(shell.console.errors).toEqual(['Dateline: the page’s process is gone (crashed)']);
  });
});

describe('the next page', () => {
  async function loseProcess(shell: ShellDouble, reason: string): Promise<void> {
    const page = await shell.windows.page();
    const loaded = reason === 'clean-exit' ? page.reload() : page.waitForEvent('load');
    shell.offer('contents', 'render-process-gone', { reason, exitCode: 1 });
    await loaded;
  }

  it.each([
    { does: 'nothing', opening: [], reason: 'crashed', fileName: null },
    { does: 'opening', opening: ['big.txt'], reason: 'oom', fileName: 'big.txt' },
    {
      does: 'opening the second',
      opening: ['a.txt', 'b.txt'],
      reason: 'killed',
      fileName: 'b.txt',
    },
    { does: 'done with opening', opening: ['a.txt', null], reason: 'crashed', fileName: null },
  ])('hears once that the last was lost while $does', async ({ opening, reason, fileName }) => {
    const shell = start();
    const page = await shell.windows.page();
    for (const name of opening) await callInPage(page, 'setOpening', name);
    await loseProcess(shell, reason);
    expect(await nextEvent(shell)).toEqual({ kind: 'page-lost', fileName });
    startAgain(shell, ['/no/such/file.txt']);
    expect(await nextFileNames(shell)).toEqual(['missing']);
  });

  it('hears nothing of a page that left in good order', async () => {
    const shell = start();
    await loseProcess(shell, 'clean-exit');
    startAgain(shell, ['/no/such/file.txt']);
    expect(await nextFileNames(shell)).toEqual(['missing']);
  });
});

describe('the end', () => {
  it.each(['before the window', 'while nothing is open'])(
    'comes when the app is told to quit %s',
    async (when) => {
      const shell = start();
      if (when === 'while nothing is open') await shell.windows.page();
      else await new Promise((settle) => setImmediate(settle));
      Reflect.apply(Reflect.get(shell.app.api, 'quit'), undefined, []);
      expect(await shell.app.ended).toBe(0);
    },
  );

  it('comes with the window, and not before what is open has been closed', async () => {
    const shell = start();
    await shell.windows.page();
    expect(await shell.quit()).toBe(0);
    expect(shell.windows.only.state.isDestroyed).toBe(true);
  });
});
