import { describe, expect, it } from 'vitest';
import { estimateLeft, readProgress } from '../../scripts/testing/progress.mjs';
import { ProgressDisplay } from '../../scripts/testing/progress-display.mjs';
import { keepStepTime, readStepTimes } from '../../scripts/testing/step-times.mjs';
import { temporaryFolder } from './stub-project';

describe('what is left', () => {
  const minute = 60_000;
  const cases: readonly {
    readonly name: string;
    readonly lasted: readonly (number | undefined)[];
    readonly index: number;
    readonly share: number;
    readonly elapsed: number;
    readonly left: number | null;
  }[] = [
    {
      name: 'all of it, before the first step',
      lasted: [1, 2],
      index: 0,
      share: 0,
      elapsed: 0,
      left: 3,
    },
    {
      name: 'the rest of the step, and those after it',
      lasted: [1, 4, 2],
      index: 1,
      share: 0.5,
      elapsed: 3,
      left: 4,
    },
    {
      name: 'twice as much where all takes twice as long',
      lasted: [1, 4, 2],
      index: 1,
      share: 0.5,
      elapsed: 6,
      left: 8,
    },
    { name: 'nothing at the end', lasted: [1, 2], index: 1, share: 1, elapsed: 3, left: 0 },
    {
      name: 'unknown at the first run',
      lasted: [undefined, undefined],
      index: 0,
      share: 0.5,
      elapsed: 1,
      left: null,
    },
    {
      name: 'unknown while a new step is to come',
      lasted: [1, undefined],
      index: 0,
      share: 0.5,
      elapsed: 1,
      left: null,
    },
    {
      name: 'known when the new step is over',
      lasted: [undefined, 2],
      index: 1,
      share: 0.5,
      elapsed: 1,
      left: 1,
    },
  ];
  it.each(cases)('$name', ({ lasted, index, share, elapsed, left }) => {
    const estimate = estimateLeft({
      lasted: lasted.map((minutes) => (minutes === undefined ? undefined : minutes * minute)),
      index,
      share,
      elapsedMs: elapsed * minute,
    });
    expect(estimate).toBe(left === null ? null : left * minute);
  });
});

describe('a message of a reporter', () => {
  it('is told from any other', () => {
    const progress = { share: 0.5, words: '1 of 2 tests' };
    expect(readProgress({ kind: 'progress', ...progress })).toEqual(progress);
    for (const other of [null, 'progress', progress, { kind: 'progress', share: '1', words: '' }])
      expect(readProgress(other)).toBeNull();
  });
});

describe('the line that tells what is running', () => {
  function show(isTerminal: boolean, lasted: readonly (number | undefined)[] = [60_000, 600_000]) {
    let now = 0;
    const written: string[] = [];
    const display = new ProgressDisplay({
      names: ['lint', 'end-to-end tests'],
      lasted,
      isTerminal,
      write: (text) => void written.push(text),
      now: () => now,
    });
    return { display, written, pass: (milliseconds: number) => (now += milliseconds) };
  }

  it('comes when a step begins, and elsewhere than on a terminal at most every 15 seconds', () => {
    const { display, written, pass } = show(false);
    display.begin(0);
    pass(60_000);
    display.begin(1);
    for (let test = 1; test <= 40; test += 1) {
      pass(1_000);
      display.update({ share: test / 177, words: `${test} of 177 tests` });
    }
    expect(written).toEqual([
      '[1 of 2] lint, about 11 minutes left\n',
      '[2 of 2] end-to-end tests, about 10 minutes left\n',
      '[2 of 2] end-to-end tests: 15 of 177 tests, about 6 minutes left\n',
      '[2 of 2] end-to-end tests: 30 of 177 tests, about 5 minutes left\n',
    ]);
  });

  it('goes on for a step that tells nothing, at the pace of the last run', () => {
    const { display, written, pass } = show(false, [60_000, 60_000]);
    display.begin(0);
    pass(30_000);
    display.refresh();
    pass(300_000);
    display.refresh();
    expect(written.slice(1)).toEqual([
      '[1 of 2] lint, about 90 seconds left\n',
      expect.stringMatching(/^\[1 of 2\] lint, about \d+ minutes left\n$/),
    ]);
  });

  it('says nothing of the time at the first run', () => {
    const { display, written } = show(false, [undefined, undefined]);
    display.begin(1);
    expect(written).toEqual(['[2 of 2] end-to-end tests\n']);
  });

  it('is one line on a terminal, and makes way for lines that stay', () => {
    const { display, written } = show(true, [undefined, undefined]);
    display.begin(0);
    display.update({ share: 0.5, words: '1 of 2 tests' });
    display.clear();
    display.clear();
    expect(written).toEqual([
      '\r\u001b[K[1 of 2] lint',
      '\r\u001b[K[1 of 2] lint: 1 of 2 tests',
      '\r\u001b[K',
    ]);
  });
});

describe('how long steps took', () => {
  it('is kept for the next run', () => {
    const root = temporaryFolder();
    expect(readStepTimes(root, ['lint', 'build'])).toEqual([undefined, undefined]);
    keepStepTime(root, 'build', 2_000.4);
    keepStepTime(root, 'lint', 1_000);
    keepStepTime(root, 'build', 3_000);
    expect(readStepTimes(root, ['lint', 'build', 'torture'])).toEqual([1_000, 3_000, undefined]);
  });
});
