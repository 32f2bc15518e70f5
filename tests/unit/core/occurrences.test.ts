import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { looseFold } from '../../../src/core/text/fold';
import { findOccurrences, type MatchOptions, readsLike } from '../../../src/core/text/occurrences';
import { foldWords } from '../../../src/core/text/shadow';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly words: string;
  readonly found: readonly string[];
}

function wordsFound(text: string, words: string, options: MatchOptions): readonly string[] {
  return findOccurrences(text, words, options).map(({ start, end }) => text.slice(start, end));
}

describe('exactly', () => {
  const cases: readonly Case[] = [
    {
      name: 'the same letters only',
      text: 'Steel, steel, Steel',
      words: 'Steel',
      found: ['Steel', 'Steel'],
    },
    { name: 'not with another space', text: 'Kim\u00a0Chaek', words: 'Kim Chaek', found: [] },
    {
      name: 'blanks round the words do not count',
      text: 'a Kim b',
      words: ' Kim\n',
      found: ['Kim'],
    },
    { name: 'without overlap', text: 'aaaaa', words: 'aa', found: ['aa', 'aa'] },
    {
      name: 'not a letter without its mark',
      text: 'cafe\u0301 cafe',
      words: 'cafe',
      found: ['cafe'],
    },
    {
      name: 'not a syllable without its last consonant',
      text: '강'.normalize('NFD'),
      words: '가'.normalize('NFD'),
      found: [],
    },
    { name: 'not half an emoji', text: '👩‍👩‍👧 👩', words: '👩', found: ['👩'] },
    {
      name: 'over a blank line when the words do',
      text: 'a\n\nb',
      words: 'a\n\nb',
      found: ['a\n\nb'],
    },
    { name: 'nothing for a blank', text: 'a b', words: ' ', found: [] },
    { name: 'hyphens alone', text: 'a – b', words: '–', found: ['–'] },
  ];
  it.each(cases)('$name', ({ text, words, found }) => {
    expect(wordsFound(text, words, { mode: 'exact', wholeWords: false })).toEqual(found);
  });
});

describe('loosely', () => {
  const cases: readonly Case[] = [
    { name: 'letter case', text: 'STEEL steel', words: 'Steel', found: ['STEEL', 'steel'] },
    {
      name: 'other spaces, more, or none',
      text: 'Kim\u00a0Chaek, Kim  Chaek, KimChaek',
      words: 'Kim Chaek',
      found: ['Kim\u00a0Chaek', 'Kim  Chaek', 'KimChaek'],
    },
    {
      name: 'a line end within a name',
      text: 'Kim\r\n  Chaek',
      words: 'Kim Chaek',
      found: ['Kim\r\n  Chaek'],
    },
    {
      name: 'no blank line within a name',
      text: 'Kim\n\nChaek, Kim\r\n \r\nChaek',
      words: 'Kim Chaek',
      found: [],
    },
    {
      name: 'no paragraph separator within a name',
      text: 'Kim\u2029Chaek',
      words: 'Kim Chaek',
      found: [],
    },
    {
      name: 'a blank line when the words have one',
      text: 'Kim\n\nchaek',
      words: 'Kim\r\n\r\nChaek',
      found: ['Kim\n\nchaek'],
    },
    {
      name: 'hyphens and dashes',
      text: 'Kim-Chaek Kim—Chaek',
      words: 'kimchaek',
      found: ['Kim-Chaek', 'Kim—Chaek'],
    },
    { name: 'a soft hyphen', text: 'com\u00adplex', words: 'complex', found: ['com\u00adplex'] },
    { name: 'nothing at the ends of a place', text: '- Kim -', words: 'kim', found: ['Kim'] },
    {
      name: 'decomposed by composed',
      text: '강안제강소'.normalize('NFD'),
      words: '강안 제강소',
      found: ['강안제강소'.normalize('NFD')],
    },
    { name: 'composed by decomposed', text: 'Café', words: 'cafe\u0301', found: ['Café'] },
    {
      name: 'hangul with and without spaces',
      text: '강안제강련합기업소, 강안 제강 련합기업소',
      words: '강안제강 련합기업소',
      found: ['강안제강련합기업소', '강안 제강 련합기업소'],
    },
    { name: 'ß by SS', text: 'Straße STRASSE', words: 'strasse', found: ['Straße', 'STRASSE'] },
    { name: 'not half a ß', text: 'Straße', words: 'Stras', found: [] },
    { name: 'nothing for hyphens alone', text: 'a – b', words: '–', found: [] },
  ];
  it.each(cases)('$name', ({ text, words, found }) => {
    expect(wordsFound(text, words, { mode: 'loose', wholeWords: false })).toEqual(found);
  });
});

describe('whole words', () => {
  const whole = [
    { name: 'between spaces', text: 'the Kangan mine', words: 'Kangan' },
    { name: 'at both ends of the text', text: 'Kangan', words: 'Kangan' },
    { name: 'before a hyphen', text: 'Steel-making', words: 'Steel' },
    { name: 'after a hyphen', text: 'non-Steel', words: 'Steel' },
    { name: 'before a possessive', text: 'Kangan’s mine', words: 'Kangan' },
    { name: 'in brackets', text: '《강안제강소》', words: '강안제강소' },
    { name: 'before a middle dot', text: '강안제강소·무산', words: '강안제강소' },
    { name: 'before the letter araea as a dot', text: '강안ㆍ무산', words: '강안' },
    { name: 'words that end in no letter', text: 'Co.Ltd', words: 'Co.' },
    { name: 'before one particle', text: '강안제강소는', words: '강안제강소' },
    { name: 'before the particle of a consonant', text: '강안이', words: '강안' },
    { name: 'before a plural', text: '제강소들', words: '제강소' },
    { name: 'before a plural with its particle', text: '제강소들은', words: '제강소' },
    { name: 'before 에서의', text: '강안에서의', words: '강안' },
    { name: 'before 에로의', text: '강안에로의', words: '강안' },
    { name: 'before 으로부터도', text: '강안으로부터도', words: '강안' },
    { name: 'before 및 written to it', text: '제강소및', words: '제강소' },
    { name: 'before a copula', text: '제강소이며', words: '제강소' },
    { name: 'before 로 after ㄹ', text: '연풍물로', words: '연풍물' },
    { name: 'before a decomposed particle', text: '강안에서는'.normalize('NFD'), words: '강안' },
    { name: 'before a particle and a digit', text: '제강소는2', words: '제강소' },
    { name: 'Latin letters before a particle', text: 'CNC를', words: 'CNC' },
    { name: 'a soft hyphen before a particle', text: '강안\u00ad에서', words: '강안' },
    { name: 'a direction mark before a particle', text: '강안\u200e에서', words: '강안' },
    { name: 'a joiner before a particle', text: '강안\u200d에서', words: '강안\u200d' },
  ];
  it.each(whole)('$name', ({ text, words }) => {
    const [span] = findOccurrences(text, words, { mode: 'loose', wholeWords: true });
    expect(span && text.slice(span.start, span.end).normalize('NFC')).toBe(words);
  });

  const parts = [
    { name: 'a letter after it', text: 'Steelworks', words: 'Steel' },
    { name: 'a letter before it', text: 'unSteel', words: 'Steel' },
    { name: 'a digit after it', text: 'Steel2', words: 'Steel' },
    { name: 'a letter after a soft hyphen', text: 'Steel\u00adworks', words: 'Steel' },
    { name: 'a letter after a direction mark', text: 'Steel\u200eworks', words: 'Steel' },
    { name: 'a letter before the end of an isolate', text: 'un\u2069Steel', words: 'Steel' },
    { name: 'an astral letter before it', text: '𝐉Steel', words: 'Steel' },
    { name: 'a syllable before it', text: '새강안', words: '강안' },
    { name: 'syllables that are no particle', text: '강안제강소', words: '강안' },
    { name: 'a particle that goes on', text: '강안에서처리', words: '강안' },
    { name: 'the particle of a vowel after a consonant', text: '강안가', words: '강안' },
    { name: 'a street', text: '강안로', words: '강안' },
    { name: 'nothing after a particle that closes', text: '강안은도', words: '강안' },
    { name: 'more syllables than particles have', text: `강안${'에서'.repeat(9)}`, words: '강안' },
    { name: 'Latin letters after hangul', text: '강안A', words: '강안' },
  ];
  it.each(parts)('not with $name', ({ text, words }) => {
    expect(findOccurrences(text, words, { mode: 'loose', wholeWords: true })).toEqual([]);
    expect(findOccurrences(text, words, { mode: 'loose', wholeWords: false })).toHaveLength(1);
  });

  it('passes over a part of a word to the whole one within its reach', () => {
    expect(findOccurrences('aaa aa', 'aa', { mode: 'exact', wholeWords: true })).toEqual([
      { start: 4, end: 6 },
    ]);
  });
});

describe('readsLike', () => {
  const cases = [
    {
      name: 'other case and spaces, loosely',
      a: 'Kim Chaek',
      b: 'KIM-CHAEK',
      mode: 'loose',
      alike: true,
    },
    { name: 'other case, exactly', a: 'Kim Chaek', b: 'KIM CHAEK', mode: 'exact', alike: false },
    { name: 'blanks round the words', a: 'Kim', b: ' Kim ', mode: 'exact', alike: true },
    { name: 'other words', a: 'Kim', b: 'Kims', mode: 'loose', alike: false },
    { name: 'two that count as nothing', a: '-', b: '—', mode: 'loose', alike: false },
  ] as const;
  it.each(cases)('$name', ({ a, b, mode, alike }) => {
    expect(readsLike(a, mode)(b)).toBe(alike);
  });
});

const piece = fc.constantFrom(
  'a',
  'A',
  'b',
  ' ',
  '-',
  '\n',
  '\r\n',
  'ß',
  's',
  '가',
  '각'.normalize('NFD'),
  '\u0301',
  '는',
  '👩‍👧',
  '\u00ad',
);
const someText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const someWords = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));

describe.each(['exact', 'loose'] as const)('every place found (%s)', (mode) => {
  it('is of whole clusters, after the one before, and reads like the words', () => {
    fc.assert(
      fc.property(someText, someWords, fc.boolean(), (text, words, wholeWords) => {
        let before = 0;
        for (const { start, end } of findOccurrences(text, words, { mode, wholeWords })) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(isClusterBoundary(text, start) && isClusterBoundary(text, end)).toBe(true);
          const place = text.slice(start, end);
          if (mode === 'exact') expect(place).toBe(words.trim());
          else expect(foldWords(place, looseFold)).toBe(foldWords(words, looseFold));
          before = end;
        }
      }),
    );
  });

  it('is found in words taken out of the text', () => {
    fc.assert(
      fc.property(someText, someText, (left, right) => {
        const text = `${left} Kangan Mine ${right}`;
        expect(findOccurrences(text, 'Kangan Mine', { mode, wholeWords: true })).toContainEqual({
          start: left.length + 1,
          end: left.length + 12,
        });
      }),
    );
  });
});
