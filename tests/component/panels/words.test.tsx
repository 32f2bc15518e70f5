import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/core/dates/edtf';
import { preferredLanguage } from '../../../src/renderer/i18n/catalogue';
import { type Catalogue, en } from '../../../src/renderer/i18n/en';
import { ko } from '../../../src/renderer/i18n/ko';
import { wordsOfChange } from '../../../src/renderer/panels/words-of-change';
import { wordsOfEdtf, wordsOfEdtfError } from '../../../src/renderer/panels/words-of-date';
import {
  explainOpenProblem,
  explainSaveProblem,
} from '../../../src/renderer/panels/words-of-problem';

describe('dates', () => {
  it.each([
    ['2025-01-15', '15 January 2025', '2025년 1월 15일'],
    ['2025-01', 'January 2025', '2025년 1월'],
    ['2025', '2025', '2025년'],
    ['201X', 'a year from 2010 to 2019', '2010년부터 2019년 사이의 한 해'],
    ['2024?', '2024, uncertain', '2024년 (불확실)'],
    ['2024-05~', 'about May 2024', '2024년 5월경'],
    ['2024-21', 'Spring 2024', '2024년 봄'],
    ['2024-XX', 'a month of 2024', '2024년 중 한 달'],
    ['2024-05-XX', 'a day in May 2024', '2024년 5월 어느 날'],
    ['2024-05-1X', 'day 10 to 19 of May 2024', '2024년 5월 10~19일'],
    ['../2024', 'up to 2024', '2024년까지'],
    ['2024/', 'from 2024, end not known', '2024년부터, 끝은 알 수 없음'],
    ['0000', '1 BC', '기원전 1년'],
    ['January', null, null],
  ])('%s', (edtf, english, korean) => {
    expect(wordsOfEdtf(en, edtf)).toBe(english);
    expect(wordsOfEdtf(ko, edtf)).toBe(korean);
  });

  it.each([
    '',
    '2025-13',
    '2025-02-30',
    '2025-01-15T10:00',
    '{2024,2025}',
    '2025/2024',
    '/..',
    'x',
    '2024?-01',
  ])('says what is wrong with ‘%s’ in both languages', (typed) => {
    const value = parseEdtf(typed);
    if (value.ok) throw new Error(`${typed} is a value`);
    expect(wordsOfEdtfError(en, value.error, typed)).toMatch(/^[A-Z‘].*[.]$/);
    expect(wordsOfEdtfError(ko, value.error, typed)).toMatch(/[가-힣].*\.$/);
  });
});

describe('changes', () => {
  it.each([
    [
      { code: 'annotate', kind: 'enterprise', exact: 'Musok Mining Complex' },
      'Tagged ‘Musok Mining Complex’ as enterprise',
    ],
    [{ code: 'change-kind', kind: 'date', exact: 'last year' }, 'Changed ‘last year’ to date'],
    [{ code: 'open-articles', count: 1, title: 'A title' }, 'Opened ‘A title’'],
    [{ code: 'open-articles', count: 3, title: 'A title' }, 'Opened 3 articles'],
    [{ code: 'remove-article', title: 'A title' }, 'Removed ‘A title’'],
  ] as const)('%o', (label, sentence) => {
    expect(wordsOfChange(en, label)).toBe(sentence);
    expect(wordsOfChange(ko, label)).toMatch(/[가-힣]/);
  });

  it('are one short line whatever the words', () => {
    const exact = `first\r\n${'long '.repeat(500)}last`;
    const line = wordsOfChange(en, { code: 'annotate', kind: 'claim', exact });
    expect(line).toMatch(/^Tagged ‘first long .* … .*last’ as claim$/);
    expect(line.length).toBeLessThan(120);
  });
});

describe.each([
  ['English', en],
  ['Korean', ko],
] as const)('%s', (_name, words: Catalogue) => {
  it('explains every failure to open or save in three parts that end as sentences do', () => {
    for (const code of Object.keys(words.openErrors) as (keyof Catalogue['openErrors'])[]) {
      const parts = explainOpenProblem(words, { code, fileName: 'old.txt' });
      for (const part of [parts.what, parts.safe, parts.next]) expect(part, code).toMatch(/[.]$/);
    }
    for (const code of Object.keys(words.saveErrors) as (keyof Catalogue['saveErrors'])[]) {
      const parts = explainSaveProblem(words, { code });
      for (const part of [parts.what, parts.safe, parts.next]) expect(part, code).toMatch(/[.]$/);
    }
  });

  it('never raises its voice', () => {
    expect(stringsIn(words).filter((text) => /[!！]/.test(text))).toEqual([]);
    expect(stringsIn(words).filter((text) => text.trim() === '')).toEqual([]);
  });
});

it('leaves nothing in English in the Korean catalogue', () => {
  const allowed = /^(Dateline|Markdown|HTML|SHA-256|English|2025-01-15|¶ .*)$/;
  // Access keys are letters of the keyboard, in every language.
  const { menuKeys: _menuKeys, ...words } = ko;
  const latin = stringsIn(words).filter((text) => !/[가-힣]/.test(text) && !allowed.test(text));
  expect(latin).toEqual([]);
});

it.each([
  [['ko-KR', 'en'], 'ko'],
  [['de', 'en-GB'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('the language for %o is %s', (preferred, language) => {
  expect(preferredLanguage(preferred)).toBe(language);
});

/** Every string that stands in a catalogue as such, without those that functions make. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
