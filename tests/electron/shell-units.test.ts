import { describe, expect, it } from 'vitest';
import { appArguments } from '../../src/main/electron/app-arguments';
import { menuTemplate } from '../../src/main/electron/menu';
import { delayBeforeReload } from '../../src/main/electron/recovery';
import { isReachable } from '../../src/main/electron/window-place';
import { wordsIn } from '../../src/main/electron/words';
import type { MenuEntry } from '../../src/preload/contract';

describe('appArguments', () => {
  it.each([
    { name: 'app folder and files', argv: ['electron', '.', 'a.txt'], rest: ['a.txt'] },
    {
      name: 'switches before the folder',
      argv: ['electron', '--no-sandbox', '/app', 'a.txt'],
      rest: ['--no-sandbox', 'a.txt'],
    },
    { name: 'nothing but the folder', argv: ['electron', '.'], rest: [] },
    { name: 'no folder at all', argv: ['electron', '--inspect'], rest: ['--inspect'] },
  ])('drops the app’s folder: $name', ({ argv, rest }) => {
    expect(appArguments(argv, false)).toEqual(rest);
  });

  it('keeps every argument of a packaged app', () => {
    expect(appArguments(['dateline', 'a.txt', '-x'], true)).toEqual(['a.txt', '-x']);
  });
});

describe('delayBeforeReload', () => {
  it.each([
    { name: 'the first time: at once', lastReloadAt: null, now: 5, delay: 0 },
    {
      name: 'at once again: when ten seconds are over',
      lastReloadAt: 1000,
      now: 1500,
      delay: 9500,
    },
    { name: 'after ten seconds: at once', lastReloadAt: 1000, now: 11_000, delay: 0 },
    { name: 'after an hour: at once', lastReloadAt: 0, now: 3_600_000, delay: 0 },
  ])('$name', ({ lastReloadAt, now, delay }) => {
    expect(delayBeforeReload(lastReloadAt, now)).toBe(delay);
  });
});

describe('isReachable', () => {
  const left = { x: 0, y: 25, width: 1000, height: 775 };
  const right = { x: 1000, y: 0, width: 1000, height: 800 };
  const size = { width: 800, height: 600 };
  it.each([
    { name: 'whole on one display', bounds: { x: 100, y: 100, ...size }, is: true },
    { name: 'across two displays', bounds: { x: 700, y: 100, ...size }, is: true },
    { name: '100 pixels left of it', bounds: { x: 1900, y: 100, ...size }, is: true },
    { name: '99 pixels left of it', bounds: { x: 1901, y: 100, ...size }, is: false },
    { name: 'under the menu bar', bounds: { x: 0, y: 0, ...size }, is: false },
    { name: 'its top edge at the very bottom', bounds: { x: 0, y: 780, ...size }, is: false },
    { name: 'on no display', bounds: { x: 5000, y: 100, ...size }, is: false },
    { name: 'a tiny window', bounds: { x: 10, y: 100, width: 50, height: 50 }, is: true },
  ])('$name: $is', ({ bounds, is }) => {
    expect(isReachable(bounds, [left, right])).toBe(is);
  });
});

describe('menuTemplate on macOS', () => {
  const place = { platform: 'darwin', onCommand: () => {} };

  it('begins with the application menu, which alone holds Quit', () => {
    const entries: readonly MenuEntry[] = [
      { kind: 'role', role: 'copy', label: '복사 & 더' },
      { kind: 'role', role: 'quit', label: 'Quit' },
    ];
    expect(menuTemplate([{ label: 'File', entries }], place)).toEqual([
      { role: 'appMenu' },
      { label: 'File', submenu: [{ role: 'copy', label: '복사 && 더' }] },
    ]);
  });

  it('gives the system’s list of recent documents with the item that empties it', () => {
    const entries: readonly MenuEntry[] = [
      { kind: 'role', role: 'recentDocuments', label: 'Open Recent' },
    ];
    const menus = menuTemplate([{ label: 'File', entries }], place);
    expect(menus[1]?.submenu).toEqual([
      {
        label: 'Open Recent',
        role: 'recentDocuments',
        submenu: [{ role: 'clearRecentDocuments' }],
      },
    ]);
  });

  it.each(['linux', 'win32'])('alone has that list: not %s', (platform) => {
    const entries: readonly MenuEntry[] = [
      { kind: 'role', role: 'recentDocuments', label: 'Open Recent' },
      { kind: 'role', role: 'quit', label: 'Quit' },
    ];
    expect(menuTemplate([{ label: 'File', entries }], { ...place, platform })).toEqual([
      { label: 'File', submenu: [{ role: 'quit', label: 'Quit' }] },
    ]);
  });

  it.each([
    { accelerator: 'CommandOrControl+O', shown: 'CommandOrControl+O' },
    { accelerator: 'Control+Command+F', shown: 'Control+Command+F' },
    { accelerator: 'Alt+A', shown: undefined },
    { accelerator: 'CmdOrCtrl+O', shown: 'CmdOrCtrl+O' },
    { accelerator: 'CmdOrCtrl++', shown: 'CmdOrCtrl++' },
    { accelerator: '1', shown: undefined },
    { accelerator: 'F3', shown: undefined },
    { accelerator: '+', shown: undefined },
  ])('shows $accelerator as $shown', ({ accelerator, shown }) => {
    const entry = {
      kind: 'command',
      commandId: 'x',
      label: 'X',
      enabled: true,
      accelerator,
    } as const;
    const menus = menuTemplate([{ label: 'Edit', entries: [entry] }], place);
    const submenu = menus[1]?.submenu;
    expect(Array.isArray(submenu) ? submenu[0]?.accelerator : null).toBe(shown);
  });
});

describe('the labels of menus', () => {
  const entries = [
    { kind: 'command', commandId: 'x', label: 'Find & tag', enabled: true },
  ] as const satisfies readonly MenuEntry[];
  it.each([
    { platform: 'linux', label: 'File', accessKey: 'F', shown: '&File' },
    { platform: 'win32', label: 'View', accessKey: 'W', shown: 'Vie&w' },
    { platform: 'linux', label: '파일', accessKey: 'F', shown: '파일(&F)' },
    { platform: 'linux', label: 'R&D', accessKey: 'D', shown: 'R&&&D' },
    { platform: 'win32', label: '연구 & 개발', accessKey: 'R', shown: '연구 && 개발(&R)' },
    { platform: 'darwin', label: 'File', accessKey: 'F', shown: 'File' },
    { platform: 'darwin', label: '파일', accessKey: 'F', shown: '파일' },
    { platform: 'linux', label: 'R&D', accessKey: undefined, shown: 'R&&D' },
  ])('on $platform, “$label” with $accessKey is “$shown”', ({ shown, ...given }) => {
    const { platform, label, accessKey } = given;
    const group = { label, entries, ...(accessKey !== undefined && { accessKey }) };
    const menu = menuTemplate([group], { platform, onCommand: () => {} }).at(-1);
    expect(menu?.label).toBe(shown);
    expect(menu?.submenu).toMatchObject([{ label: 'Find && tag' }]);
  });
});

describe('the words of main', () => {
  it.each([
    { languages: ['ko-KR', 'en-US'], wait: '기다리기' },
    { languages: ['fr-FR', 'ko'], wait: '기다리기' },
    { languages: ['en-GB', 'ko-KR'], wait: 'Wait' },
    { languages: ['kok-IN'], wait: 'Wait' },
    { languages: [], wait: 'Wait' },
  ])('for $languages: $wait', ({ languages, wait }) => {
    expect(wordsIn(languages).wait).toBe(wait);
  });
});
