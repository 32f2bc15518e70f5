import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appArguments } from '../../src/main/electron/app-arguments';
import { awaitTaking, leaveFiles, takeFiles } from '../../src/main/electron/left-files';
import { shortArguments, wouldEndTheFirst } from '../../src/main/electron/long-command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-second-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('files that a second start leaves', () => {
  it.each([
    { what: 'none', files: [] },
    { what: 'many', files: Array.from({ length: 5000 }, (_, index) => `/로동신문 ${index}월.txt`) },
    { what: 'strange letters', files: ['/"\\\n\u0000\ud800😀'] },
  ])('are taken once, as they were: $what', ({ files }) => {
    const name = leaveFiles(folder, files);
    expect(serialize({ name }).includes(0)).toBe(false);
    expect(takeFiles(folder, name)).toEqual(files);
    expect(takeFiles(folder, name)).toBeNull();
    expect(awaitTaking(folder, name, 0)).toBe(true);
  });

  it.each(['../recent-files.json', 'window.json', 'second-start-.json'])(
    'are not those under a name of another kind: %s',
    (name) => {
      writeFileSync(join(folder, 'window.json'), '[]');
      expect(takeFiles(folder, name)).toBeNull();
      expect(existsSync(join(folder, 'window.json'))).toBe(true);
    },
  );

  it('are removed when nobody takes them, and that is told', () => {
    const name = leaveFiles(folder, ['/a.txt']);
    expect(awaitTaking(folder, name, 0)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a command line that is too long for Electron’s message', () => {
  const many = Array.from({ length: 200 }, (_, index) => `/${'로동신문 '.repeat(15)}${index}.txt`);
  const startOf = (argv: readonly string[], platform: NodeJS.Platform = 'linux') => ({
    argv,
    folder: '/',
    dataFolder: folder,
    platform,
  });

  // Chromium's lock is a link there, which Windows does not let everybody make.
  it.skipIf(process.platform === 'win32').each([
    { what: 'many files beside a running program', files: many, pid: process.pid, ends: true },
    { what: 'few files beside a running program', files: ['/a'], pid: process.pid, ends: false },
    { what: 'many files after a crash', files: many, pid: 2 ** 30, ends: false },
    { what: 'many files and no other program', files: many, pid: null, ends: false },
  ])('would end the first start: $what: $ends', ({ files, pid, ends }) => {
    if (pid !== null) symlinkSync(`some-host-${pid}`, join(folder, 'SingletonLock'));
    expect(wouldEndTheFirst(startOf(['electron', '/app', ...files]))).toBe(ends);
    expect(wouldEndTheFirst(startOf(['electron', '/app', ...files], 'win32'))).toBe(false);
  });

  it.each([
    ['electron', '--no-sandbox', '--user-data-dir=/old', '/app', ...many],
    ['electron', '--no-sandbox', '--user-data-dir', '/old', '/app', '--', '-a', ...many],
  ])('is started again with what is left of it', (...argv) => {
    const name = 'second-start-x.json';
    const short = shortArguments(startOf(argv), name, '/app');
    expect(short).toEqual([
      '--no-sandbox',
      `--user-data-dir=${folder}`,
      '/app',
      `--second-start=${name}`,
    ]);
    expect(appArguments(['electron', ...short], false)).not.toContain('/app');
  });
});
