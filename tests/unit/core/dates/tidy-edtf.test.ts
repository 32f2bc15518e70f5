import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dates/edtf';
import { tidyEdtf } from '../../../../src/core/dates/tidy-edtf';

describe('a value as people type it', () => {
  const cases = [
    ['blanks round the slash', '2025-01-02 / 2025-01-05', '2025-01-02/2025-01-05'],
    ['no-break blanks', '2025-01-02\u00a0/\u00a02025-01-05', '2025-01-02/2025-01-05'],
    ['blanks round the hyphens', ' 2025 - 01 - 02 ', '2025-01-02'],
    ['hyphens', '2025\u201001\u201102', '2025-01-02'],
    ['dashes', '2025–01—02', '2025-01-02'],
    ['a minus sign', '2025−01', '2025-01'],
    ['a minus sign before a year', '−0044', '-0044'],
    ['full-width forms', '２０２５－０１－０２／２０２５－０１－０５', '2025-01-02/2025-01-05'],
    ['a month of one figure', '2025-1', '2025-01'],
    ['a month and a day of one figure', '2025-1-5', '2025-01-05'],
    ['a day of one figure', '2025-01-5', '2025-01-05'],
    ['a month of one figure before a day of two', '2025-1-15', '2025-01-15'],
    ['figures at both ends', '2025-1-2/2025-2-3', '2025-01-02/2025-02-03'],
    ['a qualifier', '2025-1~', '2025-01~'],
    ['a blank before a qualifier', '2025-01 ?', '2025-01?'],
    ['an interval that goes on', '2025-1 / ..', '2025-01/..'],
    ['an interval whose end is not known', '2025-01-02 /', '2025-01-02/'],
    ['unseen characters', '\u200e2025-01\u200b-02\ufeff', '2025-01-02'],
    ['a month of one figure before unknown figures', '2025-1-XX', '2025-01-XX'],
    ['unknown figures before a day of one', '2025-XX-5', '2025-XX-05'],
  ] as const;
  it.each(cases)('is put in its standard form: %s', (_name, typed, value) => {
    expect(tidyEdtf(typed)).toBe(value);
    expect(parseEdtf(value).ok).toBe(true);
  });

  const standard = [
    '2025',
    '2025-01',
    '2024-1X',
    '2025-01-15',
    '201X',
    '-0044',
    'Y12345',
    '2024-21',
  ];
  it.each([...standard, '../2025', '2024~/2025?', '1X', '', '2025-01-15T10:00', '[2024,2025]'])(
    'stays as it is: %j',
    (value) => {
      expect(tidyEdtf(value)).toBe(value);
    },
  );

  const wrong = [
    'January',
    '15 January 2025',
    '2025-0',
    '2025-01-0',
    '2025-13',
    '2025-1-32',
    '2025/01/02',
  ];
  it.each(wrong)('that is none is not made one: %s', (typed) => {
    expect(parseEdtf(tidyEdtf(typed)).ok).toBe(false);
  });
});
