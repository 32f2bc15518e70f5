import { describe, expect, it } from 'vitest';
import {
  readTortureArguments,
  tortureFamilies,
  tortureMutants,
} from '../../scripts/testing/torture-arguments.mjs';
import { createDraw } from '../torture/draw';
import { mutants } from '../torture/orders';
import { describeScenario, drawScenario, families } from '../torture/scenario';

describe('the arguments of npm run torture', () => {
  const usual = { runs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], seed: 1, mutant: null, keep: 'found' };
  const cases: readonly [given: readonly string[], expected: unknown][] = [
    [[], usual],
    [['--runs', '2', '--seed', '7', '--keep'], { ...usual, runs: [0, 1], seed: 7, keep: 'all' }],
    [['--runs', '2', '--only', '5'], { ...usual, runs: [5] }],
    [['--family', 'flipped'], { ...usual, family: 'flipped' }],
    [['--mutant', 'no-flush'], { ...usual, mutant: 'no-flush' }],
    [['--runs', 'many'], { fault: '--runs must be a number' }],
    [['--family', 'fire'], { fault: 'there is no family “fire”' }],
    [['--mutant', 'fire'], { fault: 'there is no mutant “fire”' }],
    [['fire'], { fault: expect.stringContaining("Unexpected argument 'fire'") }],
  ];
  it.each(cases)('%j', (given, expected) => {
    expect(readTortureArguments(given)).toEqual(expected);
  });

  it('know every family and every mutant that there is', () => {
    expect(tortureFamilies).toEqual(families);
    expect(tortureMutants).toEqual(mutants);
  });
});

describe('a scenario', () => {
  it('never harms the store and the backup at once, but where the journal is whole', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const scenario = drawScenario(createDraw(seed));
      if (scenario.flipped === 'journal' || scenario.flipped === 'text')
        expect(scenario.store).toBe('left');
      if (scenario.flipped === 'snapshot') expect(scenario.disturbance.kind).toBe('backed-up');
      if (scenario.deletedAfterwards) expect(scenario.flipped).not.toBe('text');
    }
  });

  it.each(families)('of the family %s is drawn, too, when none is asked for', (family) => {
    const drawn = (asked?: typeof family): ReadonlySet<string> =>
      new Set(
        Array.from({ length: 500 }, (_, seed) =>
          describeScenario(drawScenario(createDraw(seed), asked)),
        ),
      );
    const all = drawn();
    for (const words of drawn(family)) expect(all).toContain(words);
  });
});
