import { describe, expect, it } from 'vitest';
import { type DateRuleName, dateRules } from '../../../../src/core/dates/date-rules';
import { foldDateWords } from '../../../../src/core/dates/date-words';
import { parseEdtf } from '../../../../src/core/dates/edtf';
import { type DateWarning, explainDate, proposeDate } from '../../../../src/core/dates/propose';

const proposed: readonly (readonly [words: string, edtf: string, rule: DateRuleName])[] = [
  ['2025-01-15', '2025-01-15', 'iso-day'],
  ['2025\u201101\u201115', '2025-01-15', 'iso-day'],
  ['2025.1.15.', '2025-01-15', 'dotted-day'],
  ['2025.01.15', '2025-01-15', 'dotted-day'],
  ['2025. 1. 15.', '2025-01-15', 'dotted-day'],
  ['January 15, 2025', '2025-01-15', 'month-day-year'],
  ['January 15 2025', '2025-01-15', 'month-day-year'],
  ['JANUARY 15, 2025', '2025-01-15', 'month-day-year'],
  ['Jan. 15, 2025', '2025-01-15', 'month-day-year'],
  ['jan 5 2025', '2025-01-05', 'month-day-year'],
  ['Sept. 9, 1948', '1948-09-09', 'month-day-year'],
  ['Sep 9, 1948', '1948-09-09', 'month-day-year'],
  ['May 1, 2025', '2025-05-01', 'month-day-year'],
  ['January 15th, 2025', '2025-01-15', 'month-day-year'],
  ['January15,2025', '2025-01-15', 'month-day-year'],
  ['February 29, 2024', '2024-02-29', 'month-day-year'],
  ['15 January 2025', '2025-01-15', 'day-month-year'],
  ['15 Jan. 2025', '2025-01-15', 'day-month-year'],
  ['15 January, 2025', '2025-01-15', 'day-month-year'],
  ['15th of January, 2025', '2025-01-15', 'day-month-year'],
  ['the 1st of May 2025', '2025-05-01', 'day-month-year'],
  ['January 2025', '2025-01', 'month-year'],
  ['January, 2025', '2025-01', 'month-year'],
  ['2025', '2025', 'year'],
  ['2025년 1월 15일', '2025-01-15', 'hangul-day'],
  ['2025년1월15일', '2025-01-15', 'hangul-day'],
  ['2025년1월', '2025-01', 'hangul-month'],
  ['2025년', '2025', 'hangul-year'],
  ['January 20, Juche108(2019)', '2019-01-20', 'month-day-juche'],
  ['August 5, Juche 107 (2018)', '2018-08-05', 'month-day-juche'],
  ['August 5, Juche 107', '2018-08-05', 'month-day-juche'],
  ['5 August, Juche 107 (2018)', '2018-08-05', 'day-month-juche'],
  ['August, Juche 107 (2018)', '2018-08', 'month-juche'],
  ['Juche 114 (2025)', '2025', 'juche-year'],
  ['Juche114(2025)', '2025', 'juche-year'],
  ['juche 114', '2025', 'juche-year'],
  ['Juche 1 (1912)', '1912', 'juche-year'],
  ['Juche114.1.15.', '2025-01-15', 'juche-dotted-day'],
  ['주체114.1.15.', '2025-01-15', 'juche-dotted-day'],
  ['주체114(2025).1.15.', '2025-01-15', 'juche-dotted-day'],
  ['주체114(2025)년 1월 15일', '2025-01-15', 'hangul-juche-day'],
  ['주체114년 1월 15일', '2025-01-15', 'hangul-juche-day'],
  ['주체114(2025)년 1월', '2025-01', 'hangul-juche-month'],
  ['주체114(2025)년', '2025', 'hangul-juche-year'],
  ['주체114(2025)', '2025', 'hangul-juche-year'],
  ['주체73(1984)년', '1984', 'hangul-juche-year'],
];

describe('words that are a plain absolute date', () => {
  it.each(proposed)('%s is %s by %s', (words, edtf, rule) => {
    expect(proposeDate(words)).toEqual({ edtf, rule });
    expect(explainDate(words)).toBeNull();
  });

  it('are proposed as values that parseEdtf takes', () => {
    for (const [, edtf] of proposed) expect(parseEdtf(edtf).ok).toBe(true);
  });

  it('fit one rule and no other', () => {
    for (const [words, , rule] of proposed) {
      const fitting = dateRules.filter(({ pattern }) => pattern.test(foldDateWords(words)));
      expect(fitting.map(({ name }) => name)).toEqual([rule]);
    }
  });

  it('show every rule at work', () => {
    const shown = new Set(proposed.map(([, , rule]) => rule));
    expect(dateRules.filter(({ name }) => !shown.has(name))).toEqual([]);
  });
});

const dirty: readonly (readonly [name: string, words: string, edtf: string])[] = [
  ['space around', '  January 15, 2025\n', '2025-01-15'],
  ['no-break spaces', 'January\u00A015,\u00A02025', '2025-01-15'],
  ['thin and narrow no-break spaces', '15\u2009January\u202F2025', '2025-01-15'],
  ['double spaces', 'January  15,  2025', '2025-01-15'],
  ['a space before the comma', 'January 15 , 2025', '2025-01-15'],
  ['a CRLF in the middle', 'January 15,\r\n2025', '2025-01-15'],
  ['a zero-width space beside a space', 'January\u200B 15, 2025', '2025-01-15'],
  ['a zero-width space instead of one', 'January\u200B15,\u200B2025', '2025-01-15'],
  ['a soft hyphen', 'Janu\u00ADary 15, 2025', '2025-01-15'],
  ['a byte-order mark', '\uFEFF2025-01-15', '2025-01-15'],
  ['full-width figures', '２０２５년', '2025'],
  ['full-width brackets', '주체１１４（２０２５）년', '2025'],
  ['decomposed hangul', '2025년 1월 15일'.normalize('NFD'), '2025-01-15'],
  ['decomposed hangul of a Juche year', '주체114(2025)년'.normalize('NFD'), '2025'],
  ['spaces within hangul', '2025 년 1 월 15 일', '2025-01-15'],
  ['spaces within brackets', 'Juche 114 ( 2025 )', '2025'],
];

describe('words with the dirt of real files', () => {
  it.each(dirty)('%s', (_name, words, edtf) => {
    expect(proposeDate(words)?.edtf).toBe(edtf);
  });
});

const unproposed: readonly (readonly [name: string, words: string])[] = [
  ['nothing', ''],
  ['white space', ' \u00A0\n'],
  ['a month and day without a year', 'January 15'],
  ['a hangul month and day without a year', '1월 15일'],
  ['a month alone', 'January'],
  ['figures before the year', '05/06/2024'],
  ['figures before the year, unmistakable but not plain', '15/01/2025'],
  ['dots before the year', '15.1.2025'],
  ['a relative date', 'last year'],
  ['a weekday', 'Wednesday, January 15, 2025'],
  ['a preposition', 'on January 15, 2025'],
  ['words after', 'January 15, 2025 edition'],
  ['a dateline', 'Pyongyang, January 15 (KCNA)'],
  ['a particle', '2025년에'],
  ['an interval', '2024-2025'],
  ['a year and month in figures, which may be an interval', '2010-12'],
  ['a decimal fraction', '2025.1'],
  ['a quarter', '1.4분기'],
  ['thousands', '107 000'],
  ['a year of two figures', 'January 15, 25'],
  ['a day run into the year', 'January 152025'],
  ['a year before 1000', '0999'],
  ['a year of the far future', '3000'],
  ['a date inside a name', 'February 8 Vinalon Complex'],
  ['a month that only begins like one', 'Janu 15, 2025'],
  ['a year broken in two', '20 25'],
];

describe('words that are no plain absolute date', () => {
  it.each(unproposed)('%s', (_name, words) => {
    expect(proposeDate(words)).toBeNull();
    expect(explainDate(words)).toBeNull();
  });
});

const warned: readonly (readonly [words: string, warning: DateWarning])[] = [
  ['Juche 114 (2024)', { code: 'juche-disagrees', juche: 114, year: 2024 }],
  ['주체113(2025)년', { code: 'juche-disagrees', juche: 113, year: 2025 }],
  ['August 5, Juche 107 (2019)', { code: 'juche-disagrees', juche: 107, year: 2019 }],
  ['Juche 0 (1911)', { code: 'juche-disagrees', juche: 0, year: 1911 }],
  ['February 30, 2025', { code: 'no-such-day', year: 2025, month: 2, day: 30 }],
  ['29 February 2025', { code: 'no-such-day', year: 2025, month: 2, day: 29 }],
  ['주체114.2.29.', { code: 'no-such-day', year: 2025, month: 2, day: 29 }],
  ['2025년 4월 31일', { code: 'no-such-day', year: 2025, month: 4, day: 31 }],
  ['2025-01-00', { code: 'no-such-day', year: 2025, month: 1, day: 0 }],
  ['2025년 13월', { code: 'no-such-month', month: 13 }],
  ['2025-00-10', { code: 'no-such-month', month: 0 }],
];

describe('words in the shape of a date that cannot be right', () => {
  it.each(warned)('%s', (words, warning) => {
    expect(proposeDate(words)).toBeNull();
    expect(explainDate(words)).toEqual(warning);
  });
});
