import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risePerTenfold, summarise } from '../../../bench/statistics';

describe('the summary of values', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const cases = [
    { name: 'a single one', values: [7], median: 7, p95: 7, spread: [7, 7] },
    { name: 'an odd number of them', values: [9, 1, 5], median: 5, p95: 9, spread: [1, 9] },
    {
      name: 'an even number of them',
      values: [4, 1, 3, 10],
      median: 3.5,
      p95: 10,
      spread: [1, 10],
    },
    {
      name: 'nineteen, of which the highest',
      values: upTo(19),
      median: 10,
      p95: 19,
      spread: [1, 19],
    },
    {
      name: 'twenty, of which the second',
      values: upTo(20),
      median: 10.5,
      p95: 19,
      spread: [1, 20],
    },
    { name: 'a hundred', values: upTo(100), median: 50.5, p95: 95, spread: [1, 100] },
    {
      name: 'tens and ones, by their size',
      values: [10, 9, 2],
      median: 9,
      p95: 10,
      spread: [2, 10],
    },
  ];
  it.each(cases)('takes $name', ({ values, median, p95, spread }) => {
    expect(summarise(values)).toEqual({ median, p95, spread, runs: values.length });
  });

  it('depends neither on the order of the values nor changes it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (values) => {
        const given = [...values];
        const summary = summarise(values);
        expect(values).toEqual(given);
        expect(summarise(values.toReversed())).toEqual(summary);
      }),
    );
  });

  it('lies within the spread, the 95th percentile not below the median', () => {
    const value = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { median, p95, spread } = summarise(values);
        expect(median).toBeGreaterThanOrEqual(spread[0]);
        expect(p95).toBeGreaterThanOrEqual(median);
        expect(spread[1]).toBeGreaterThanOrEqual(p95);
      }),
    );
  });
});

describe('the rise for each tenfold', () => {
  const sizes = [1_000, 10_000, 100_000];
  const cases = [
    { name: 'nothing, where the cost stays', costs: [5, 5, 5], rise: 0 },
    { name: 'the step, where each tenfold adds one', costs: [1, 3, 5], rise: 2 },
    { name: 'less than nothing, where it falls', costs: [9, 6, 3], rise: -3 },
    { name: 'what fits best, where the steps differ', costs: [0, 0, 3], rise: 1.5 },
  ];
  it.each(cases)('is $name', ({ costs, rise }) => {
    expect(risePerTenfold(sizes, costs)).toBeCloseTo(rise, 10);
  });
});
