import { describe, expect, it } from 'vitest';
import { randomOf } from '../../fuzz/random';
import { runTarget } from '../../fuzz/run-target';
import { fuzzTargets } from '../../fuzz/targets';

describe('a few cases of every target of npm run fuzz, always the same', () => {
  for (const target of fuzzTargets)
    it(target.name, async () => {
      const { failures, runs } = await runTarget(target, { seed: 1, first: 0, end: 200 });
      expect(failures).toEqual([]);
      expect(runs).toBe(200);
    });
});

describe('the fuzzer', () => {
  it('makes the same case again from the same seed, and another from another', () => {
    for (const target of fuzzTargets) {
      const made = [1, 1, 2].map((seed) => target.make(randomOf(seed, target.name, 7)).input);
      expect(made[1]).toEqual(made[0]);
      expect(made[2]).not.toEqual(made[0]);
    }
  });

  it('tells which cases failed, with their input and the fault, and goes on', async () => {
    const target = {
      name: 'odd',
      make: (random: ReturnType<typeof randomOf>) => {
        const drawn = random.below(2);
        return {
          input: String(drawn),
          check: () => {
            if (drawn === 1) throw new Error('it is odd');
          },
        };
      },
    };
    const { failures, runs } = await runTarget(target, { seed: 1, first: 0, end: 12 });
    expect(runs).toBe(12);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(12);
    for (const { input, fault } of failures)
      expect([input, fault]).toEqual(['1', expect.stringContaining('it is odd')]);
  });
});
