import { resolve } from 'node:path';
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
