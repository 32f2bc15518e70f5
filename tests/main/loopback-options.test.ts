import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserArguments } from '../../src/main/loopback/browser';
import { defaultDataFolder } from '../../src/main/loopback/data-folder';
import { readOptions } from '../../src/main/loopback/options';

const home = resolve('/home/analyst');
const context = {
  platform: 'linux',
  environment: {},
  home,
  workingFolder: resolve('/home/ann'),
  builtRenderer: resolve('/app/out/renderer'),
};

describe('the loopback shell’s command line', () => {
  it('has a default for everything', () => {
    expect(readOptions([], context)).toEqual({
      ok: true,
      value: {
        files: [],
        dataFolder: join(home, '.local', 'share', 'dateline'),
        rendererFolder: context.builtRenderer,
      },
    });
  });

  it('takes every option', () => {
    const line = '--data d --exports e --renderer=r --port 21000 --browser /b a.txt';
    expect(readOptions(line.split(' '), context)).toEqual({
      ok: true,
      value: {
        files: [resolve('/home/ann/a.txt')],
        dataFolder: resolve('/home/ann/d'),
        exportFolder: resolve('/home/ann/e'),
        rendererFolder: resolve('/home/ann/r'),
        browser: resolve('/b'),
        port: 21000,
      },
    });
  });

  it('opens no window with --no-window, whatever the browser', () => {
    const read = readOptions(['--browser', '/b', '--no-window'], context);
    expect(read.ok && 'browser' in read.value).toBe(false);
  });

  it.each([
    [['--colour'], 'There is no option --colour.'],
    [['--data'], '--data needs a value.'],
    [['--no-window=yes'], '--no-window takes no value.'],
    [['--port', '80'], '--port must be a number from 1024 to 65535, not 80.'],
    [['--port', '65536'], '--port must be a number from 1024 to 65535, not 65536.'],
    [['--port', '2e4'], '--port must be a number from 1024 to 65535, not 2e4.'],
  ])('%j: %s', (argv, error) => {
    expect(readOptions(argv, context)).toEqual({ ok: false, error });
  });
});

describe('the data folder', () => {
  it.each([
    { platform: 'linux', environment: {}, parts: ['.local', 'share', 'dateline'] },
    {
      platform: 'linux',
      environment: { XDG_DATA_HOME: join(home, 'x') },
      parts: ['x', 'dateline'],
    },
    {
      platform: 'darwin',
      environment: {},
      parts: ['Library', 'Application Support', 'Dateline Browser'],
    },
    { platform: 'win32', environment: { LOCALAPPDATA: join(home, 'L') }, parts: ['L', 'Dateline'] },
    { platform: 'win32', environment: {}, parts: ['AppData', 'Local', 'Dateline'] },
  ])('is the platform’s own place: $platform $environment', ({ platform, environment, parts }) => {
    expect(defaultDataFolder({ platform, environment, home })).toBe(join(home, ...parts));
  });
});

describe('the browser’s arguments', () => {
  const wish = {
    address: 'http://127.0.0.1:21000/?key=k',
    profileFolder: '/data/browser',
    platform: 'linux',
    isRoot: false,
    environment: {},
  };
  const always = [
    '--app=http://127.0.0.1:21000/?key=k',
    '--user-data-dir=/data/browser',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-domain-reliability',
    '--disable-features=Translate,OptimizationHints,MediaRouter,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,AutofillServerCommunication',
    '--component-updater=url-source=about:blank',
    '--gaia-url=http://127.0.0.1:1',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-bypass-list=<-loopback>;127.0.0.1:21000',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ];
  it.each([
    { name: 'on macOS', change: { platform: 'darwin', isRoot: true }, more: [] },
    { name: 'on Linux', change: {}, more: ['--password-store=basic'] },
    {
      name: 'as root on Linux',
      change: { isRoot: true },
      more: ['--password-store=basic', '--no-sandbox'],
    },
    {
      name: 'without a graphics card',
      change: { environment: { DATELINE_DISABLE_GPU: '1' } },
      more: ['--password-store=basic', '--disable-gpu'],
    },
  ])('reach nothing but the page’s own server: $name', ({ change, more }) => {
    expect(browserArguments({ ...wish, ...change })).toEqual([...always, ...more]);
  });
});
