import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listChromiumCandidates } from '../../scripts/bootstrap/chromium-candidates.mjs';
import { hasDisplay } from '../../scripts/bootstrap/display.mjs';
import { explainInstallFailure } from '../../scripts/bootstrap/install-failure.mjs';
import { lacksOnlyOptional } from '../../scripts/bootstrap/lock-gaps.mjs';
import { findNodeFault, nodeOptionsFor } from '../../scripts/bootstrap/node-version.mjs';
import { run } from '../../scripts/bootstrap/run.mjs';
import { temporaryFolder } from './stub-project';

describe('the Node that runs the commands', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '22.21.1', '24.0.0', '26.3.0'])(
    '%s serves',
    (version) => {
      expect(findNodeFault(version)).toBeNull();
    },
  );
  it.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '23.11.0'])('%s does not', (version) => {
    expect(findNodeFault(version)).toContain(`this is Node ${version}`);
  });
  it('is told to load modules by require where it must be told', () => {
    const told = ['20.19.0', '22.11.0', '22.12.0', '24.0.0'].map(
      (version) => nodeOptionsFor(version).length,
    );
    expect(told).toEqual([0, 1, 0, 0]);
  });
});

describe('a display', () => {
  const cases: ReadonlyArray<[NodeJS.Platform, NodeJS.ProcessEnv, boolean]> = [
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ];
  it.each(cases)('on %s with %o: %s', (platform, env, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected);
  });
});

describe('browsers are looked for', () => {
  it.skipIf(process.platform === 'win32')('on the path before the usual folders', () => {
    const candidates = listChromiumCandidates({
      platform: 'linux',
      env: { PATH: '/opt/bin::/usr/bin' },
      homeFolder: '/home/person',
    });
    expect(candidates.slice(0, 4)).toEqual([
      '/opt/bin/chromium',
      '/usr/bin/chromium',
      '/usr/local/bin/chromium',
      '/snap/bin/chromium',
    ]);
    expect(candidates).toContain('/usr/bin/google-chrome');
    expect(new Set(candidates).size).toBe(candidates.length);
  });

  it.skipIf(process.platform === 'win32')('among the applications of a Mac, hers too', () => {
    const candidates = listChromiumCandidates({
      platform: 'darwin',
      env: {},
      homeFolder: '/Users/p',
    });
    expect(candidates).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(candidates).toContain('/Users/p/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('in the program folders that Windows names', () => {
    const candidates = listChromiumCandidates({
      platform: 'win32',
      env: { 'PROGRAMFILES(X86)': 'C:/x86' },
      homeFolder: 'C:/p',
    });
    expect(candidates.map((path) => path.replaceAll('\\', '/'))).toEqual([
      'C:/x86/Google/Chrome/Application/chrome.exe',
      'C:/x86/Chromium/Application/chrome.exe',
      'C:/x86/Microsoft/Edge/Application/msedge.exe',
      'C:/x86/BraveSoftware/Brave-Browser/Application/brave.exe',
    ]);
  });
});

describe('why npm failed', () => {
  const cases: ReadonlyArray<[output: string, reason: RegExp]> = [
    ['npm error code ENOTFOUND', /name could not be resolved/u],
    ['npm error code ECONNREFUSED', /could not be reached/u],
    ['npm error code ENOSPC', /the disk is full/u],
    ['npm error code EACCES', /may not write here/u],
    ['npm error code EUSAGE', /do not agree; run `npm install`/u],
    ['npm error code EINTEGRITY', /not what the lock file expects/u],
    ['npm error something else', /npm ended with exit code 1/u],
  ];
  it.each(cases)('%s', (output, reason) => {
    const explained = explainInstallFailure({ ending: 'itself', code: 1, output });
    expect(explained).toMatch(reason);
    expect(explained.endsWith(output)).toBe(true);
  });
  it('npm is not there', () => {
    const outcome = { ending: 'not-started', code: null, output: 'spawn npm ENOENT' } as const;
    expect(explainInstallFailure(outcome)).toContain('npm was not found on the path');
  });
});

describe('a lock file that npm refuses', () => {
  const locked = {
    'node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/mac': '1.0.0' } },
  };
  const cases: ReadonlyArray<[name: string, expected: boolean, output: string]> = [
    [
      'lacks only builds for other machines',
      true,
      'npm error code EUSAGE\nnpm error Missing: @tool/mac@ from lock file',
    ],
    [
      'lacks a package that is needed, too',
      false,
      'npm error code EUSAGE\nnpm error Missing: @tool/mac@1.0.0 from lock file\nnpm error Missing: dexie@4.4.7 from lock file',
    ],
    [
      'has a wrong version, too',
      false,
      'npm error code EUSAGE\nnpm error Missing: @tool/mac@ from lock file\nnpm error Invalid: lock file’s tool@1.0.0 does not satisfy tool@2.0.0',
    ],
    ['is not the fault', false, 'npm error code ENOSPC'],
  ];
  it.each(cases)('%s: %s', (_name, expected, output) => {
    expect(lacksOnlyOptional(output, locked)).toBe(expected);
  });
});

describe('running a tool within bounds', () => {
  it('gathers what it writes on both streams, and its exit code', async () => {
    const outcome = await node(
      'console.log("one"); console.error("two"); process.exitCode = 5',
      {},
    );
    expect(outcome).toMatchObject({ ending: 'itself', code: 5 });
    expect(outcome.output.split('\n').toSorted()).toEqual(['', 'one', 'two']);
  });
  it('ends one that falls silent', async () => {
    const folder = temporaryFolder();
    const script =
      'console.log("one"); require("node:fs").writeFileSync("spoken", ""); setInterval(() => {}, 1000)';
    let ticks = 0;
    const outcome = await run(process.execPath, ['--eval', script], {
      cwd: folder,
      silenceMs: 600,
      // Until it has spoken it counts as busy: a slow machine may take its time to start it.
      measure: () => (existsSync(join(folder, 'spoken')) ? ticks : (ticks += 1)),
    });
    expect(outcome).toMatchObject({ ending: 'silence', output: 'one\n' });
  });
  it('ends one that goes on and on', async () => {
    const outcome = await node('setInterval(() => console.log("."), 100)', {
      silenceMs: 5000,
      limitMs: 1000,
    });
    expect(outcome.ending).toBe('limit');
  });
  it('tells one that is not there', async () => {
    const outcome = await run('/nowhere/tool', [], { cwd: temporaryFolder() });
    expect(outcome).toMatchObject({ ending: 'not-started', code: null });
  });
});

/** Runs a script of Node's in a folder of its own. */
function node(script: string, options: { silenceMs?: number; limitMs?: number }) {
  return run(process.execPath, ['--eval', script], { cwd: temporaryFolder(), ...options });
}
