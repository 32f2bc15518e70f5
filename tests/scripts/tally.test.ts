import { describe, expect, it } from 'vitest';
import { run } from '../../scripts/bootstrap/run.mjs';
import { readProgress } from '../../scripts/testing/progress.mjs';
import { formatTally, readTally, sumTallies } from '../../scripts/testing/tally.mjs';
import { parseTestArguments } from '../../scripts/testing/test-arguments.mjs';
import { checkout, temporaryFolder, writeIn } from './stub-project';

/** Runs a runner as `npm test` does: what its reporter tells of how far it is, in order, and its exit code. */
async function runTelling(folder: string, args: readonly string[], env: Record<string, string>) {
  const told: { readonly share: number; readonly words: string }[] = [];
  const { code } = await run(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    onMessage: (message) => {
      const progress = readProgress(message);
      if (progress) told.push(progress);
    },
  });
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  return { code, first: told.at(0), last: told.at(-1) };
}

const skipped = { name: 'a > b', reason: 'no display' };

describe('the last line of npm test', () => {
  it('names skipped tests only when there are any', () => {
    expect(formatTally({ passed: 12, failed: 0, skipped: [] })).toBe('12 passed, 0 failed');
    expect(formatTally({ passed: 0, failed: 2, skipped: [skipped] })).toBe(
      '0 passed, 2 failed, 1 skipped',
    );
  });
  it('adds the steps up', () => {
    const first = { passed: 1, failed: 2, skipped: [skipped] };
    const second = { passed: 10, failed: 0, skipped: [] };
    expect(sumTallies([first, second])).toEqual({ passed: 11, failed: 2, skipped: [skipped] });
  });
});

describe('a runner counts as failed', () => {
  const cases: ReadonlyArray<[name: string, text: string, endedWell: boolean, failed: number]> = [
    ['not at all when all is well', '{"passed": 3, "failed": 0, "skipped": []}', true, 0],
    ['as often as tests failed', '{"passed": 3, "failed": 2, "skipped": []}', false, 2],
    [
      'once when it ended badly all the same',
      '{"passed": 3, "failed": 0, "skipped": []}',
      false,
      1,
    ],
    ['once when it left no tally', '', true, 1],
  ];
  it.each(cases)('%s', (_name, text, endedWell, failed) => {
    const path = writeIn(temporaryFolder(), 'tally.json', text);
    expect(readTally(path, endedWell).failed).toBe(failed);
  });
});

describe('the arguments of npm test', () => {
  const cases: ReadonlyArray<[given: readonly string[], expected: unknown]> = [
    [[], { parts: ['static', 'unit', 'component', 'e2e'], filter: null, testElectron: false }],
    [
      ['--only', 'unit', '--filter', 'span'],
      { parts: ['unit'], filter: 'span', testElectron: false },
    ],
    [
      ['--filter', 'span', '--test-electron'],
      { parts: ['unit', 'component', 'e2e'], filter: 'span', testElectron: true },
    ],
    [['--only', 'units'], { fault: 'there is no part “units”' }],
    [['span'], { fault: expect.stringContaining("Unexpected argument 'span'") }],
  ];
  it.each(cases)('%j', (given, expected) => {
    expect(parseTestArguments(given)).toEqual(expected);
  });
});

describe('the reporters', () => {
  it('count what Vitest ran, with the reason of every skipped test', async () => {
    const folder = temporaryFolder();
    const vitest = `${checkout}/node_modules/vitest`;
    writeIn(
      folder,
      'some.test.mjs',
      `import { expect, it } from '${vitest}/dist/index.js';
       it('passes', () => {});
       it('fails', () => expect(1).toBe(2));
       it('is skipped', ({ skip }) => skip('no display'));
       it.skip('is left out', () => {});`,
    );
    writeIn(folder, 'broken.test.mjs', 'throw new Error("cannot be loaded");');
    const path = `${folder}/tally.json`;
    const args = [
      `${vitest}/vitest.mjs`,
      'run',
      `--root=${folder}`,
      `--reporter=${checkout}/scripts/testing/vitest-tally.mjs`,
    ];
    const { code, first, last } = await runTelling(folder, args, { DATELINE_TALLY: path });
    expect(code).toBe(1);
    expect(first).toEqual({ share: 0, words: '0 tests, 0 of 2 test files' });
    expect(last).toEqual({ share: 1, words: '4 tests, 2 of 2 test files' });
    expect(readTally(path, false)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { name: 'some.test.mjs > is skipped', reason: 'no display' },
        { name: 'some.test.mjs > is left out', reason: 'no reason given' },
      ],
    });
  });

  it('count what Playwright ran, with the reason of every skipped test', async () => {
    const folder = temporaryFolder();
    writeIn(
      folder,
      'some.spec.mjs',
      `import { expect, test } from '${checkout}/node_modules/@playwright/test/index.mjs';
       test('passes', () => {});
       test('fails', () => expect(1).toBe(2));
       test('is skipped', () => test.skip(true, 'Electron is not installed'));`,
    );
    // A test that is tried again counts once.
    writeIn(folder, 'playwright.config.mjs', 'export default { workers: 1, retries: 1 };');
    const path = `${folder}/tally.json`;
    const args = [
      `${checkout}/node_modules/@playwright/test/cli.js`,
      'test',
      `--reporter=${checkout}/scripts/testing/playwright-tally.mjs`,
    ];
    const { code, first, last } = await runTelling(folder, args, { DATELINE_TALLY: path });
    expect(code).toBe(1);
    expect(first).toEqual({ share: 0, words: '0 of 3 tests' });
    expect(last).toEqual({ share: 1, words: '3 of 3 tests' });
    expect(readTally(path, false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [{ name: 'some.spec.mjs > is skipped', reason: 'Electron is not installed' }],
    });
  });
});
