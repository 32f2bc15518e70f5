import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src/core/text/find';
import { findOccurrences } from '../../../src/core/text/occurrences';
import { trimSelection } from '../../../src/core/text/selection';
import { isBlank, isUnseen, isUnseenCluster, withoutUnseen } from '../../../src/core/text/unseen';

/** Characters that show nothing wherever they stand, in words copied from pages, documents and messages. */
const unseen = [
  ['soft hyphen', '\u00ad'],
  ['combining grapheme joiner', '\u034f'],
  ['Arabic letter mark', '\u061c'],
  ['Mongolian vowel separator', '\u180e'],
  ['zero-width space', '\u200b'],
  ['zero-width non-joiner', '\u200c'],
  ['zero-width joiner', '\u200d'],
  ['left-to-right mark', '\u200e'],
  ['right-to-left mark', '\u200f'],
  ['embedding', '\u202a'],
  ['end of an embedding', '\u202c'],
  ['right-to-left override', '\u202e'],
  ['word joiner', '\u2060'],
  ['invisible plus', '\u2064'],
  ['isolate', '\u2066'],
  ['first strong isolate', '\u2068'],
  ['end of an isolate', '\u2069'],
  ['variation selector', '\ufe0f'],
  ['byte-order mark', '\ufeff'],
  ['variation selector of han', '\u{e0100}'],
  ['stray tag', '\u{e0041}'],
] as const;

const blanks = [
  ['no-break space', '\u00a0'],
  ['next line', '\u0085'],
  ['Ogham space', '\u1680'],
  ['thin space', '\u2009'],
  ['hair space', '\u200a'],
  ['narrow no-break space', '\u202f'],
  ['mathematical space', '\u205f'],
  ['ideographic space', '\u3000'],
  ['hangul filler', '\u3164'],
  ['half-width hangul filler', '\uffa0'],
  ['tab', '\t'],
  ['line end', '\r\n'],
  ['two of them', ' \u00a0'],
  ['one beside an unseen character', '\u200f \u200e'],
] as const;

const alike = [
  ['full-width letters', 'Ｍｏｋｄａｎ Steel', 'Mokdan Steel'],
  ['full-width digits and signs', 'Ｎｏ．２', 'No.2'],
  ['decomposed hangul', '강선제강소'.normalize('NFD'), '강선제강소'],
  ['composed hangul', '강선제강소', '강선제강소'.normalize('NFD')],
  ['a curly apostrophe', 'Workers’ Party', "Workers' Party"],
  ['a straight apostrophe', "Workers' Party", 'Workers’ Party'],
  ['a low quotation mark', '‚Steel‛', "'Steel'"],
  ['another quotation mark', '‟Steel„', '"Steel"'],
  ['a full-width quotation mark', '＂Steel＂', '“Steel”'],
  ['a long dash', 'newly―built', 'newly-built'],
  ['a small hyphen', 'newly﹣built', 'newly-built'],
  ['a full-width hyphen', 'newly－built', 'newly-built'],
  ['ß for ss', 'Gießerei', 'giesserei'],
  ['ss for ß', 'GIESSEREI', 'gießerei'],
  ['a ligature', 'ﬁne steel', 'fine steel'],
  ['a final sigma', 'ΟΔΟΣ', 'οδος'],
  ['Persian with and without a non-joiner', 'می‌خواهم', 'میخواهم'],
  ['an emoji in text style', '☢\ufe0e', '☢'],
] as const;

const ways = [
  ['Find', (text: string, words: string) => findAll(text, words, { matchCase: false })],
  [
    'Tag all',
    (text: string, words: string) =>
      findOccurrences(text, words, { mode: 'loose', wholeWords: false }),
  ],
] as const;

describe.each(ways)('%s takes for the same', (_name, find) => {
  it.each(unseen)('words with and without what is unseen: %s', (_unseen, character) => {
    const words = `Mok${character}dan${character} ${character}Steel`;
    const text = `One ${words}, two Mokdan Steel.`;
    const places = [
      { start: 4, end: 4 + words.length },
      { start: text.length - 13, end: text.length - 1 },
    ];
    expect(find(text, 'Mokdan Steel')).toEqual(places);
    expect(find(text, words)).toEqual(places);
  });

  it.each(blanks)('words with any blank between: %s', (_blank, character) => {
    const words = `Mokdan${character}Steel`;
    const text = `One ${words}, two Mokdan Steel.`;
    const places = [
      { start: 4, end: 4 + words.length },
      { start: text.length - 13, end: text.length - 1 },
    ];
    expect(find(text, 'Mokdan Steel')).toEqual(places);
    expect(find(text, words)).toEqual(places);
  });

  it.each(alike)('%s', (_kind, there, asked) => {
    expect(find(`a ${there} b`, asked)).toEqual([{ start: 2, end: 2 + there.length }]);
  });
});

describe.each(ways)('%s tells apart', (_name, find) => {
  const others = [
    ['a part of a family', 'the 👩‍👩‍👧 here', '👩'],
    ['a family from its members', 'the 👩👩👧 here', '👩‍👩‍👧'],
    ['members from their family', 'the 👩‍👩‍👧 here', '👩👩👧'],
    ['a flag by tags from its base', 'the 🏴\u{e0067}\u{e0062}\u{e007f} here', '🏴'],
    ['a letter from one with a mark', 'cafe\u0301', 'cafe'],
    ['a syllable from a longer one', '강'.normalize('NFD'), '가'],
    ['½ from 1/2', '½', '1/2'],
  ] as const;
  it.each(others)('%s', (_kind, text, words) => {
    expect(find(text, words)).toEqual([]);
  });

  it('yet finds a family by itself, whole', () => {
    expect(find('the 👩‍👩‍👧 here', '👩‍👩‍👧')).toEqual([{ start: 4, end: 12 }]);
    expect(find('a ❤️‍🔥 b', '❤‍🔥')).toEqual([{ start: 2, end: 7 }]);
  });

  it('nothing but unseen characters or blanks from nothing', () => {
    expect(find('a b \u200b\u200d c', '\u200b\u200d')).toEqual([]);
    expect(find('a b', ' \u00a0 ')).toEqual([]);
  });
});

describe('what is unseen and what is blank', () => {
  const all = Array.from({ length: 0x10000 }, (_one, unit) => String.fromCharCode(unit));

  it('are never the same', () => {
    expect(all.filter((unit) => isUnseen(unit) && isBlank(unit))).toEqual([]);
    expect(all.filter((unit) => isUnseenCluster(unit) && !isUnseen(unit))).toEqual([]);
  });

  it('say the same of a unit and of words', () => {
    expect(all.filter((unit) => isUnseen(unit) !== (withoutUnseen(unit) === ''))).toEqual([]);
  });

  it('an unseen cluster never joins a letter', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const joined = all
      .filter(isUnseenCluster)
      .filter((unit) => [...segmenter.segment(`a${unit}a`)].length !== 3);
    expect(joined).toEqual([]);
  });

  it('a selection ends at what is seen', () => {
    const around = [...unseen.map(([, character]) => character), ...blanks.map(([, each]) => each)]
      .filter((character) => isBlank(character) || isUnseenCluster(character))
      .join('');
    const text = `${around}Steel${around}`;
    const start = around.length;
    expect(trimSelection(text, { start: 0, end: text.length })).toEqual({ start, end: start + 5 });
  });
});

const piece = fc.constantFrom(
  'a',
  'A',
  'ß',
  'é',
  'e\u0301',
  ' ',
  '\u00a0',
  '\n',
  '-',
  '–',
  "'",
  '’',
  'ａ',
  '가',
  '각'.normalize('NFD'),
  '👩‍👧',
  '👩',
  '\ud800',
  'ب',
  ...unseen.map(([, character]) => character),
);
const someText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const someWords = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

it('what Find finds, Tag all finds too, where no hyphen or blank line makes a difference', () => {
  fc.assert(
    fc.property(someText, someWords, (text, words) => {
      const plain = text.replaceAll(/[-–\n]/g, ',');
      const asked = words.replaceAll(/[-–\n]/g, ',');
      const tagged = findOccurrences(plain, asked, { mode: 'loose', wholeWords: false });
      const found = findAll(plain, asked, { matchCase: false });
      if (found.length > 0) expect(tagged.length).toBeGreaterThan(0);
      for (const { start, end } of found)
        expect(tagged.some((span) => span.start < end && start < span.end)).toBe(true);
    }),
  );
});
