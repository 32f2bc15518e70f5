import { describe, expect, it } from 'vitest';
import { benchUsage, readBenchArguments } from '../../../bench/arguments';
import { subjectNames } from '../../../bench/results';
import { rowNames } from '../../../bench/rows/row';
import { shapeNames } from '../../../bench/shapes';

describe('the arguments of npm run bench', () => {
  const usual = {
    isQuick: false,
    isMerged: false,
    rows: rowNames,
    shapes: ['A', 'B', 'C', 'D', 'E', '1k', '10k', '100k'],
    subjects: subjectNames,
  };
  const cases: readonly [given: readonly string[], expected: unknown][] = [
    [[], usual],
    [['--quick'], { ...usual, isQuick: true, shapes: ['A', 'B'] }],
    [['--quick', '--shape', 'C'], { ...usual, isQuick: true, shapes: ['C'] }],
    [['--merge', '--shape', 'C,D'], { ...usual, isMerged: true, shapes: ['C', 'D'] }],
    [['--only', 'undo,add'], { ...usual, rows: ['add', 'undo'] }],
    [['--shape', 'M'], { ...usual, shapes: ['M'] }],
    [['--subject', 'mark,dateline'], { ...usual, subjects: ['dateline', 'mark'] }],
    [['--profile', 'somewhere'], { ...usual, profiles: 'somewhere' }],
    [['--only', 'tea'], { fault: 'There is no row ‘tea’' }],
    [['--shape', 'A,Z'], { fault: 'There is no shape ‘Z’' }],
    [['--subject', 'paper'], { fault: 'There is no subject ‘paper’' }],
    [['--merge', '--only', 'add'], { fault: '--merge takes whole shapes, without --only' }],
    [['--merge', '--subject', 'mark'], { fault: '--merge takes whole shapes, without --subject' }],
    [['--merge', '--profile', 'x'], { fault: '--merge takes whole shapes, without --profile' }],
    [['--fast'], { fault: expect.stringContaining("Unknown option '--fast'") }],
    [['A'], { fault: expect.stringContaining("Unexpected argument 'A'") }],
  ];
  it.each(cases)('%j', (given, expected) => {
    expect(readBenchArguments(given)).toEqual(expected);
  });

  it('are all told of in the usage', () => {
    for (const name of [...rowNames, ...shapeNames, ...subjectNames])
      expect(benchUsage).toContain(name);
    for (const name of ['quick', 'merge', 'only', 'shape', 'subject', 'profile'])
      expect(benchUsage).toContain(`\n  --${name} `);
  });
});
