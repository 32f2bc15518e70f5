import { describe, expect, it } from 'vitest';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';
import { decodeExport } from '../../../src/codecs/exchange/decode-export';
import { describeQuote } from '../../../src/core/anchoring/describe';
import { findAll } from '../../../src/core/text/find';
import { looseFold } from '../../../src/core/text/fold';
import { findOccurrences } from '../../../src/core/text/occurrences';
import { shadowOf } from '../../../src/core/text/shadow';
import { findSpanFault } from '../../../src/core/text/span';
import { checkArticleFile } from '../../fuzz/sound-article';
import { buildTaggedArticle, encodeToText } from '../codecs/export-builders';

const encoder = new TextEncoder();

/** Characters that are not seen, change the order of what is seen, or end lines and strings elsewhere. */
const tricks = [
  ['a right-to-left override', '\u202e'],
  ['an override and its end', '\u202dgnp\u202c'],
  ['an isolate', '\u2067abc\u2069'],
  ['an isolate that never ends', '\u2068'],
  ['zero-width spaces', '\u200b\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a zero-width non-joiner', '\u200c'],
  ['tag characters', '\u{e0001}\u{e0065}\u{e007f}'],
  ['a soft hyphen', '\u00ad'],
  ['a byte-order mark', '\ufeff'],
  ['a word joiner', '\u2060'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a next-line control', '\u0085'],
  ['a bell and an escape', '\u0007\u001b[31m'],
  ['a variation selector', '\ufe0f'],
  ['a non-character', '\uffff'],
  ['the replacement character', '\ufffd'],
  ['an emoji of a family', '👩‍👩‍👧'],
] as const;

describe('a text with characters that deceive the eye', () => {
  it.each(tricks)('keeps every one of them, and offsets count them: %s', async (_name, trick) => {
    const text = `Head\n\nThe ${trick}Mokdan${trick} Works${trick} met the plan.\n`;
    const article = await checkArticleFile({ fileName: 'a.txt', bytes: encoder.encode(text) });
    expect(article?.text).toBe(text);
    const words = `Mokdan${trick} Works`;
    const tagged = buildTaggedArticle('a', text, [
      { words: [words], body: { kind: 'claim', status: 'unknown' } },
    ]);
    const decoded = decodeExport(encoder.encode((await encodeToText([tagged])).text));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const [span] = decoded.value.articles[0]?.annotations[0]?.fragments ?? [];
    expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  it.each(tricks)('is searched without a false place: %s', (_name, trick) => {
    const text = `The ${trick}Mokdan${trick} Works, the Mok${trick}dan Works.`;
    const places = [
      ...findAll(text, 'Mokdan', { matchCase: true }),
      ...findOccurrences(text, 'Mokdan Works', { mode: 'loose', wholeWords: false }),
    ];
    expect(places.length).toBeGreaterThan(0);
    expect(places.map((place) => findSpanFault(place, text))).toEqual(places.map(() => null));
  });
});

it('a search for words with unseen characters in them ends, and finds the words with others or none', () => {
  const hidden = `Mok${'\u200b'.repeat(5_000)}don, Mok\u00addan, Mokdan`;
  const found = findAll(hidden, `M\u200bo\u200bk\u200b\u200b\u200bdan`, { matchCase: true });
  expect(found.map(({ start, end }) => hidden.slice(start, end))).toEqual([
    'Mok\u00addan',
    'Mokdan',
  ]);
  expect(findAll(hidden, '\u200b\u00ad', { matchCase: true })).toEqual([]);
});

describe('long rows of emoji after a single unit are not cut within one', () => {
  const rows = [
    ['flags', '🇰🇵'],
    ['families', '👩‍👩‍👧'],
    ['skin tones', '👍🏽'],
  ] as const;
  it.each(rows)('%s', (_name, emoji) => {
    const text = `\f${emoji.repeat(200)}`;
    const { starts } = shadowOf(text, looseFold);
    const places = findOccurrences(text, emoji, { mode: 'loose', wholeWords: false });
    expect(places).toHaveLength(200);
    const expected = Array.from({ length: 200 }, (_one, index) => 1 + index * emoji.length);
    expect(places.map(({ start }) => start)).toEqual(expected);
    expect([...new Set(starts)]).toEqual(expected);
  });
});

describe('bytes that are no clean text', () => {
  const cases: readonly (readonly [string, readonly number[], string])[] = [
    ['NUL within', [0x61, 0x62, 0x20, 0x63, 0x00, 0x64, 0x65, 0x66], 'binary'],
    ['half a surrogate pair in UTF-8', [0x61, 0xed, 0xa0, 0x80], 'undecodable'],
    [
      'half a surrogate pair in UTF-16',
      [0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00],
      'undecodable',
    ],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 'undecodable'],
    ['a code point beyond all', [0xf4, 0x90, 0x80, 0x80], 'undecodable'],
    ['nothing but unseen characters', [0xe2, 0x80, 0x8b, 0xe2, 0x80, 0xae], 'blank'],
    ['only a byte-order mark', [0xef, 0xbb, 0xbf], 'empty'],
  ];
  it.each(cases)('are refused: %s', async (_name, bytes, code) => {
    const file = { fileName: 'a.txt', bytes: Uint8Array.from(bytes) };
    expect(await checkArticleFile(file)).toBeNull();
    expect(await decodeArticle(file)).toMatchObject({ error: { code } });
  });
});

/** Cells that a spreadsheet would take for formulas. Today's exports are JSON, in which they are only words. */
const formulas = [
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("x")',
];

describe('a formula in a title, a quote and a note', () => {
  it.each(formulas)('comes back from an export unchanged: %j', async (formula) => {
    const text = `Head ${formula} tail`;
    const tags = [
      {
        words: [formula] as const,
        body: { kind: 'enterprise', name: formula } as const,
        facts: { note: formula },
      },
    ];
    const article = buildTaggedArticle('a', text, tags, { title: formula, note: formula });
    const decoded = decodeExport(encoder.encode((await encodeToText([article])).text));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const [back] = decoded.value.articles;
    expect([back?.article.title, back?.article.note]).toEqual([formula, formula]);
    expect(back?.annotations[0]).toMatchObject({
      body: { name: formula },
      note: formula,
      quote: describeQuote(text, [{ start: 5, end: 5 + formula.length }]),
    });
  });
});
