import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeExport,
  type RefusalCode,
  shownFaults,
} from '../../../src/codecs/exchange/decode-export';
import type { ArticleToExport } from '../../../src/codecs/exchange/encode-export';
import type { FaultCode } from '../../../src/codecs/exchange/fault';
import { looksLikeExport } from '../../../src/codecs/exchange/looks-like-export';
import type { AnnotationBody } from '../../../src/core/annotation/annotation';
import { annotationDefinition } from '../../../src/core/records/annotation';
import { anyValue } from '../../support/any-value';
import { buildTaggedArticle, encodeToText, type Tag } from './export-builders';

const encoder = new TextEncoder();

const text = 'The Mokdan Works 🏭 and 은덕광산 met the plan on January 15, 2025.';
const tags: readonly Tag[] = [
  { words: ['Mokdan Works'], body: { kind: 'enterprise', name: 'Mokdan Steel Complex' } },
  { words: ['Mokdan', '은덕광산'], body: { kind: 'enterprise' }, facts: { note: 'two "parts"' } },
  {
    words: [text],
    body: { kind: 'claim', status: 'in-progress' },
    facts: {
      provenance: { coder: '', origin: 'suggestion', rule: 'a-rule' },
      updatedAt: '2026-11-23T10:00:00.123Z',
    },
  },
  {
    words: ['January 15, 2025'],
    body: { kind: 'date', edtf: '2025-01-15', basis: { by: 'rule', rule: 'month-day-year' } },
  },
  { words: ['2025'], body: { kind: 'date', edtf: '2025', basis: { by: 'hand' } } },
];
const tagged = buildTaggedArticle('a', text, tags, {
  outlet: 'The Riverside Herald',
  language: 'en',
  published: { date: '2025-01-16', basis: 'user' },
  url: 'https://example.org/a',
  status: 'done',
  note: 'Read twice.',
});
const bare = buildTaggedArticle('b', 'Only words.\r\n', []);

async function encode(articles: readonly ArticleToExport[]): Promise<Uint8Array> {
  return encoder.encode((await encodeToText(articles)).text);
}

/** What was decoded, as it would be exported again. */
function toExport(bytes: Uint8Array): readonly ArticleToExport[] {
  const decoded = decodeExport(bytes);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value.articles.map((one) => ({ ...one, annotations: [one.annotations] }));
}

describe('a sound export', () => {
  it('gives back every record as it was', async () => {
    const decoded = decodeExport(await encode([tagged, bare]));
    expect(decoded).toEqual({
      ok: true,
      value: {
        exportedAt: '2026-11-22T09:00:00.000Z',
        articles: [tagged, bare].map((one) => ({
          ...one,
          annotations: [...(one.annotations as Iterable<unknown>)].flat(),
        })),
      },
    });
  });

  it.each([
    ['no article', []],
    ['an article without annotations', [bare]],
    ['several', [tagged, bare]],
  ])('exports to the same bytes again: %s', async (_name, articles) => {
    const bytes = await encode(articles);
    expect(await encode(toExport(bytes))).toEqual(bytes);
  });

  it('exports to the same bytes again, whatever its text and tags', async () => {
    // Of a body's own fields only the value of a date has to be sound.
    const body = anyValue(annotationDefinition.fields.body).map(
      (any): AnnotationBody => (any.kind === 'date' ? { ...any, edtf: '2024-05~' } : any),
    );
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ words, body, note: words }), { minLength: 1, maxLength: 5 }),
        async (wanted) => {
          const all = wanted.map((tag) => tag.words).join('\n');
          const article = buildTaggedArticle(
            'p',
            all,
            wanted.map((tag) => ({
              words: [tag.words],
              body: tag.body,
              facts: { note: tag.note },
            })),
          );
          const bytes = await encode([article]);
          expect(await encode(toExport(bytes))).toEqual(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('may begin with a byte-order mark', async () => {
    const bytes = await encode([tagged]);
    expect(decodeExport(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])).ok).toBe(true);
  });

  it('tells how far it is, to the end', async () => {
    const many = buildTaggedArticle(
      'm',
      text,
      Array.from({ length: 2_500 }, () => tags[0] as Tag),
    );
    const seen: unknown[] = [];
    decodeExport(await encode([bare, many]), (progress) => seen.push(progress));
    expect(seen).toEqual([0, 1_000, 2_000, 2_500].map((done) => ({ done, total: 2_500 })));
  });
});

describe('a file that is no sound export is refused whole, with the place and the reason', () => {
  const cases: readonly {
    readonly name: string;
    readonly change: (json: string) => string;
    readonly code: RefusalCode;
    readonly fault?: readonly [string, FaultCode];
  }[] = [
    {
      name: 'cut off',
      change: (json) => json.slice(0, -40),
      code: 'malformed',
      fault: ['', 'malformed-json'],
    },
    { name: 'empty', change: () => '', code: 'malformed', fault: ['', 'malformed-json'] },
    { name: 'another JSON', change: () => '{"articles": []}', code: 'foreign' },
    { name: 'a JSON list', change: () => '["dateline"]', code: 'foreign' },
    { name: 'JSON null', change: () => 'null', code: 'foreign' },
    {
      name: 'of another program',
      change: (json) => json.replace('"dateline"', '"headline"'),
      code: 'foreign',
    },
    {
      name: 'of a newer version',
      change: (json) => json.replace('"version": 1,', '"version": 2,'),
      code: 'newer',
      fault: ['/version', 'newer-version'],
    },
    {
      name: 'of a version that never was',
      change: (json) => json.replace('"version": 1,', '"version": 0,'),
      code: 'damaged',
      fault: ['/version', 'wrong-value'],
    },
    {
      name: 'with one letter of the text changed',
      change: (json) => json.replace('met the plan on January', 'met the plan in January'),
      code: 'damaged',
      fault: ['/articles/0/textHash', 'text-hash-differs'],
    },
    {
      name: 'with a span moved',
      change: (json) => json.replace('"start": 4,', '"start": 5,'),
      code: 'damaged',
      fault: ['/articles/0/annotations/0/quote/exact', 'quote-differs'],
    },
    {
      name: 'with one id twice',
      change: (json) => json.replace('ann_a-1', 'ann_a-0'),
      code: 'damaged',
      fault: ['/articles/0/annotations/1/id', 'duplicate-id'],
    },
    {
      name: 'with a key that reaches for the prototype',
      change: (json) => json.replace('"title":', '"__proto__": {"polluted": true}, "title":'),
      code: 'damaged',
      fault: ['/articles/0/__proto__', 'unknown-key'],
    },
    {
      name: 'nested without end',
      change: (json) => json.replace('"title": ', `"title": ${'['.repeat(20_000)}`),
      code: 'malformed',
      fault: ['', 'malformed-json'],
    },
    {
      name: 'with an offset beyond all numbers',
      change: (json) => json.replace('"start": 4,', '"start": 1e400,'),
      code: 'damaged',
      fault: ['/articles/0/annotations/0/spans/0/start', 'wrong-value'],
    },
  ];
  it.each(cases)('$name', async ({ change, code, fault }) => {
    const { text: json } = await encodeToText([tagged, bare]);
    const decoded = decodeExport(encoder.encode(change(json)));
    if (decoded.ok) throw new Error('it was not refused');
    expect(decoded.error.code).toBe(code);
    const found = decoded.error.faults.map(({ place, code: what }) => [place, what]);
    expect(found.slice(0, 1)).toEqual(fault ? [fault] : []);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('not UTF-8', () => {
    expect(decodeExport(new Uint8Array([0x7b, 0xff, 0x7d]))).toMatchObject({
      error: { code: 'not-text' },
    });
  });

  it('tells line and column where JSON ends', () => {
    expect(decodeExport(encoder.encode('{\n  "format": "dateline",\n  oops'))).toMatchObject({
      error: { code: 'malformed', line: 3, column: 3 },
    });
  });

  it('tells the first faults and how many there are', async () => {
    const many = buildTaggedArticle(
      'm',
      text,
      Array.from({ length: shownFaults + 50 }, () => tags[0] as Tag),
    );
    const { text: json } = await encodeToText([many]);
    const decoded = decodeExport(encoder.encode(json.replaceAll('"coder": "Kim"', '"coder": 1')));
    if (decoded.ok) throw new Error('it was not refused');
    expect(decoded.error.faults).toHaveLength(shownFaults);
    expect(decoded.error.faultCount).toBe(shownFaults + 50);
  });
});

describe('a file looks like an export', () => {
  const cases: readonly [string, string, string, boolean][] = [
    ['by its ending and its first key', 'a.json', '{ "format" : "dateline", ', true],
    ['in capitals', 'A.JSON', '\ufeff{"format":"dateline"', true],
    [
      'with the key at its end',
      'a.json',
      `{"articles": ["${'x'.repeat(9_000)}"], "format":"dateline"}`,
      true,
    ],
    ['not by another ending', 'a.txt', '{"format":"dateline"}', false],
    ['not by another format', 'a.json', '{"format":"geojson"}', false],
    ['not when it is prose', 'a.json', 'He wrote "format": "dateline" on the board.', false],
  ];
  it.each(cases)('%s', (_name, fileName, content, expected) => {
    expect(looksLikeExport(fileName, encoder.encode(content))).toBe(expected);
  });
});
