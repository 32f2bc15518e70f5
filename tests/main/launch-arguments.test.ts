import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLaunchArguments, workingFolderOf } from '../../src/main/desktop/launch-arguments';

const here = resolve('/home/analyst/articles');
const at = (path: string): string => resolve(here, path);
const known = { paths: ['data'], values: ['port'] };

describe('a command line', () => {
  const cases: readonly {
    readonly name: string;
    readonly argv: readonly string[];
    readonly files?: readonly string[];
    readonly flags?: Readonly<Record<string, string | true>>;
  }[] = [
    { name: 'nothing', argv: [] },
    { name: 'relative files', argv: ['a.txt', '../b.txt'], files: [at('a.txt'), at('../b.txt')] },
    { name: 'an absolute file', argv: [resolve('/a.txt')], files: [resolve('/a.txt')] },
    { name: 'spaces and hangul', argv: ['새해 사설.txt'], files: [at('새해 사설.txt')] },
    {
      name: 'a flag without a value',
      argv: ['--no-window', 'a'],
      files: [at('a')],
      flags: { 'no-window': true },
    },
    {
      name: 'a path after a flag',
      argv: ['--data', 'd', 'a'],
      files: [at('a')],
      flags: { data: at('d') },
    },
    { name: 'a path after =', argv: ['--data=d'], flags: { data: at('d') } },
    { name: 'a value after a flag', argv: ['--port', '1'], flags: { port: '1' } },
    { name: 'a value with =', argv: ['--port=a=b'], flags: { port: 'a=b' } },
    {
      name: 'an unknown flag takes no file for its value',
      argv: ['--x', 'a'],
      files: [at('a')],
      flags: { x: true },
    },
    { name: 'a single dash', argv: ['-psn_0_1'], flags: { psn_0_1: true } },
    { name: 'a missing value', argv: ['--data'], flags: { data: '' } },
    { name: 'the last of several', argv: ['--port=1', '--port=2'], flags: { port: '2' } },
    {
      name: 'files that look like flags',
      argv: ['--', '--data', '-a'],
      files: [at('--data'), at('-a')],
    },
    { name: 'empty words', argv: ['', 'a'], files: [at('a')] },
  ];
  it.each(cases)('is read: $name', ({ argv, files = [], flags = {} }) => {
    const read = parseLaunchArguments(argv, here, known);
    expect(read.files).toEqual(files);
    expect(Object.fromEntries(read.flags)).toEqual(flags);
  });
});

describe('the address of a file', () => {
  const names = [
    'a.txt',
    'sp ace.txt',
    '새해 사설.txt',
    'a#1.txt',
    'why?.txt',
    '100%.txt',
    'a+b&c.txt',
  ];
  it.each(names)('as a launcher writes it is its path: %s', (name) => {
    const path = resolve(here, name);
    const { href } = pathToFileURL(path);
    const forms = [
      href,
      href.replace('file:///', 'file://localhost/'),
      href.replace('file:///', 'FILE://LOCALHOST/'),
      href.replace('file:///', 'file:/'),
      href.replace('file:///', `file://${hostname()}/`),
    ];
    expect(parseLaunchArguments(forms, here, known).files).toEqual(forms.map(() => path));
    expect(parseLaunchArguments(['--', ...forms], here, known).files).toEqual(
      forms.map(() => path),
    );
  });

  it('is read where nothing in it is encoded', () => {
    const path = resolve(here, '새해 사설.txt');
    const address = decodeURI(pathToFileURL(path).href);
    expect(address).toContain('새해 사설.txt');
    expect(parseLaunchArguments([address], here, known).files).toEqual([path]);
  });

  const others = [
    ['one whose name holds a separator', 'file:///home/a%2Fb.txt'],
    ['one that is no well-formed code', 'file:///home/100%.txt'],
    ['one with a NUL', 'file:///home/a%00.txt'],
    ['a web page', 'https://example.org/a.txt'],
    ['a file whose name begins so', 'file:notes.txt'],
  ] as const;
  it.each(others)('is left as it was typed: %s', (_name, typed) => {
    expect(parseLaunchArguments([typed], here, known).files).toEqual([at(typed)]);
  });

  it.skipIf(process.platform === 'win32')('on another machine is not one on this', () => {
    const typed = 'file://elsewhere.example/etc/hosts';
    expect(parseLaunchArguments([typed], here, known).files).toEqual([at(typed)]);
  });
});

describe('the folder that paths are meant from', () => {
  it.each([
    {
      name: 'npm’s, which changes into the package',
      environment: { INIT_CWD: '/from' },
      folder: '/from',
    },
    { name: 'the current one without npm', environment: {}, folder: '/package' },
    {
      name: 'the current one when npm’s is empty',
      environment: { INIT_CWD: '' },
      folder: '/package',
    },
  ])('is $name', ({ environment, folder }) => {
    expect(workingFolderOf(environment, '/package')).toBe(folder);
  });
});
