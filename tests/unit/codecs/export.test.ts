import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxChunkBytes } from '../../../src/codecs/exchange/chunks';
import { type ExportContents, suggestExportName } from '../../../src/codecs/exchange/export-name';
import { exchangeSchemaOf } from '../../../src/codecs/exchange/schema';
import { type ExchangeFile, exportShape } from '../../../src/codecs/exchange/shapes';
import { validateExport } from '../../../src/codecs/exchange/validate-export';
import type { Article } from '../../../src/core/article';
import { buildTaggedArticle, encodeToText, type Tag } from './export-builders';

const enterprise = { kind: 'enterprise' } as const;

function parse(text: string): ExchangeFile {
  return exchangeSchemaOf(exportShape).parse(JSON.parse(text));
}

describe('an export carries its spans in both units', () => {
  const cases: readonly [string, string, string, object][] = [
    ['ASCII', 'The Mokdan Works met it.', 'Mokdan Works', { utf16: [4, 16], codePoints: [4, 16] }],
    ['the whole text', 'Works', 'Works', { utf16: [0, 5], codePoints: [0, 5] }],
    ['CRLF', 'A\r\nB\r\nWorks', 'Works', { utf16: [6, 11], codePoints: [6, 11] }],
    ['emoji', '🏭🇰🇵 𝐉uche Works 🎉', '𝐉uche Works', { utf16: [7, 19], codePoints: [4, 15] }],
    ['a joined emoji', '👨‍👩‍👧 Works', 'Works', { utf16: [9, 14], codePoints: [6, 11] }],
    [
      'decomposed hangul',
      '\u1100\u1161\u11bc 제철소',
      '제철소',
      { utf16: [4, 7], codePoints: [4, 7] },
    ],
    [
      'zero-width spaces',
      'The \u200bWorks\u200b',
      'Works',
      { utf16: [5, 10], codePoints: [5, 10] },
    ],
    [
      'quotes and controls',
      'a"\\\u0001\u2028 Works',
      'Works',
      { utf16: [6, 11], codePoints: [6, 11] },
    ],
  ];
  for (const [name, text, words, expected] of cases) {
    it(name, async () => {
      const encoded = await encodeToText([
        buildTaggedArticle('a', text, [{ words: [words], body: enterprise }]),
      ]);
      expect(validateExport(encoded.text)).toEqual([]);
      const [article] = parse(encoded.text).articles;
      const [annotation] = article?.annotations ?? [];
      const [span] = annotation?.spans ?? [];
      const [points] = annotation?.codePointSpans ?? [];
      expect({
        utf16: [span?.start, span?.end],
        codePoints: [points?.start, points?.end],
      }).toEqual(expected);
      expect(article?.text).toBe(text);
      expect(article?.text.slice(span?.start, span?.end)).toBe(words);
      expect([...text].slice(points?.start, points?.end).join('')).toBe(words);
    });
  }
});

describe('an export', () => {
  const text = 'The Mokdan Works and Unhyang Mine met the plan on January 15, 2025.';
  const tags: readonly Tag[] = [
    { words: ['Mokdan Works'], body: { kind: 'enterprise', name: 'Mokdan Steel Complex' } },
    { words: ['Mokdan', 'Mine'], body: enterprise, facts: { note: 'two "parts"' } },
    { words: [text], body: { kind: 'claim', status: 'in-progress' } },
    {
      words: ['January 15, 2025'],
      body: { kind: 'date', edtf: '2025-01-15', basis: { by: 'rule', rule: 'month-day-year' } },
      facts: { provenance: { coder: '', origin: 'suggestion', rule: 'month-day-year' } },
    },
  ];

  it('of version 1 does not say what has read the file', async () => {
    const known = buildTaggedArticle('a', text, tags);
    const { source } = known.article;
    const extractor = { name: 'plain-text', version: 1 };
    const told = { ...known, article: { ...known.article, source: { ...source, extractor } } };
    expect((await encodeToText([told])).text).toBe((await encodeToText([known])).text);
  });

  it('says everything its records say, kinds in lower case at the top', async () => {
    const article = buildTaggedArticle('a', text, tags, {
      outlet: 'KCNA',
      language: 'en',
      published: { date: '2025-01-15', basis: 'user' },
      url: 'https://news.example/a',
    });
    const encoded = await encodeToText([article]);
    expect(validateExport(encoded.text)).toEqual([]);
    expect(JSON.parse(encoded.text)).toMatchObject({
      format: 'dateline',
      version: 1,
      generator: { name: 'Dateline', version: '0.1.0' },
      offsetUnit: 'utf-16',
      articles: [
        {
          id: 'art_a',
          outlet: 'KCNA',
          language: 'en',
          published: { date: '2025-01-15', basis: 'user' },
          url: 'https://news.example/a',
          textHash: article.article.textHash,
          textLength: { utf16: text.length, codePoints: text.length },
          text,
          annotations: [
            { kind: 'enterprise', name: 'Mokdan Steel Complex', quote: { prefix: 'The ' } },
            { kind: 'enterprise', quote: { exact: 'Mokdan … Mine' }, note: 'two "parts"' },
            { kind: 'claim', status: 'in-progress', quote: { prefix: '', suffix: '' } },
            {
              kind: 'date',
              edtf: '2025-01-15',
              basis: { by: 'rule', rule: 'month-day-year' },
              provenance: { coder: '', origin: 'suggestion', rule: 'month-day-year' },
            },
          ],
        },
      ],
    });
  });

  const work: readonly [string, Partial<Article>, readonly string[]][] = [
    ['neither status nor note', {}, ['importedAt', 'text', 'annotations']],
    ['a status alone', { status: 'in-work' }, ['importedAt', 'status', 'text', 'annotations']],
    ['a note alone', { note: '' }, ['importedAt', 'note', 'text', 'annotations']],
    [
      'both, whatever order the record has them in',
      { note: 'see the\n“spring” report 🏭', status: 'done' },
      ['importedAt', 'status', 'note', 'text', 'annotations'],
    ],
  ];
  for (const [name, facts, keys] of work) {
    it(`has ${name} where the article has`, async () => {
      const { text: whole } = await encodeToText([buildTaggedArticle('a', text, tags, facts)]);
      expect(validateExport(whole)).toEqual([]);
      const [article = {}] = parse(whole).articles;
      expect(article).toMatchObject(facts);
      const [written = {}] = JSON.parse(whole).articles;
      expect(Object.keys(written).slice(-keys.length)).toEqual(keys);
    });
  }

  it('is set as JSON.stringify sets it, and the same every time', async () => {
    const articles = [buildTaggedArticle('a', text, tags), buildTaggedArticle('b', 'B', [])];
    const first = (await encodeToText(articles)).text;
    expect(first).toBe(`${JSON.stringify(JSON.parse(first), null, 2)}\n`);
    expect((await encodeToText(articles)).text).toBe(first);
  });

  it('may hold nothing', async () => {
    const { text: empty } = await encodeToText([]);
    expect(validateExport(empty)).toEqual([]);
    expect(empty).toBe(`${JSON.stringify(JSON.parse(empty), null, 2)}\n`);
  });

  it('comes in small chunks, whatever is in it', async () => {
    const long = '🏭제철소 "Works"\r\n'.repeat(200_000);
    const { chunks, text: whole } = await encodeToText([
      buildTaggedArticle('a', long, [{ words: ['Works'], body: enterprise }]),
    ]);
    expect(chunks.length).toBeGreaterThan(20);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(maxChunkBytes);
    expect(Math.min(...chunks.map((chunk) => chunk.length))).toBeGreaterThan(0);
    expect(validateExport(whole)).toEqual([]);
  });

  it('asks for a page of annotations only when the one before is written', async () => {
    const asked: number[] = [];
    const { article, annotations } = buildTaggedArticle('a', text, tags);
    async function* pages() {
      for await (const page of annotations) {
        for (const [index, annotation] of page.entries()) {
          asked.push(index);
          yield [annotation];
        }
      }
    }
    const { text: whole } = await encodeToText([{ article, text, annotations: pages() }]);
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(validateExport(whole)).toEqual([]);
  });

  it('stays clean for any text', async () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\r\n',
      '"',
      '\\',
      '🏭',
      '제',
      '\u110c\u1166',
      '\u2028',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        async (pieces, from, length) => {
          const start = from % pieces.length;
          const words = pieces.slice(start, start + 1 + (length % 8)).join('');
          const { text: whole } = await encodeToText([
            buildTaggedArticle('a', pieces.join(''), [{ words: [words], body: enterprise }]),
          ]);
          expect(validateExport(whole)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  const bugs: readonly [string, () => ReturnType<typeof buildTaggedArticle>][] = [
    [
      'a span beyond the text',
      () =>
        buildTaggedArticle('a', 'Works', [
          {
            words: ['Works'],
            body: enterprise,
            facts: { fragments: [{ start: 1, end: 9 }] },
          },
        ]),
    ],
    [
      'a text of another length',
      () => ({ ...buildTaggedArticle('a', 'Works', []), text: 'Other words' }),
    ],
    [
      'an annotation of another article',
      () => ({
        ...buildTaggedArticle('a', 'Works', []),
        annotations: buildTaggedArticle('b', 'Works', [{ words: ['Works'], body: enterprise }])
          .annotations,
      }),
    ],
  ];
  for (const [name, build] of bugs) {
    it(`is refused with ${name}`, () => expect(encodeToText([build()])).rejects.toThrow(/a/));
  }
});

describe('the name of an export', () => {
  const exportedAt = '2026-11-22T09:00:00.000Z';
  const one = (title: string, date?: string) => ({
    articles: [
      { title, ...(date === undefined ? {} : { published: { date, basis: 'user' as const } }) },
    ],
    exportedAt,
  });
  const cases: readonly [ExportContents, string][] = [
    [one('Steel: a Report', '2025-01-15'), '2025-01-15-steel-a-report-dateline.json'],
    [one('../..\\CON?*"<>|'), 'con-dateline.json'],
    [one('금속공업부문에서 년초부터'), '금속공업부문에서-년초부터-dateline.json'],
    [one('🏭 …'), 'article-dateline.json'],
    [one('word '.repeat(40)), `${'word-'.repeat(12)}dateline.json`],
    [one('𝐉'.repeat(90)), `${'𝐉'.repeat(30)}-dateline.json`],
    [{ articles: [], exportedAt }, 'dateline-0-articles-2026-11-22.json'],
    [
      { articles: [{ title: 'A' }, { title: 'B' }], exportedAt },
      'dateline-2-articles-2026-11-22.json',
    ],
  ];
  for (const [contents, name] of cases) {
    it(name, () => expect(suggestExportName(contents, 'dateline')).toBe(name));
  }
});
