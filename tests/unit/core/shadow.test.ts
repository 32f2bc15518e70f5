import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterAt } from '../../../src/core/text/clusters';
import { type FoldOptions, looseFold } from '../../../src/core/text/fold';
import { isPlainUnit } from '../../../src/core/text/plain-units';
import { foldWords, shadowIndexAt, shadowOf, spanOfShadow } from '../../../src/core/text/shadow';

const strict: FoldOptions = { matchCase: true, ignoreSpaces: false, ignoreHyphens: false };

describe('the loose fold', () => {
  const cases = [
    { name: 'letter case', text: 'Kim CHAEK', folded: 'kimchaek' },
    {
      name: 'no-break, ideographic and thin spaces',
      text: 'a\u00a0b\u3000c\u2009d',
      folded: 'abcd',
    },
    { name: 'line ends of every kind', text: 'a\r\nb\nc\rd\u0085e\u2028f', folded: 'abcdef' },
    { name: 'every hyphen and dash', text: 'a-b‐c‑d‒e–f—g―h−i－j', folded: 'abcdefghij' },
    {
      name: 'unseen characters',
      text: '\ufeffa\u00adb\u200bc\u2060d\u200fe\u2066f',
      folded: 'abcdef',
    },
    { name: 'curly and straight quotation marks', text: '‘a’ “b”', folded: `'a'"b"` },
    { name: 'full-width letters and digits', text: 'Ｎｏ．２', folded: 'no.2' },
    { name: 'decomposed letters', text: 'Cafe\u0301', folded: 'café' },
    { name: 'decomposed hangul', text: '강안 제강소'.normalize('NFD'), folded: '강안제강소' },
    { name: 'hangul as it is', text: '강안 제강소', folded: '강안제강소' },
    { name: 'ß as ss', text: 'Maße', folded: 'masse' },
    { name: 'a ligature of letters as those letters', text: 'ﬁne', folded: 'fine' },
    { name: 'the dot of İ', text: 'İz', folded: 'i\u0307z' },
    { name: 'a final sigma as any other', text: 'ΟΔΟΣ οδος', folded: 'οδοσοδοσ' },
    { name: 'other compatibility forms as they are', text: '½ ① ㎡', folded: '½①㎡' },
    { name: 'emoji as they are', text: '👩‍👩‍👧 🇰🇵🇰🇷', folded: '👩‍👩‍👧🇰🇵🇰🇷' },
    { name: 'a Cyrillic letter with its mark', text: 'Йод и\u0306од', folded: 'йодйод' },
  ];
  it.each(cases)('$name', ({ text, folded }) => {
    expect(foldWords(text, looseFold)).toBe(folded);
  });
});

describe('what an option keeps', () => {
  const cases = [
    { name: 'case', options: { ...looseFold, matchCase: true }, folded: 'KimChaek' },
    {
      name: 'spaces, as one kind',
      options: { ...looseFold, ignoreSpaces: false },
      folded: 'kim chaek',
    },
    {
      name: 'hyphens, as one kind',
      options: { ...looseFold, ignoreHyphens: false },
      folded: 'kim-chaek',
    },
  ];
  it.each(cases)('$name', ({ options, folded }) => {
    expect(foldWords('Kim\u3000Chaek', options)).toBe(folded.replace('-', ''));
    expect(foldWords('Kim–Chaek', options)).toBe(folded.replace(' ', ''));
  });
});

it('a run of blanks counts as one where spaces count, and unseen characters do not part it', () => {
  const spaces: FoldOptions = { ...looseFold, ignoreSpaces: false };
  expect(foldWords('Kim \u00a0\r\n\u200f\tChaek  ', spaces)).toBe('kim chaek ');
});

describe('the map back', () => {
  const cases = [
    { name: 'a letter among dropped ones', text: 'a - b', folded: 'b', words: 'b' },
    { name: 'blanks within, and none at the ends', text: ' a - b ', folded: 'ab', words: 'a - b' },
    { name: 'after a ß', text: 'Maß x', folded: 'x', words: 'x' },
    { name: 'up to a ß', text: 'ein Maß x', folded: 'mass', words: 'Maß' },
    { name: 'after an İ', text: 'İz', folded: 'z', words: 'z' },
    { name: 'a decomposed letter, whole', text: 'xe\u0301y', folded: 'é', words: 'e\u0301' },
    {
      name: 'decomposed hangul',
      text: '새 강안 제강소'.normalize('NFD'),
      folded: '제강소',
      words: '제강소'.normalize('NFD'),
    },
    { name: 'half a ß', text: 'Maß', folded: 'mas', words: null },
    { name: 'an İ without its dot', text: 'İz', folded: 'i', words: null },
  ];
  it.each(cases)('$name', ({ text, folded, words }) => {
    const shadow = shadowOf(text, looseFold);
    const at = shadow.folded.indexOf(folded);
    expect(at).toBeGreaterThanOrEqual(0);
    const span = spanOfShadow(shadow, at, at + folded.length);
    expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  it('gives no span for no units', () => {
    expect(spanOfShadow(shadowOf('abc', looseFold), 1, 1)).toBeNull();
  });

  it('finds the first unit from an offset on', () => {
    const shadow = shadowOf('a - b', looseFold);
    expect([0, 1, 4, 5].map((offset) => shadowIndexAt(shadow, offset))).toEqual([0, 1, 1, 2]);
  });
});

const piece = fc.constantFrom(
  'a',
  'B',
  'ß',
  'İ',
  ' ',
  '\r\n',
  '\n',
  '-',
  '—',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u0301',
  'é',
  '가',
  '각'.normalize('NFD'),
  '\u1100',
  '\u1161',
  '\u11a8',
  '👩‍👧',
  '🇰🇵',
  '\ud800',
  '\u0e33',
  'क्षि',
  '𠮷',
  '＂',
  '\u3099',
  'か',
);
const someText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('for any text', () => {
  it('the clusters are those of the text, in order', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { folded, starts, lengths } = shadowOf(text, strict);
        expect([starts.length, lengths.length]).toEqual([folded.length, folded.length]);
        for (const [index, start] of starts.entries()) {
          expect(clusterAt(text, start)).toEqual({ start, end: start + (lengths[index] ?? 0) });
          expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
        }
      }),
    );
  });

  it('composed or not, it folds to the same', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(foldWords(text.normalize('NFD'), looseFold)).toBe(
          foldWords(text.normalize('NFC'), looseFold),
        );
      }),
    );
  });
});

describe('a text of any length', () => {
  const texts = [
    { name: 'decomposed hangul without a break', text: '강'.repeat(20_000).normalize('NFD') },
    { name: 'letters that grow', text: 'ß'.repeat(20_000) },
  ];
  it.each(texts)('$name: every cluster is there', ({ text }) => {
    const { starts, lengths } = shadowOf(text, looseFold);
    expect(new Set(starts).size).toBe(20_000);
    expect((starts.at(-1) ?? 0) + (lengths.at(-1) ?? 0)).toBe(text.length);
  });
});

it('plain units are clusters of their own, whichever plain units stand beside them', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const plain = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
    (unit) => isPlainUnit(unit) && unit !== 0x0d,
  );
  expect(plain.length).toBeGreaterThan(40_000);
  const letters = plain.map((unit) => String.fromCharCode(unit));
  // In short rows, since engines copy what they segment for each of its segments.
  const joinedIn = (put: (letter: string) => string): readonly string[] =>
    Array.from({ length: Math.ceil(letters.length / 64) }, (_one, row) =>
      letters
        .slice(row * 64, (row + 1) * 64)
        .map(put)
        .join('\n'),
    ).flatMap((row) =>
      Array.from(segmenter.segment(row), ({ segment }) => segment).filter(
        ({ length }) => length > 1,
      ),
    );
  for (const neighbour of ['a', '가', 'ب', 'א'])
    expect(joinedIn((letter) => `${neighbour}${letter}${neighbour}`)).toEqual([]);
  expect(joinedIn((letter) => `${letter}\u1100`)).toEqual([]);
});
