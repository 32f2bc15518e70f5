import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dates/edtf';
import { proposeDate } from '../../../../src/core/dates/propose';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const english =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const nameOf = ({ month }: Day): string => english[month - 1] ?? '';
const shortNameOf = (day: Day): string => nameOf(day).slice(0, 3);
const two = (number: number): string => String(number).padStart(2, '0');
const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
const juche = ({ year }: Day): number => year - 1911;

const formats: readonly (readonly [name: string, format: (day: Day) => string])[] = [
  ['2025-01-15', iso],
  ['2025.1.15.', (d) => `${d.year}.${d.month}.${d.day}.`],
  ['January 15, 2025', (d) => `${nameOf(d)} ${d.day}, ${d.year}`],
  ['January 15 2025', (d) => `${nameOf(d)} ${d.day} ${d.year}`],
  ['Jan. 15, 2025', (d) => `${shortNameOf(d)}. ${d.day}, ${d.year}`],
  ['15 January 2025', (d) => `${d.day} ${nameOf(d)} ${d.year}`],
  ['15th of January, 2025', (d) => `${d.day}th of ${nameOf(d)}, ${d.year}`],
  ['2025년 1월 15일', (d) => `${d.year}년 ${d.month}월 ${d.day}일`],
  ['2025년1월15일, decomposed', (d) => `${d.year}년${d.month}월${d.day}일`.normalize('NFD')],
];

const jucheFormats: typeof formats = [
  ['January 15, Juche 114 (2025)', (d) => `${nameOf(d)} ${d.day}, Juche ${juche(d)} (${d.year})`],
  ['January 15, Juche114(2025)', (d) => `${nameOf(d)} ${d.day}, Juche${juche(d)}(${d.year})`],
  ['주체114(2025)년 1월 15일', (d) => `주체${juche(d)}(${d.year})년 ${d.month}월 ${d.day}일`],
  ['주체114.1.15.', (d) => `주체${juche(d)}.${d.month}.${d.day}.`],
];

/** Real days of the calendar that JavaScript keeps, which is not the one under test. */
function daysBetween(firstYear: number, lastYear: number): readonly Day[] {
  const days: Day[] = [];
  const date = new Date(Date.UTC(firstYear, 0, 1));
  for (; date.getUTCFullYear() <= lastYear; date.setUTCDate(date.getUTCDate() + 1)) {
    days.push({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
  }
  return days;
}

const allDays = daysBetween(1900, 2099);
const jucheDays = allDays.filter(({ year }) => year >= 1912);

describe('every day from 1900 to 2099', () => {
  it('is a day to parseEdtf', () => {
    expect(allDays.map(iso).filter((value) => !parseEdtf(value).ok)).toEqual([]);
  });

  it.each(formats)('is proposed from %s', (_name, format) => {
    expect(allDays.filter((day) => proposeDate(format(day))?.edtf !== iso(day))).toEqual([]);
  });

  it.each(jucheFormats)('since 1912 is proposed from %s', (_name, format) => {
    expect(jucheDays.filter((day) => proposeDate(format(day))?.edtf !== iso(day))).toEqual([]);
  });
});

const anySpace = fc
  .array(fc.constantFrom(' ', '\u00A0', '\u2009', '\u202F', '\u3000', '\n', '\r\n', '\t'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((spaces) => spaces.join(''));

describe('whatever the white space', () => {
  it('a day is proposed as the same day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...jucheDays),
        fc.constantFrom(...formats, ...jucheFormats),
        fc.array(anySpace, { minLength: 8, maxLength: 8 }),
        (day, [, format], spaces) => {
          let used = 0;
          const words = ` ${format(day)} `.replaceAll(' ', () => spaces[used++ % 8] ?? ' ');
          expect(proposeDate(words)?.edtf).toBe(iso(day));
        },
      ),
    );
  });
});

describe('any figures in any format', () => {
  it('are proposed only as a day that exists, with its own figures', () => {
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 1000, max: 2999 }),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 0, max: 40 }),
        }),
        fc.constantFrom(...formats),
        (day, [, format]) => {
          const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
          const exists = date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day;
          expect(proposeDate(format(day))?.edtf ?? null).toBe(exists ? iso(day) : null);
        },
      ),
    );
  });
});

describe('any text at all', () => {
  it('is either no value or one that parseEdtf places within it', () => {
    const alphabet = fc.constantFrom(...'0123456789X-/.~?%YT[ '.split(''));
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 24 }), (value) => {
        const parsed = parseEdtf(value);
        if (parsed.ok) return;
        expect(parsed.error.at).toBeGreaterThanOrEqual(0);
        expect(parsed.error.at).toBeLessThanOrEqual(value.length);
      }),
      { numRuns: 1000 },
    );
  });
});
