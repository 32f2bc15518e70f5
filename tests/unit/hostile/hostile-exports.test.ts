import { describe, expect, it } from 'vitest';
import { decodeExport, shownFaults } from '../../../src/codecs/exchange/decode-export';
import { hashText } from '../../../src/codecs/hash';
import { checkPrototypes } from '../../fuzz/sound-article';
import { buildTaggedArticle, encodeToText } from '../codecs/export-builders';

const encoder = new TextEncoder();
const text = 'The 🏭 Mokdan Works met the plan. The 🏭 Mokdan Works rested.';
const tagged = buildTaggedArticle('a', text, [
  { words: ['Mokdan Works'], body: { kind: 'enterprise' } },
  { words: ['met the plan'], body: { kind: 'claim', status: 'completed' } },
]);
const { text: sound } = await encodeToText([tagged]);

/** The parts of an export that a forger reaches for; nothing of it is typed, as in the file. */
// oxlint-disable-next-line typescript/no-explicit-any
type Forged = any;

function forge(change: (file: Forged, article: Forged, annotation: Forged) => void): string {
  const file: Forged = JSON.parse(sound);
  change(file, file.articles[0], file.articles[0].annotations[0]);
  return JSON.stringify(file);
}

/** What becomes of a file: `taken`, or the code of the refusal with its first place and reason. */
function fateOf(json: string): string {
  const decoded = decodeExport(encoder.encode(json));
  checkPrototypes();
  if (decoded.ok) return 'taken';
  const [first] = decoded.error.faults;
  return first ? `${decoded.error.code} ${first.place} ${first.code}` : decoded.error.code;
}

/** Every object of an export, by its path. */
const levels = [
  '',
  '/generator',
  '/articles/0',
  '/articles/0/source',
  '/articles/0/textLength',
  '/articles/0/annotations/0',
  '/articles/0/annotations/0/spans/0',
  '/articles/0/annotations/0/codePointSpans/0',
  '/articles/0/annotations/0/quote',
  '/articles/0/annotations/0/provenance',
];

describe('a key that reaches for the prototype is refused at every level', () => {
  for (const key of ['__proto__', 'constructor', 'prototype'])
    it.each(levels)(`${key} in the object at “%s”`, (level) => {
      const json = forge((file) => {
        let holder = file;
        for (const step of level.split('/').slice(1)) holder = holder[step];
        // An assignment would set the prototype instead of a key.
        const value = { polluted: true };
        Object.defineProperty(holder, key, { value, enumerable: true });
      });
      expect(fateOf(json)).toBe(`damaged ${level}/${key} unknown-key`);
    });
});

const annotation = '/articles/0/annotations/0';

describe('a forged export is refused with its place and reason', () => {
  const cases: readonly [string, string, string][] = [
    [
      'another text under the old hash',
      forge((_f, a) => (a.text = a.text.replace('met', 'hit'))),
      'damaged /articles/0/textHash text-hash-differs',
    ],
    [
      'offsets in code points',
      forge((_f, _a, n) => (n.spans = n.codePointSpans)),
      `damaged ${annotation}/quote/exact quote-differs`,
    ],
    [
      'code points that are UTF-16 units',
      forge((_f, _a, n) => (n.codePointSpans = n.spans)),
      `damaged ${annotation}/codePointSpans/0 code-points-differ`,
    ],
    [
      'offsets in bytes of UTF-8',
      forge((_f, _a, n) => (n.spans = [{ start: 9, end: 21 }])),
      `damaged ${annotation}/quote/exact quote-differs`,
    ],
    [
      'the same words in another place',
      forge((_f, _a, n) => (n.spans = [{ start: 41, end: 53 }])),
      `damaged ${annotation}/quote/suffix suffix-differs`,
    ],
    [
      'a span that splits a pair',
      forge((_f, _a, n) => (n.spans = [{ start: 5, end: 9 }])),
      `damaged ${annotation}/spans/0 span-splits-pair`,
    ],
    [
      'a span beyond the text',
      forge((_f, _a, n) => (n.spans[0].end = 10_000)),
      `damaged ${annotation}/spans/0 span-outside-text`,
    ],
    [
      'a span that is backwards',
      forge((_f, _a, n) => (n.spans = [{ start: 9, end: 7 }])),
      `damaged ${annotation}/spans/0 span-empty`,
    ],
    [
      'a span before the text',
      forge((_f, _a, n) => (n.spans[0].start = -1)),
      `damaged ${annotation}/spans/0/start wrong-value`,
    ],
    [
      'a span of no whole numbers',
      forge((_f, _a, n) => (n.spans[0].start = 7.5)),
      `damaged ${annotation}/spans/0/start wrong-value`,
    ],
    [
      'a span in words',
      forge((_f, _a, n) => (n.spans[0].start = 'NaN')),
      `damaged ${annotation}/spans/0/start wrong-value`,
    ],
    [
      'an infinite offset',
      sound.replace('"end": 19', '"end": 1e400'),
      `damaged ${annotation}/spans/0/end wrong-value`,
    ],
    [
      'an offset of 2^53 + 1',
      sound.replace('"end": 19', '"end": 9007199254740993'),
      `damaged ${annotation}/spans/0/end wrong-value`,
    ],
    [
      'a length that is no number',
      forge((_f, a) => (a.textLength.utf16 = null)),
      'damaged /articles/0/textLength/utf16 wrong-value',
    ],
    [
      'the same id twice',
      forge((_f, a, n) => (a.annotations[1].id = n.id)),
      'damaged /articles/0/annotations/1/id duplicate-id',
    ],
    [
      'the same article twice',
      forge((f, a) => f.articles.push(a)),
      'damaged /articles/1/id duplicate-id',
    ],
    [
      'an annotation that names another article',
      forge((_f, _a, n) => (n.articleId = 'art_b')),
      `damaged ${annotation}/articleId unknown-key`,
    ],
    [
      'an annotation with the id of an article',
      forge((_f, _a, n) => (n.id = 'art_a')),
      `damaged ${annotation}/id duplicate-id`,
    ],
    [
      'an id of two lines',
      forge((_f, _a, n) => (n.id = 'ann_a\nb')),
      `damaged ${annotation}/id wrong-value`,
    ],
    [
      'a day that is none',
      forge((_f, _a, n) => (n.createdAt = '2026-02-30T00:00:00.000Z')),
      `damaged ${annotation}/createdAt wrong-value`,
    ],
    [
      'a time of another zone',
      forge((_f, _a, n) => (n.updatedAt = '2026-02-03T00:00:00.000+09:00')),
      `damaged ${annotation}/updatedAt wrong-value`,
    ],
    [
      'an hour that is none',
      forge((f) => (f.exportedAt = '2026-02-03T25:00:00.000Z')),
      'damaged /exportedAt wrong-value',
    ],
    [
      'half a pair in the text',
      forge((_f, a) => (a.text = `\ud83c${a.text.slice(1)}`)),
      'damaged /articles/0/text text-not-well-formed',
    ],
    [
      'another unit of offsets',
      forge((f) => (f.offsetUnit = 'utf-8')),
      'damaged /offsetUnit wrong-value',
    ],
    ['a newer format', forge((f) => (f.version = 2)), 'newer /version newer-version'],
    ['a version in words', forge((f) => (f.version = '2')), 'damaged /version wrong-value'],
    [
      'articles that are no list',
      forge((f) => (f.articles = { length: 1e9 })),
      'damaged /articles wrong-value',
    ],
  ];
  it.each(cases)('%s', (_name, json, fate) => expect(fateOf(json)).toBe(fate));
});

describe('what only looks odd is taken, and stays what it is', () => {
  it.each(['art_../../x', 'art_C:\\x', 'art_%2e%2e', 'art___proto__', 'art_\u202ex'])(
    'an id such as %j',
    (id) => {
      const decoded = decodeExport(encoder.encode(forge((_f, a) => (a.id = id))));
      expect(decoded).toMatchObject({ value: { articles: [{ article: { id } }] } });
    },
  );

  it('-0, which is 0', () => {
    const words = text.slice(0, 3);
    const json = forge((_f, _a, n) => {
      n.spans = [{ start: 0, end: 3 }];
      n.codePointSpans = n.spans;
      n.quote = { exact: words, prefix: '', suffix: '' };
    }).replaceAll('"start":0', '"start":-0');
    const decoded = decodeExport(encoder.encode(json));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(decoded.value.articles[0]?.annotations[0]?.fragments[0].start).toBe(0);
  });
});

describe('a file with very much wrong in it is refused soon, with the first faults and their number', () => {
  const many = 200_000;
  const list = (make: () => unknown): unknown[] => Array.from({ length: many }, make);
  const keys = Object.fromEntries(Array.from({ length: many }, (_, index) => [`k${index}`, 1]));
  const cases: readonly [string, () => string][] = [
    ['annotations without anything', () => forge((_f, a) => (a.annotations = list(() => ({}))))],
    ['articles without anything', () => forge((f) => (f.articles = list(() => 1)))],
    ['spans that are none', () => forge((_f, _a, n) => (n.spans = list(() => ({}))))],
    [
      'spans that are empty',
      () => forge((_f, _a, n) => (n.spans = list(() => ({ start: 1, end: 1 })))),
    ],
    ['code points that are none', () => forge((_f, _a, n) => (n.codePointSpans = list(() => 1)))],
    ['unknown keys in an annotation', () => forge((_f, _a, n) => Object.assign(n, keys))],
    ['unknown keys in a span', () => forge((_f, _a, n) => Object.assign(n.spans[0], keys))],
    ['unknown keys in an article', () => forge((_f, a) => Object.assign(a, keys))],
    ['unknown keys in the file', () => forge((f) => Object.assign(f, keys))],
  ];
  it.each(cases)('%s', (_name, json) => {
    const decoded = decodeExport(encoder.encode(json()));
    if (decoded.ok) throw new Error('it was taken');
    expect(decoded.error.code).toBe('damaged');
    expect(decoded.error.faults).toHaveLength(shownFaults);
    expect(decoded.error.faultCount).toBeGreaterThanOrEqual(many);
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('%s nested without end', (_name, open, close) => {
    const deep = `${open.repeat(many)}1${close.repeat(many)}`;
    const json = sound.replace('"title": "Article a"', () => `"title": ${deep}`);
    expect(fateOf(json)).toBe('damaged /articles/0/title wrong-value');
  });
});

it('a text that was changed with its hash is another text: its annotations must still fit', () => {
  const json = forge((_f, a) => {
    a.text = a.text.replace('Mokdan', 'Modkan');
    a.textHash = hashText(a.text);
  });
  expect(fateOf(json)).toBe(`damaged ${annotation}/quote/exact quote-differs`);
});
