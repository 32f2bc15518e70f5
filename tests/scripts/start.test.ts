import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { describe, expect, it } from 'vitest';
import { listChromiumCandidates } from '../../scripts/bootstrap/chromium-candidates.mjs';
import { findChromiumFault } from '../../scripts/bootstrap/chromium-probe.mjs';
import { parseStartArguments } from '../../scripts/start-arguments.mjs';
import { closedMirror, serveMirror } from './mirror';
import { makeStubProject, runCommand, temporaryFolder, writeIn } from './stub-project';

const noBrowser = '/nowhere/browser';
const address = 'Dateline is open at http://127.0.0.1:9/';

/** What the loopback shell was called with. */
function loopbackCall(stdout: string): unknown {
  return JSON.parse(/called with (.*)/u.exec(stdout)?.[1] ?? 'null');
}

/** A browser that is installed and can show a window; null when there is none. */
async function findWorkingBrowser(): Promise<string | null> {
  const { platform, env } = process;
  const installed = listChromiumCandidates({ platform, env, homeFolder: homedir() });
  for (const candidate of [chromium.executablePath(), ...installed]) {
    if (!existsSync(candidate)) continue;
    if ((await findChromiumFault(candidate, { sandbox: true })) === null) return candidate;
  }
  return null;
}

// The stand-ins for Electron are shell scripts, and displays are Linux's.
describe.skipIf(process.platform !== 'linux')('npm start, as a person runs it', () => {
  it('without a display serves and says nothing of Electron', async () => {
    const root = makeStubProject();
    const { code, stdout, stderr } = await runCommand(root, ['scripts/start.mjs', 'a.txt'], {
      env: { INIT_CWD: '/home/person' },
    });
    expect(code).toBe(7);
    expect(stdout.split('\n')[0]).toBe(address);
    expect(loopbackCall(stdout)).toEqual(['--no-window', '/home/person/a.txt']);
    expect(stderr).toBe('Building Dateline.\n');
  });

  it('builds once', async () => {
    const root = makeStubProject();
    await runCommand(root, ['scripts/start.mjs'], { env: {} });
    const again = await runCommand(root, ['scripts/start.mjs'], { env: {} });
    expect(again.stderr).toBe('');
  });

  const failing: ReadonlyArray<{
    readonly name: string;
    readonly env: () => Promise<Record<string, string>>;
    readonly says: RegExp;
  }> = [
    {
      name: 'Electron cannot be reached',
      env: async () => ({ ELECTRON_MIRROR: await closedMirror() }),
      says: /fetching Electron [\d.]+ from the mirror http:\S+ failed, because the site could not be reached/u,
    },
    {
      name: 'Electron hangs',
      env: async () => ({
        ELECTRON_MIRROR: await serveMirror(() => undefined),
        DATELINE_ELECTRON_WAIT: '1',
      }),
      says: /failed, because nothing came for 1 second\./u,
    },
    {
      name: 'Electron lacks a library',
      env: async () => {
        const folder = temporaryFolder();
        const script =
          '#!/bin/sh\necho "electron: error while loading shared libraries: libgtk-3.so.0: cannot open" >&2\nexit 127\n';
        writeIn(folder, 'electron', script, { executable: true });
        return { ELECTRON_OVERRIDE_DIST_PATH: folder };
      },
      says: /starting \S+\/electron failed, because the system library libgtk-3\.so\.0 is missing\./u,
    },
    {
      name: 'Electron never reports ready',
      env: async () => {
        const folder = temporaryFolder();
        writeIn(folder, 'electron', '#!/bin/sh\nexec sleep 60\n', { executable: true });
        return { ELECTRON_OVERRIDE_DIST_PATH: folder, DATELINE_READY_WAIT: '1' };
      },
      says: /failed, because no window was ready after 1 second\./u,
    },
  ];
  for (const { name, env, says } of failing) {
    it(`ends at a printed address when ${name}`, async () => {
      const root = makeStubProject();
      const { code, stdout, stderr } = await runCommand(root, ['scripts/start.mjs'], {
        env: { DISPLAY: ':99', DATELINE_CHROMIUM: noBrowser, ...(await env()) },
      });
      expect(stderr).toMatch(says);
      expect(stderr).toContain('set ELECTRON_MIRROR');
      expect(stderr).toContain('set ELECTRON_OVERRIDE_DIST_PATH');
      expect(stderr).toContain('any browser on this machine can open the address below');
      expect(stdout).toContain(address);
      expect(loopbackCall(stdout)).toEqual(['--no-window']);
      expect(code).toBe(7);
    });
  }

  it('opens in Electron when it works, with its switches before the app and the files after', async () => {
    const root = makeStubProject();
    const folder = temporaryFolder();
    const script =
      '#!/bin/sh\nfor each; do echo "$each"; done >"$ARGUMENTS"\necho "Dateline: window ready"\nexit 6\n';
    writeIn(folder, 'electron', script, { executable: true });
    const { code, stdout, stderr } = await runCommand(
      root,
      ['scripts/start.mjs', '--data', 'd', 'b c.txt'],
      {
        env: {
          DISPLAY: ':99',
          INIT_CWD: '/home/person',
          ELECTRON_OVERRIDE_DIST_PATH: folder,
          ARGUMENTS: join(folder, 'arguments'),
        },
      },
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 6,
      stdout: '',
      stderr: 'Building Dateline.\n',
    });
    const written = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
    expect(written.filter((argument) => argument !== '--no-sandbox')).toEqual([
      '--user-data-dir=/home/person/d',
      root,
      '/home/person/b c.txt',
    ]);
    expect(written.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  it('with --loopback does not try Electron', async () => {
    const root = makeStubProject();
    const args = [
      'scripts/start.mjs',
      '--loopback',
      '--data',
      '/d',
      '--exports',
      '/e',
      '--port',
      '4321',
    ];
    const { stdout, stderr } = await runCommand(root, args, {
      env: { DISPLAY: ':99', DATELINE_CHROMIUM: noBrowser },
    });
    expect(stderr).not.toContain('Electron');
    expect(loopbackCall(stdout)).toEqual([
      '--data',
      '/d',
      '--exports',
      '/e',
      '--port',
      '4321',
      '--no-window',
    ]);
  });

  it('serves and prints the address when the window does not open', async ({ skip }) => {
    const browser =
      (await findWorkingBrowser()) ??
      skip('no browser of the Chromium family starts in its sandbox here');
    const root = makeStubProject();
    const folder = temporaryFolder();
    const files = ['window-never-opens.txt'];
    const env = { DISPLAY: ':99', INIT_CWD: folder, DATELINE_CHROMIUM: browser };
    const { code, stdout, stderr } = await runCommand(
      root,
      ['scripts/start.mjs', '--loopback', ...files],
      { env },
    );
    expect(stderr).toContain('The window did not open.');
    expect(stderr).toContain('Open the address below in any browser on this machine');
    expect(stdout.split('\n').filter((line) => line === address)).toHaveLength(1);
    expect(loopbackCall(stdout)).toEqual(['--no-window', join(folder, 'window-never-opens.txt')]);
    expect(code).toBe(7);
  });

  it('passes a signal on and ends with the code of the app', async () => {
    const root = makeStubProject();
    const { code, stdout } = await runCommand(root, ['scripts/start.mjs', 'stay.txt'], {
      env: {},
      signalAt: 'called with',
    });
    expect(stdout).toContain('told to end');
    expect(code).toBe(3);
  });

  it('says how it is called when it is called wrongly', async () => {
    const root = makeStubProject();
    const { code, stderr } = await runCommand(root, ['scripts/start.mjs', '--lopback'], {
      env: {},
    });
    expect(code).toBe(2);
    expect(stderr).toContain("Unknown option '--lopback'");
    expect(stderr).toContain('npm start -- [--loopback | --electron]');
  });
});

describe('the arguments of npm start', () => {
  const nothing = { shell: 'auto', data: null, exports: null, port: null, files: [] };
  const cases: ReadonlyArray<[name: string, given: readonly string[], expected: unknown]> = [
    ['none', [], nothing],
    [
      'files, relative and absolute',
      ['a.txt', '/b.txt'],
      { ...nothing, files: ['/at/a.txt', '/b.txt'] },
    ],
    [
      'the address of a file, which the program reads',
      ['file:///b%20c.txt', 'FILE://localhost/d.txt'],
      { ...nothing, files: ['file:///b%20c.txt', 'FILE://localhost/d.txt'] },
    ],
    ['a file that looks like an option', ['--', '-a.txt'], { ...nothing, files: ['/at/-a.txt'] }],
    ['folders', ['--data', 'd', '--exports', '/e'], { ...nothing, data: '/at/d', exports: '/e' }],
    ['a shell', ['--electron'], { ...nothing, shell: 'electron' }],
    [
      'two shells',
      ['--electron', '--loopback'],
      { fault: '--loopback and --electron exclude each other' },
    ],
    [
      'a port that is none',
      ['--port', '70000'],
      { fault: '--port takes a number from 1024 to 65535, not “70000”' },
    ],
  ];
  it.skipIf(process.platform === 'win32').each(cases)('%s', (_name, given, expected) => {
    expect(parseStartArguments(given, '/at')).toEqual(expected);
  });
});
