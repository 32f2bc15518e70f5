import { describe, expect, it } from 'vitest';
import { describeEdtf, type EdtfDescription } from '../../../../src/core/dates/describe-edtf';
import { parseEdtf } from '../../../../src/core/dates/edtf';

const cases: readonly (readonly [value: string, description: EdtfDescription])[] = [
  ['2025', { kind: 'year', year: 2025, qualifier: null }],
  ['-0044~', { kind: 'year', year: -44, qualifier: 'approximate' }],
  ['Y12345', { kind: 'year', year: 12345, qualifier: null }],
  ['201X', { kind: 'decade', first: 2010, last: 2019 }],
  ['-019X', { kind: 'decade', first: -199, last: -190 }],
  ['-000X', { kind: 'decade', first: -9, last: 0 }],
  ['20XX', { kind: 'century', first: 2000, last: 2099 }],
  ['2024-22', { kind: 'season', year: 2024, season: 'summer' }],
  ['2025-01?', { kind: 'month', year: 2025, month: 1, qualifier: 'uncertain' }],
  ['2025-01-15', { kind: 'day', year: 2025, month: 1, day: 15, qualifier: null }],
  [
    '2025-01-15%',
    { kind: 'day', year: 2025, month: 1, day: 15, qualifier: 'uncertain-and-approximate' },
  ],
  ['2024-1X', { kind: 'some-month', year: 2024, months: [10, 11, 12] }],
  ['2024-XX', { kind: 'some-month', year: 2024, months: 'any' }],
  ['2024-04-3X', { kind: 'some-day', year: 2024, months: [4], days: [30] }],
  ['2023-02-X9', { kind: 'some-day', year: 2023, months: [2], days: [9, 19] }],
  ['2024-02-X9', { kind: 'some-day', year: 2024, months: [2], days: [9, 19, 29] }],
  ['2024-04-XX', { kind: 'some-day', year: 2024, months: [4], days: 'any' }],
  ['2024-XX-15', { kind: 'some-day', year: 2024, months: 'any', days: [15] }],
  ['2024-XX-XX', { kind: 'some-day', year: 2024, months: 'any', days: 'any' }],
  [
    '2024-03/..',
    {
      kind: 'interval',
      start: { kind: 'month', year: 2024, month: 3, qualifier: null },
      end: { kind: 'open' },
    },
  ],
  [
    '/2024',
    {
      kind: 'interval',
      start: { kind: 'unknown' },
      end: { kind: 'year', year: 2024, qualifier: null },
    },
  ],
];

describe('describeEdtf', () => {
  it.each(cases)('takes %s apart', (value, description) => {
    const parsed = parseEdtf(value);
    if (!parsed.ok) throw new Error(`${value}: ${parsed.error.code}`);
    expect(describeEdtf(parsed.value)).toEqual(description);
  });
});
