import { parse as parseWithOracle } from 'edtf';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dates/edtf';
import type { EdtfError } from '../../../../src/core/dates/edtf-value';

const years = ['2024', '2023', '1900', '0000', '-0000', '-0044', '201X', '20XX', '2XXX', 'XXXX'];
const months = ['00', '01', '02', '04', '12', '13', '0X', '1X', '2X', 'X0', 'X3', 'XX'];
const days = ['00', '01', '28', '29', '30', '31', '32', '0X', '2X', '3X', '4X', 'X0', 'X1', 'XX'];
const groupings = ['20', '21', '22', '23', '24', '25', '41', '42'];
const qualifiers = ['', '?', '~', '%'];
const longYears = ['Y1234', 'Y01234', 'Y12345', 'Y-12345', 'Y12345?', 'Y1E5', 'Y12345S2'];
const levelTwo = ['[2024,2025]', '{2024..2025}', '?2024-01', '2024?-01', '2024-?01', '1950S2'];
const malformed = ['20250115', '2024-1', '2024?~', ' 2024', '2024 ', '20245', '201x', 'x', '..'];
const ends = ['', '..', '2023', '2024', '2024~', '2024-02', '2024-02-29', '2024-1X', '201X'];
const strangeEnds = ['2024-21', 'Y12345', '2024-02-30', '-0044', '2024-01-15T10:00:00Z'];

const points = years.flatMap((year) => [
  year,
  ...[...months, ...groupings].map((month) => `${year}-${month}`),
  ...months.flatMap((month) => days.map((day) => `${year}-${month}-${day}`)),
]);
const qualified = ['2024', '2024-02', '2024-02-29', '201X', '2024-1X', '2024-02-XX', '2024-21'];
const intervals = [...ends, ...strangeEnds].flatMap((start) =>
  [...ends, ...strangeEnds].map((end) => `${start}/${end}`),
);
const table = [
  ...points,
  ...qualified.flatMap((date) => qualifiers.map((qualifier) => `${date}${qualifier}`)),
  ...intervals,
  ...longYears,
  ...levelTwo,
  ...malformed,
  '2025-01-15T10:00:00Z',
];

/** What the standard allows, Dateline takes and the oracle's grammar leaves out at level 2, each by name. */
const gapsOfOracle: readonly (readonly [name: string, holds: (value: string) => boolean])[] = [
  ['a month that ends in 3 to 9, its first digit unknown', (value) => /-X[3-9]$/.test(value)],
  ['the thirties of a month of 30 days', (value) => /-(?:04|06|09|11)-3X$/.test(value)],
  [
    'an interval from X to a qualified date, or back',
    (value) => /^[^/]*X[^/]*\/.*[?~%]$|[?~%]\/.*X/.test(value),
  ],
];

/** What the oracle takes at level 2 and Dateline does not, each by name and by the reason Dateline gives. */
const differences: readonly (readonly [name: string, holds: (error: EdtfError) => boolean])[] = [
  ['the oracle takes a negative year 0 before an X', (error) => error.code === 'no-such-year'],
  ['the oracle knows no leap years', (error) => error.code === 'no-such-day'],
  ['the oracle lets an interval run backwards', (error) => error.code === 'interval-backwards'],
  ['the oracle takes an interval of nothing', (error) => error.code === 'interval-without-date'],
  ['times of day are refused', (error) => error.code === 'has-time'],
  ['X in a year with a month, or beyond two digits', (error) => has(error, 'unspecified-year')],
  ['qualified parts are level 2', (error) => has(error, 'qualified-part')],
  ['sub-year groupings are level 2', (error) => has(error, 'sub-year')],
  ['exponents and significant digits are level 2', (error) => has(error, 'exponent')],
  ['sets and lists are level 2', (error) => has(error, 'set')],
];

function has(error: EdtfError, feature: string): boolean {
  return error.code === 'unsupported' && error.feature === feature;
}

function oracleTakes(value: string): boolean {
  try {
    parseWithOracle(value, { level: 2 });
    return true;
  } catch {
    return false;
  }
}

const verdicts = table.map((value) => ({
  value,
  ours: parseEdtf(value),
  oracle: oracleTakes(value),
}));

describe('parseEdtf beside the edtf package at level 2', () => {
  it('both take a fair number of the table, and both refuse a fair number', () => {
    const both = verdicts.filter(({ ours, oracle }) => ours.ok && oracle);
    const neither = verdicts.filter(({ ours, oracle }) => !ours.ok && !oracle);
    expect(both.length).toBeGreaterThan(300);
    expect(neither.length).toBeGreaterThan(300);
  });

  const extra = verdicts.flatMap(({ value, ours, oracle }) => (ours.ok && !oracle ? [value] : []));

  it('takes what the oracle refuses only by a named gap', () => {
    const unnamed = extra.filter((value) => !gapsOfOracle.some(([, holds]) => holds(value)));
    expect(unnamed).toEqual([]);
  });

  it.each(gapsOfOracle)('goes beyond it in the table: %s', (_name, holds) => {
    expect(extra.some(holds)).toBe(true);
  });

  const missing = verdicts.flatMap(({ value, ours, oracle }) =>
    !ours.ok && oracle ? [{ value, error: ours.error }] : [],
  );

  it('refuses what the oracle takes only by a named difference', () => {
    const unnamed = missing.filter(({ error }) => !differences.some(([, holds]) => holds(error)));
    expect(unnamed).toEqual([]);
  });

  it.each(differences)('differs in the table: %s', (_name, holds) => {
    expect(missing.some(({ error }) => holds(error))).toBe(true);
  });

  it('differs about days only on 29 February of common years', () => {
    const values = missing.flatMap(({ error }) =>
      error.code === 'no-such-day' ? [`${error.year}-${error.month}-${error.day}`] : [],
    );
    expect(new Set(values)).toEqual(new Set(['2023-02-29', '1900-02-29']));
  });
});
