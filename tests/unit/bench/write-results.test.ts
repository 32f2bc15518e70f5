import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultsOf } from '../../../bench/results';
import { readRun, writeRun } from '../../../bench/run/write-results';

const run = {
  results: resultsOf([
    { shape: '1k', row: 'add', subject: 'dateline', unit: 'ms', measured: [1, 2, 3, 4, 5] },
    { shape: '10k', row: 'add', subject: 'dateline', unit: 'ms', measured: [3] },
    { shape: '100k', row: 'add', subject: 'dateline', unit: 'ms', measured: [3] },
    { shape: '100k', row: 'add', subject: 'mark', unit: 'ms', measured: 'exceeded' },
  ]),
  parts: [
    {
      shapes: ['1k', '10k', '100k'],
      machine: '2 × Mill',
      program: 'Dateline 1',
      isQuick: false,
    },
  ],
} as const;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bench-results-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(name: string): string {
  return readFileSync(join(root, 'bench', 'results', name), 'utf8');
}

describe('a run', () => {
  it('is read as it was written', () => {
    writeRun(root, run);
    expect(readRun(root)).toEqual(run);
  });

  it('takes the place of the one before', () => {
    writeRun(root, run);
    writeRun(root, { results: [], parts: [] });
    expect(readRun(root)).toEqual({ results: [], parts: [] });
  });

  it('is an empty one where none was written', () => {
    expect(readRun(root)).toEqual({ results: [], parts: [] });
  });

  it('is not read where its figures are others than those of the bench', () => {
    mkdirSync(join(root, 'bench', 'results'), { recursive: true });
    writeFileSync(join(root, 'bench', 'results', 'latest.json'), '[{"row": "tea"}]');
    writeFileSync(join(root, 'bench', 'results', 'latest-parts.json'), '[]');
    expect(() => readRun(root)).toThrow();
  });

  it('leaves figures, slopes, parts and the report that was given', () => {
    const report = writeRun(root, run);
    expect(readdirSync(join(root, 'bench', 'results')).toSorted()).toEqual([
      'latest-parts.json',
      'latest-slopes.json',
      'latest.json',
      'latest.txt',
    ]);
    expect(JSON.parse(read('latest-slopes.json'))).toEqual([
      { row: 'add', subject: 'dateline', unit: 'ms', risePerTenfold: 0 },
    ]);
    expect(read('latest.txt')).toBe(`${report}\n`);
  });
});
