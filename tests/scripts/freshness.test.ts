import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBuild, isBuildStale } from '../../scripts/bootstrap/build.mjs';
import {
  type DependencyState,
  ensureDependencies,
  findDependencyState,
} from '../../scripts/bootstrap/dependencies.mjs';
import { makeStubProject, temporaryFolder, writeIn } from './stub-project';

const silent = (): void => undefined;

const lock = {
  packages: {
    '': { name: 'stub' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  },
};

/** A project whose dependencies were installed by the commands. */
async function installedProject(): Promise<string> {
  const root = temporaryFolder();
  writeIn(root, 'package-lock.json', JSON.stringify(lock));
  const { 'node_modules/a': a } = lock.packages;
  writeIn(
    root,
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/a': a } }),
  );
  expect(await ensureDependencies(root, silent)).toBeNull();
  return root;
}

function changeLock(root: string, change: Record<string, unknown>): void {
  const packages = { ...lock.packages, ...change };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

const stamp = (root: string): string => join(root, 'node_modules', '.dateline-stamp');

describe('the dependencies are', () => {
  const cases: ReadonlyArray<
    [state: DependencyState, name: string, change: (root: string) => void]
  > = [
    ['fresh', 'after they were installed', silent],
    ['fresh', 'installed by hand, without a stamp', (root) => rmSync(stamp(root))],
    [
      'missing',
      'without node_modules',
      (root) => rmSync(join(root, 'node_modules'), { recursive: true }),
    ],
    [
      'missing',
      'when npm was interrupted',
      (root) => rmSync(join(root, 'node_modules', '.package-lock.json')),
    ],
    [
      'stale',
      'when a version changed',
      (root) => changeLock(root, { 'node_modules/a': { version: '1.0.1' } }),
    ],
    [
      'stale',
      'when a package was added',
      (root) => changeLock(root, { 'node_modules/c': { version: '1.0.0' } }),
    ],
    [
      'fresh',
      'when only an optional package was added, for another machine',
      (root) => changeLock(root, { 'node_modules/c': { version: '1.0.0', optional: true } }),
    ],
    [
      'stale',
      'when they were installed on another kind of machine',
      (root) =>
        writeFileSync(stamp(root), `${readFileSync(stamp(root), 'utf8').split(' ')[0]} amiga-m68k`),
    ],
  ];
  it.each(cases)('%s %s', async (state, _name, change) => {
    const root = await installedProject();
    change(root);
    expect(findDependencyState(root)).toBe(state);
  });
});

describe('a build is', () => {
  const cases: ReadonlyArray<
    [state: 'fresh' | 'stale', name: string, change: (root: string) => void]
  > = [
    ['fresh', 'after it was made', silent],
    [
      'fresh',
      'when a source was written again unchanged',
      (root) => rewrite(root, 'src/loopback.txt', ''),
    ],
    ['fresh', 'when a test or a script changed', (root) => writeIn(root, 'scripts/new.mjs', '')],
    ['stale', 'when a source changed', (root) => rewrite(root, 'src/loopback.txt', '\n')],
    ['stale', 'when a source was added', (root) => writeIn(root, 'src/deep/new.ts', '')],
    ['stale', 'when a source was removed', (root) => rmSync(join(root, 'src/loopback.txt'))],
    ['stale', 'when a resource was added', (root) => writeIn(root, 'resources/sample.txt', '')],
    [
      'stale',
      'when its configuration changed',
      (root) => writeIn(root, 'electron.vite.config.ts', ''),
    ],
    ['stale', 'when the dependencies changed', (root) => rewrite(root, 'package-lock.json', '\n')],
    ['stale', 'when a part of it is missing', (root) => rmSync(join(root, 'out/main/cli.cjs'))],
    ['stale', 'when it was never made', (root) => rmSync(join(root, 'out'), { recursive: true })],
  ];
  it.each(cases)('%s %s', async (state, _name, change) => {
    const root = makeStubProject();
    expect(await ensureBuild(root, silent)).toBeNull();
    change(root);
    expect(isBuildStale(root)).toBe(state === 'stale');
  });

  it('stale after it failed, and the failure is told in the tool’s words', async () => {
    const root = makeStubProject();
    await ensureBuild(root, silent);
    rewrite(root, 'src/loopback.txt', '\n');
    const bundler = 'console.error("src/loopback.txt:1: unexpected end"); process.exit(1);';
    writeIn(root, 'node_modules/electron-vite/bin/electron-vite.js', bundler);
    expect(await ensureBuild(root, silent)).toBe(
      'The build failed.\nsrc/loopback.txt:1: unexpected end',
    );
    expect(isBuildStale(root)).toBe(true);
  });
});

function rewrite(root: string, name: string, added: string): void {
  const path = join(root, name);
  writeFileSync(path, readFileSync(path, 'utf8') + added);
}
