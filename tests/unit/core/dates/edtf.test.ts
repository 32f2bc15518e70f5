import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dates/edtf';
import type { EdtfError, EdtfValue } from '../../../../src/core/dates/edtf-value';

const accepted: readonly (readonly [name: string, value: string, parsed: EdtfValue])[] = [
  ['a year', '2025', { kind: 'date', year: '2025' }],
  ['the year 0', '0000', { kind: 'date', year: '0000' }],
  ['a year before it', '-0044', { kind: 'date', year: '-0044' }],
  ['a month', '2025-01', { kind: 'date', year: '2025', month: '01' }],
  ['a day', '2025-01-15', { kind: 'date', year: '2025', month: '01', day: '15' }],
  [
    '29 February of a leap year',
    '2024-02-29',
    { kind: 'date', year: '2024', month: '02', day: '29' },
  ],
  ['29 February of 2000', '2000-02-29', { kind: 'date', year: '2000', month: '02', day: '29' }],
  [
    '29 February of the leap year 0',
    '0000-02-29',
    { kind: 'date', year: '0000', month: '02', day: '29' },
  ],
  [
    '29 February of the leap year -4',
    '-0004-02-29',
    { kind: 'date', year: '-0004', month: '02', day: '29' },
  ],
  ['an uncertain year', '2024?', { kind: 'date', year: '2024', qualifier: 'uncertain' }],
  ['an approximate year', '2024~', { kind: 'date', year: '2024', qualifier: 'approximate' }],
  [
    'both of a month',
    '2024-06%',
    { kind: 'date', year: '2024', month: '06', qualifier: 'uncertain-and-approximate' },
  ],
  [
    'an approximate day',
    '2024-06-11~',
    { kind: 'date', year: '2024', month: '06', day: '11', qualifier: 'approximate' },
  ],
  ['a decade', '201X', { kind: 'date', year: '201X' }],
  ['a century', '20XX', { kind: 'date', year: '20XX' }],
  ['an unknown month', '2004-XX', { kind: 'date', year: '2004', month: 'XX' }],
  ['an unknown day', '1985-04-XX', { kind: 'date', year: '1985', month: '04', day: 'XX' }],
  [
    'an unknown month and day',
    '1985-XX-XX',
    { kind: 'date', year: '1985', month: 'XX', day: 'XX' },
  ],
  ['one of the last three months', '2024-1X', { kind: 'date', year: '2024', month: '1X' }],
  ['a known second digit of a month', '2024-X1', { kind: 'date', year: '2024', month: 'X1' }],
  [
    'one of the tens of January',
    '2024-01-1X',
    { kind: 'date', year: '2024', month: '01', day: '1X' },
  ],
  [
    'the 15th of an unknown month',
    '2024-XX-15',
    { kind: 'date', year: '2024', month: 'XX', day: '15' },
  ],
  [
    'an X day that fits February once',
    '2023-02-X8',
    { kind: 'date', year: '2023', month: '02', day: 'X8' },
  ],
  ['spring', '2001-21', { kind: 'season', year: 2001, season: 21 }],
  ['winter', '2001-24', { kind: 'season', year: 2001, season: 24 }],
  ['a season before the year 0', '-0044-22', { kind: 'season', year: -44, season: 22 }],
  ['a long year', 'Y12345', { kind: 'long-year', year: 12345 }],
  ['a long year before 0', 'Y-170000002', { kind: 'long-year', year: -170000002 }],
  ['the longest year kept', 'Y999999999999999', { kind: 'long-year', year: 999999999999999 }],
  [
    'an interval of mixed precision',
    '2024/2024-03',
    {
      kind: 'interval',
      start: { kind: 'date', year: '2024' },
      end: { kind: 'date', year: '2024', month: '03' },
    },
  ],
  [
    'an interval of one day',
    '2024-05-03/2024-05-03',
    {
      kind: 'interval',
      start: { kind: 'date', year: '2024', month: '05', day: '03' },
      end: { kind: 'date', year: '2024', month: '05', day: '03' },
    },
  ],
  [
    'an interval that goes on',
    '2024~/..',
    {
      kind: 'interval',
      start: { kind: 'date', year: '2024', qualifier: 'approximate' },
      end: 'open',
    },
  ],
  [
    'an interval with no first day',
    '../2024',
    { kind: 'interval', start: 'open', end: { kind: 'date', year: '2024' } },
  ],
  [
    'an interval of unknown start',
    '/2024?',
    {
      kind: 'interval',
      start: 'unknown',
      end: { kind: 'date', year: '2024', qualifier: 'uncertain' },
    },
  ],
  [
    'an interval of unknown end',
    '2024-1X/',
    { kind: 'interval', start: { kind: 'date', year: '2024', month: '1X' }, end: 'unknown' },
  ],
  [
    'an interval across the year 0',
    '-0001/0001',
    {
      kind: 'interval',
      start: { kind: 'date', year: '-0001' },
      end: { kind: 'date', year: '0001' },
    },
  ],
  [
    'an interval whose ends may still be in order',
    '2024-XX-15/2024-02',
    {
      kind: 'interval',
      start: { kind: 'date', year: '2024', month: 'XX', day: '15' },
      end: { kind: 'date', year: '2024', month: '02' },
    },
  ],
];

describe('a value that parseEdtf accepts', () => {
  it.each(accepted)('%s: %s', (_name, value, parsed) => {
    expect(parseEdtf(value)).toEqual({ ok: true, value: parsed });
  });
});

const unsupported = (
  at: number,
  feature: Extract<EdtfError, { code: 'unsupported' }>['feature'],
): EdtfError => ({ code: 'unsupported', at, feature });
const notEdtf = (at: number): EdtfError => ({ code: 'not-edtf', at });
const noSuchDay = (at: number, year: string, month: string, day: string): EdtfError => ({
  code: 'no-such-day',
  at,
  year,
  month,
  day,
});

const refused: readonly (readonly [name: string, value: string, error: EdtfError])[] = [
  ['nothing', '', { code: 'empty', at: 0 }],
  ['words', 'January', notEdtf(0)],
  ['a space before', ' 2024', notEdtf(0)],
  ['a space after', '2024 ', notEdtf(4)],
  ['a line end after', '2024-01-15\n', notEdtf(10)],
  ['too few digits of a year', '202', notEdtf(3)],
  ['too many digits of a year', '20245', notEdtf(4)],
  ['a day without hyphens', '20250115', notEdtf(4)],
  ['a hyphen and no month', '2024-', notEdtf(5)],
  ['a month of one digit', '2024-1', notEdtf(6)],
  ['a day of one digit', '2024-01-5', notEdtf(9)],
  ['a fourth part', '2024-01-15-01', notEdtf(10)],
  ['dots', '2025.1.15.', notEdtf(4)],
  ['a small x', '201x', notEdtf(3)],
  ['full-width digits', '２０２５', notEdtf(0)],
  ['two qualifiers', '2024?~', notEdtf(5)],
  ['an open end alone', '..', notEdtf(0)],
  ['three ends', '2022/2023/2024', notEdtf(9)],
  ['something wrong in the second end', '2024/2025-0', notEdtf(11)],
  ['a long year that is short', 'Y1234', notEdtf(5)],
  ['a long year with a nought before', 'Y01234', notEdtf(1)],
  ['a long year with words after', 'Y12345 BC', notEdtf(6)],
  ['a time of day', '2025-01-15T10:00:00Z', { code: 'has-time', at: 10 }],
  ['a time in an interval', '2024/2025-01-15T10:00', { code: 'has-time', at: 15 }],
  ['a negative year 0', '-0000', { code: 'no-such-year', at: 0, year: '-0000' }],
  ['month 0', '2025-00', { code: 'no-such-month', at: 5, month: '00' }],
  ['month 13', '2025-13', { code: 'no-such-month', at: 5, month: '13' }],
  ['month 42', '2025-42', { code: 'no-such-month', at: 5, month: '42' }],
  ['an X month that fits none', '2024-2X', { code: 'no-such-month', at: 5, month: '2X' }],
  ['a day of a season', '2024-21-01', { code: 'no-such-month', at: 5, month: '21' }],
  ['day 0', '2025-01-00', noSuchDay(8, '2025', '01', '00')],
  ['30 February', '2025-02-30', noSuchDay(8, '2025', '02', '30')],
  ['29 February of a common year', '2025-02-29', noSuchDay(8, '2025', '02', '29')],
  ['29 February of 1900', '1900-02-29', noSuchDay(8, '1900', '02', '29')],
  ['31 April', '2024-04-31', noSuchDay(8, '2024', '04', '31')],
  ['the thirties of February', '2024-02-3X', noSuchDay(8, '2024', '02', '3X')],
  ['the 31st of a month that X cannot make', '2024-X4-31', noSuchDay(8, '2024', 'X4', '31')],
  ['30 February in the second end', '2024/2025-02-30', noSuchDay(13, '2025', '02', '30')],
  ['a set', '[2024,2025]', unsupported(0, 'set')],
  ['a list', '{2024..2025}', unsupported(0, 'set')],
  ['a qualifier before', '~2024-01', unsupported(0, 'qualified-part')],
  ['a qualified year of a month', '2024?-01', unsupported(4, 'qualified-part')],
  ['a qualified month of a month', '2024-~01', unsupported(4, 'qualified-part')],
  ['a qualified X', '2024-1X~', unsupported(7, 'qualified-unspecified')],
  ['a qualified decade', '201X?', unsupported(4, 'qualified-unspecified')],
  ['a qualified X of a day', '2024-01-XX%', unsupported(10, 'qualified-unspecified')],
  ['a qualified season', '2024-21~', unsupported(7, 'qualified-season')],
  ['a qualified long year', 'Y12345?', unsupported(6, 'qualified-long-year')],
  ['a month of a decade', '201X-04', unsupported(3, 'unspecified-year')],
  ['a millennium', '2XXX', unsupported(1, 'unspecified-year')],
  ['any year at all', 'XXXX', unsupported(0, 'unspecified-year')],
  ['an X before a known digit', '20X4', unsupported(2, 'unspecified-year')],
  ['a quarter', '2024-33', unsupported(5, 'sub-year')],
  ['a power of ten', 'Y17E7', unsupported(3, 'exponent')],
  ['significant digits', '1950S2', unsupported(4, 'exponent')],
  ['a year that no number holds', 'Y1000000000000000', unsupported(0, 'very-long-year')],
  ['a season in an interval', '2024/2025-21', unsupported(5, 'season-in-interval')],
  ['a long year in an interval', 'Y12345/..', unsupported(0, 'long-year-in-interval')],
  ['an interval of nothing known', '/', { code: 'interval-without-date', at: 0 }],
  ['an interval of no ends', '../..', { code: 'interval-without-date', at: 0 }],
  ['years backwards', '2025/2024', { code: 'interval-backwards', at: 5 }],
  ['a day after the month', '2024-05-03/2024-04', { code: 'interval-backwards', at: 11 }],
  ['decades backwards', '202X/201X', { code: 'interval-backwards', at: 5 }],
  ['years before 0 backwards', '-0001/-0002', { code: 'interval-backwards', at: 6 }],
];

describe('a value that parseEdtf refuses', () => {
  it.each(refused)('%s: %s', (_name, value, error) => {
    expect(parseEdtf(value)).toEqual({ ok: false, error });
  });
});
