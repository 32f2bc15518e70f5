import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportVersion, schemaNameOf } from '../../../src/codecs/exchange/format';
import { formatJsonSchema } from '../../../src/codecs/exchange/schema';
import { inspectExport, validateExport } from '../../../src/codecs/exchange/validate-export';
import { buildTaggedArticle, encodeToText } from './export-builders';

const text = '🏭 Mokdan Works and Unhyang Mine on May 9, 2025.';

/** JSON that tests bend: every key may be anything. */
// biome-ignore format: one line reads best
interface Bendable { [key: string]: Bendable }

let clean = '';
beforeAll(async () => {
  clean = (
    await encodeToText([
      buildTaggedArticle('a', text, [
        { words: ['Mokdan Works'], body: { kind: 'enterprise' } },
        { words: ['Mokdan', 'Mine'], body: { kind: 'claim', status: 'unknown' } },
        { words: ['May 9, 2025'], body: { kind: 'date', edtf: '2025-05-09' } },
      ]),
      buildTaggedArticle('b', 'Other', []),
    ])
  ).text;
});

/** The places and codes of the faults after `path` of a clean export was set to `value`. */
function faultsWith(path: string, value: unknown): string[] {
  const file: Bendable = JSON.parse(clean);
  const keys = path.split('/').slice(1);
  const last = keys.pop() ?? '';
  let parent = file;
  for (const key of keys) parent = parent[key] ?? parent;
  if (value === undefined) delete parent[last];
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
  return validateExport(JSON.stringify(file)).map((fault) => `${fault.place} ${fault.code}`);
}

const first = '/articles/0/annotations/0';
const second = '/articles/0/annotations/1';
const third = '/articles/0/annotations/2';

describe('each fault is named with its place', () => {
  const cases: readonly [string, string, unknown, readonly string[]][] = [
    ['another format', '/format', 'other', ['/format wrong-value']],
    ['a newer version', '/version', 2, ['/version newer-version']],
    ['an older version', '/version', 0, ['/version wrong-value']],
    ['a missing key', '/generator', undefined, ['/generator missing']],
    ['an unknown key', '/extra', 1, ['/extra unknown-key']],
    ['an unknown key far down', `${first}/quote/a~b`, 1, [`${first}/quote/a~0b unknown-key`]],
    ['a key of another kind', `${first}/status`, 'unknown', [`${first}/status unknown-key`]],
    ['a key that bends objects', `${first}/__proto__`, {}, [`${first}/__proto__ unknown-key`]],
    ['a constructor', `${first}/constructor`, {}, [`${first}/constructor unknown-key`]],
    ['a wrong type', '/articles/1/title', 7, ['/articles/1/title wrong-value']],
    ['no list of articles', '/articles', {}, ['/articles wrong-value']],
    ['an article that is none', '/articles/1', null, ['/articles/1 wrong-value']],
    ['an annotation that is none', third, 'x', [`${third} wrong-value`]],
    ['an upper-case kind', `${first}/kind`, 'Enterprise', [`${first}/kind wrong-value`]],
    ['an unknown status', `${second}/status`, 'done', [`${second}/status wrong-value`]],
    [
      'a time without a zone',
      `${first}/createdAt`,
      '2026-11-22',
      [`${first}/createdAt wrong-value`],
    ],
    [
      'a day that is not there',
      '/articles/0/published',
      { date: '2025-02-30', basis: 'user' },
      ['/articles/0/published/date wrong-value'],
    ],
    ['an id of another sort', `${first}/id`, 'art_x', [`${first}/id wrong-value`]],
    ['one id twice', `${third}/id`, 'ann_a-0', [`${third}/id duplicate-id`]],
    ['one article twice', '/articles/1/id', 'art_a', ['/articles/1/id duplicate-id']],
    [
      'another hash',
      '/articles/0/textHash',
      '0'.repeat(64),
      ['/articles/0/textHash text-hash-differs'],
    ],
    [
      'another length',
      '/articles/0/textLength',
      { utf16: 1, codePoints: text.length - 1 },
      ['/articles/0/textLength/utf16 text-length-differs'],
    ],
    [
      'a length in the wrong unit',
      '/articles/0/textLength/codePoints',
      text.length,
      ['/articles/0/textLength/codePoints text-length-differs'],
    ],
    [
      'half a pair in the text',
      '/articles/1/text',
      'Oth\ud83c',
      ['/articles/1/text text-not-well-formed'],
    ],
    ['a span beyond the text', `${first}/spans/0/end`, 999, [`${first}/spans/0 span-outside-text`]],
    ['a negative span', `${first}/spans/0/start`, -1, [`${first}/spans/0/start wrong-value`]],
    ['a fraction', `${first}/spans/0/start`, 1.5, [`${first}/spans/0/start wrong-value`]],
    ['an empty span', `${first}/spans/0`, { start: 3, end: 3 }, [`${first}/spans/0 span-empty`]],
    ['a backward span', `${first}/spans/0`, { start: 9, end: 3 }, [`${first}/spans/0 span-empty`]],
    ['no spans', `${first}/spans`, [], [`${first}/spans wrong-value`]],
    ['a split pair', `${first}/spans/0/start`, 1, [`${first}/spans/0 span-splits-pair`]],
    [
      'overlapping fragments',
      `${second}/spans/1/start`,
      4,
      [`${second}/spans/1 spans-out-of-order`],
    ],
    [
      'fragments that touch',
      `${second}/spans/1/start`,
      9,
      [`${second}/spans/1 spans-out-of-order`],
    ],
    [
      'a span one place off',
      `${first}/spans/0`,
      { start: 4, end: 15 },
      [
        `${first}/quote/exact quote-differs`,
        `${first}/quote/prefix prefix-differs`,
        `${first}/codePointSpans/0 code-points-differ`,
      ],
    ],
    ['other words', `${first}/quote/exact`, 'Mokdan works', [`${first}/quote/exact quote-differs`]],
    [
      'another joint',
      `${second}/quote/exact`,
      'Mokdan Mine',
      [`${second}/quote/exact quote-differs`],
    ],
    ['another prefix', `${first}/quote/prefix`, 'x ', [`${first}/quote/prefix prefix-differs`]],
    [
      'half a pair before it',
      `${first}/quote/prefix`,
      text.slice(1, 3),
      [`${first}/quote/prefix prefix-differs`],
    ],
    ['another suffix', `${first}/quote/suffix`, ' or', [`${first}/quote/suffix suffix-differs`]],
    [
      'a suffix too long',
      `${first}/quote/suffix`,
      text.slice(15),
      [`${first}/quote/suffix suffix-differs`],
    ],
    [
      'UTF-16 passed off as code points',
      `${first}/codePointSpans/0`,
      { start: 3, end: 15 },
      [`${first}/codePointSpans/0 code-points-differ`],
    ],
    [
      'too few spans in code points',
      `${second}/codePointSpans`,
      [{ start: 2, end: 8 }],
      [`${second}/codePointSpans code-points-differ`],
    ],
    ['a date that is not EDTF', `${third}/edtf`, '9 May', [`${third}/edtf not-edtf`]],
    ['a day in EDTF that is not there', `${third}/edtf`, '2025-02-30', [`${third}/edtf not-edtf`]],
    ['a shorter prefix is no fault', `${first}/quote/prefix`, ' ', []],
    ['a schema named is no fault', '/$schema', 'dateline-1.schema.json', []],
    ['an open-ended date is no fault', `${third}/edtf`, '2025-05-1X', []],
  ];
  for (const [name, path, value, faults] of cases) {
    it(name, () => expect(faultsWith(path, value)).toEqual(faults));
  }

  it('one bad annotation hides no other', () => {
    const file = JSON.parse(clean);
    file.articles[0].annotations[0].kind = 'Claim';
    file.articles[0].annotations[2].spans[0].end = 999;
    delete file.exportedAt;
    expect(validateExport(JSON.stringify(file)).map((fault) => fault.place)).toEqual([
      '/exportedAt',
      `${first}/kind`,
      `${third}/spans/0`,
    ]);
  });

  it('leaves objects as they were', () => {
    validateExport(`{"__proto__": {"polluted": true}, "articles": [{"__proto__": {"text": "x"}}]}`);
    expect('polluted' in {}).toBe(false);
  });
});

describe('what is not JSON is placed by line and column', () => {
  const cases: readonly [string, string][] = [
    ['', 'Line 1, column 1: expected a value.'],
    ['\ufeff{}', 'Line 1, column 1: expected a value.'],
    ['{\n  "a": 1,\n}', 'Line 3, column 1: expected a key in quotes.'],
    ['{\n  "a" 1}', 'Line 2, column 7: expected ":".'],
    ['[1 2]', 'Line 1, column 4: expected "," or the end of the list or object.'],
    ['[1,]', 'Line 1, column 4: expected a value.'],
    ['{"a": "b\n"}', 'Line 1, column 9: expected the rest of a string.'],
    ['{"a": "\\x"}', 'Line 1, column 8: expected the rest of a string.'],
    ['{"a": "b', 'Line 1, column 9: expected the rest of a string.'],
    ['{"a": tru}', 'Line 1, column 7: expected a value.'],
    ['{"a": 01}', 'Line 1, column 7: expected a value.'],
    ['[1}', 'Line 1, column 3: expected "," or the end of the list or object.'],
    ['{} {}', 'Line 1, column 4: expected the end of the file.'],
    ['{"a": [1, {"b": null}', 'Line 1, column 22: expected "," or the end of the list or object.'],
    ['[', 'Line 1, column 2: expected a value or "]".'],
    ['{', 'Line 1, column 2: expected a key in quotes or "}".'],
  ];
  for (const [json, message] of cases) {
    it(JSON.stringify(json), () => {
      expect(validateExport(json)).toEqual([{ place: '', code: 'malformed-json', message }]);
    });
  }

  it('an export cut off anywhere', () => {
    for (let end = 0; end < clean.length - 2; end += 37) {
      expect(validateExport(clean.slice(0, end)).map((fault) => fault.code)).toEqual([
        'malformed-json',
      ]);
    }
  });
});

it.each(['null', '[]', '"dateline"', '1'])('%s is no export', (json) => {
  expect(validateExport(json).map((fault) => fault.code)).toEqual(['wrong-value']);
});

it('counts what it has seen', () => {
  expect(inspectExport(clean)).toEqual({ faults: [], articleCount: 2, annotationCount: 3 });
});

const root = resolve(import.meta.dirname, '../../..');
const versions = Array.from({ length: exportVersion }, (_, index) => index + 1);

it('the published schema is the one that validates', () => {
  const file = resolve(root, 'resources/schema', schemaNameOf(exportVersion));
  expect(readFileSync(file, 'utf8')).toBe(formatJsonSchema());
});

describe.each(versions)('version %i of the format', (version) => {
  it('stays published', () => {
    const file = resolve(root, 'resources/schema', schemaNameOf(version));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      $id: schemaNameOf(version),
      properties: { version: { const: version } },
    });
  });

  it('is read', () => {
    const file = resolve(root, 'tests/fixtures', `export-version-${version}.json`);
    const written = readFileSync(file, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ version });
    expect(validateExport(written)).toEqual([]);
  });
});

it('a newer version is refused by its number, with what to do', () => {
  const file = { format: 'dateline', version: exportVersion + 1, more: true };
  const [fault, ...others] = validateExport(JSON.stringify(file));
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code: 'newer-version', place: '/version' });
  expect(fault?.message).toContain(`version ${exportVersion + 1}`);
  expect(fault?.message).toContain('A newer Dateline can read it.');
});
