import { describe, expect, it } from 'vitest';
import { en } from '../../../src/renderer/i18n/en';
import {
  isolated,
  nameShown,
  quoted,
  quotedName,
  titleShown,
} from '../../../src/renderer/i18n/foreign-words';
import { ko } from '../../../src/renderer/i18n/ko';

describe('the name of a file', () => {
  const cases = [
    ['an override', 'rtl\u202egpj.txt', 'rtl[U+202E]gpj.txt'],
    ['an isolate', 'a\u2067b\u2069.txt', 'a[U+2067]b[U+2069].txt'],
    ['a mark of direction', 'a\u200fb.txt', 'a[U+200F]b.txt'],
    ['a zero-width space', 'a\u200b.txt', 'a[U+200B].txt'],
    ['a soft hyphen', 'a\u00adb.txt', 'a[U+00AD]b.txt'],
    ['a line end', 'a\nb.txt', 'a[U+000A]b.txt'],
    ['a byte-order mark', '\ufeffa.txt', '[U+FEFF]a.txt'],
    ['none of these', '새해 사설 (1).txt', '새해 사설 (1).txt'],
    ['Arabic', 'مصنع.txt', 'مصنع.txt'],
    ['a joiner of Persian', 'می‌خواهم.txt', 'می‌خواهم.txt'],
    ['a family', '👩‍👩‍👧.txt', '👩‍👩‍👧.txt'],
  ] as const;
  it.each(cases)('is shown as it is: with %s', (_name, fileName, shown) => {
    expect(nameShown(fileName)).toBe(shown);
  });
});

describe('words within a sentence', () => {
  const plain = ['Kangan Mine', '강선제강소 (2025)', '鞍山', 'Завод', 'a–b ½ €', '👩‍👩‍👧', ''];
  it.each(plain)('stay as they are when all of them read from left to right: %s', (words) => {
    expect(isolated(words)).toBe(words);
  });

  it('have a direction of their own otherwise, which nothing in them ends', () => {
    expect(isolated('مصنع Kangan')).toBe('\u2068مصنع Kangan\u2069');
    expect(isolated('Kangan\u2069\u202a')).toBe('\u2068Kangan\u2069');
    expect(isolated('a\u202eb')).toBe('\u2068a[U+202E]b\u2069');
    expect(quoted('שלום')).toBe('‘\u2068שלום\u2069’');
    expect(quotedName('rtl\u202egpj.txt')).toBe('‘rtl[U+202E]gpj.txt’');
    expect(titleShown('rtl\u202egpj')).toBe('rtl[U+202E]gpj');
  });
});

describe.each([
  ['English', en],
  ['Korean', ko],
] as const)('a sentence about a file or a title (%s)', (_language, words) => {
  const file = 'rtl\u202egpj.txt';
  const sentences = [
    words.openErrors.missing({ fileName: file }).what,
    words.openErrors['is-folder']({ fileName: file }).what,
    words.closing.pageLost(file).next,
    words.importing.from(file),
    words.loading.opening(file),
    words.changes.imported(1, 0, file),
    words.changes.removeArticle('rtl\u202egpj'),
    words.changes.annotate.claim('rtl\u202egpj'),
    words.notices.alreadyInLibrary('rtl\u202egpj'),
  ];
  it.each(sentences)('holds no override: %s', (sentence) => {
    expect(sentence).toContain('rtl[U+202E]gpj');
    expect(sentence).not.toMatch(/[\u202d\u202e]/);
  });

  it('keeps its order round words from right to left', () => {
    expect(words.changes.removeArticle('مصنع')).toContain('‘\u2068مصنع\u2069’');
  });
});
