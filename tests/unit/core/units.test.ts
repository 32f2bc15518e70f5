import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createUnitConverter,
  toCodePointOffset,
  toUtf8Offset,
  toUtf16Offset,
} from '../../../src/core/text/units';

const family = '👨‍👩‍👧';

/** Where the mark `|` stands, in each unit of the text without it. */
const cases: readonly {
  readonly name: string;
  readonly marked: string;
  readonly utf16: number;
  readonly codePoints: number;
  readonly utf8: number;
}[] = [
  { name: 'the start of an empty text', marked: '|', utf16: 0, codePoints: 0, utf8: 0 },
  { name: 'the start', marked: '|steel', utf16: 0, codePoints: 0, utf8: 0 },
  { name: 'the end of ASCII', marked: 'steel|', utf16: 5, codePoints: 5, utf8: 5 },
  { name: 'after a CRLF, which counts two', marked: 'a\r\n|b', utf16: 3, codePoints: 3, utf8: 3 },
  { name: 'after Latin with marks', marked: 'é|', utf16: 1, codePoints: 1, utf8: 2 },
  { name: 'after hangul', marked: '제철|소', utf16: 2, codePoints: 2, utf8: 6 },
  { name: 'after decomposed hangul', marked: '\u110c\u1166|', utf16: 2, codePoints: 2, utf8: 6 },
  { name: 'after an astral letter', marked: '𝐉|uche', utf16: 2, codePoints: 1, utf8: 4 },
  { name: 'after a joined emoji', marked: `${family}|`, utf16: 8, codePoints: 5, utf8: 18 },
  { name: 'between two flags', marked: '🇰🇵|🇰🇵', utf16: 4, codePoints: 2, utf8: 8 },
  { name: 'after a zero-width space', marked: '\u200b|x', utf16: 1, codePoints: 1, utf8: 3 },
];

describe('offsets of one place in three units', () => {
  for (const { name, marked, utf16, codePoints, utf8 } of cases) {
    it(name, () => {
      const text = marked.replace('|', '');
      const units = createUnitConverter(text);
      expect([toCodePointOffset(text, utf16), toUtf8Offset(text, utf16)]).toEqual([
        codePoints,
        utf8,
      ]);
      expect([units.codePointsAt(utf16), units.utf8At(utf16)]).toEqual([codePoints, utf8]);
      expect(toUtf16Offset(text, codePoints)).toBe(utf16);
      expect(units.utf16AtCodePoint(codePoints)).toBe(utf16);
      expect(units.utf16AtUtf8(utf8)).toBe(utf16);
    });
  }
});

describe('offsets that are no place', () => {
  const units = createUnitConverter('a𝐉é');
  const wrong: readonly [string, () => number][] = [
    ['a UTF-16 offset within a pair', () => units.codePointsAt(2)],
    ['one beyond the end', () => units.utf8At(5)],
    ['a negative one', () => units.codePointsAt(-1)],
    ['a fraction', () => units.codePointsAt(0.5)],
    ['a code point beyond the end', () => units.utf16AtCodePoint(4)],
    ['a negative code point', () => units.utf16AtCodePoint(-1)],
    ['a byte within a character', () => units.utf16AtUtf8(2)],
    ['no number', () => units.utf16AtUtf8(Number.NaN)],
    ['within a pair, one look-up', () => toCodePointOffset('a𝐉', 2)],
    ['beyond the end, one look-up', () => toUtf16Offset('a𝐉', 3)],
  ];
  for (const [name, act] of wrong) it(name, () => expect(act).toThrow(RangeError));
});

describe('long texts', () => {
  it('agree with a naive count at every character, across checkpoints', () => {
    const piece = fc.constantFrom('a', 'é', '철', '𝐉', '🏭', '\r\n', '\u00a0', '\u110c\u1166');
    const text = fc
      .array(piece, { minLength: 1, maxLength: 40 })
      .map((pieces) => pieces.join('').repeat(Math.ceil(5000 / pieces.length)));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 30 }), (value, picks) => {
        const units = createUnitConverter(value);
        const characters = [...value];
        for (const pick of [...picks, 0, characters.length]) {
          const codePoints = pick % (characters.length + 1);
          const before = characters.slice(0, codePoints).join('');
          const utf8 = new TextEncoder().encode(before).length;
          expect(units.codePointsAt(before.length)).toBe(codePoints);
          expect(units.utf8At(before.length)).toBe(utf8);
          expect(units.utf16AtCodePoint(codePoints)).toBe(before.length);
          expect(units.utf16AtUtf8(utf8)).toBe(before.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has a pair across each checkpoint', () => {
    const text = `a${'𝐉'.repeat(3000)}`;
    const units = createUnitConverter(text);
    for (let codePoint = 1; codePoint <= 3001; codePoint += 1) {
      expect(units.codePointsAt(2 * codePoint - 1)).toBe(codePoint);
      expect(units.utf16AtCodePoint(codePoint)).toBe(2 * codePoint - 1);
    }
  });

  it('answers 100,000 look-ups in 5 MB without walking it for each', () => {
    const text = '제철소 𝐉uche steel\r\n'.repeat(280_000);
    const before = process.cpuUsage();
    const units = createUnitConverter(text);
    const walking = process.cpuUsage(before).user;
    const started = process.cpuUsage();
    for (let look = 0; look < 100_000; look += 1)
      units.codePointsAt(((look * 7919) % 280_000) * 18);
    for (let look = 0; look < 100_000; look += 1) units.utf16AtCodePoint((look * 7919) % 4_000_000);
    // All of them go over as many characters as some twenty walks over the text; walking each time, over 100,000.
    expect(process.cpuUsage(started).user).toBeLessThan(2_000 * walking);
  });
});
