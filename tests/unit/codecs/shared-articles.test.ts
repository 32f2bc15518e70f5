import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';

const folder = resolve(import.meta.dirname, '../../../../shared/articles');
const present = existsSync(folder);
if (!present) console.log(`skipped: no ${folder}, so its articles are not read`);

const decode = (name: string) =>
  decodeArticle({
    fileName: name.slice(name.lastIndexOf('/') + 1),
    bytes: readFileSync(resolve(folder, name)),
  });

describe.skipIf(!present)('the articles that lie beside the repository', () => {
  const facts: readonly [string, object][] = [
    [
      'seed-pyongyang-times-2025-01-15.txt',
      {
        title: 'Efforts made to boost iron and steel production',
        outlet: 'The Pyongyang Times',
        language: 'en',
        published: { date: '2025-01-15', basis: 'header' },
      },
    ],
    ['kcna-05-komdok-ore-transport.txt', { outlet: 'KCNA', language: 'en', published: null }],
    ['ko-05-new-year-1965.txt', { published: { date: '1965-01-01', basis: 'header' } }],
    [
      'syn-01-uriminzokkiri-layout.txt',
      {
        title: 'Output Rises in Metal Field',
        outlet: 'Uriminzokkiri',
        published: { date: '2019-01-20', basis: 'header' },
      },
    ],
    [
      'syn-02-kcna-jp-layout.txt',
      { outlet: 'KCNA', published: { date: '2023-04-05', basis: 'header' } },
    ],
    [
      'syn-04-oana-layout.txt',
      { title: 'Year-end Drive in North Hamgyong', outlet: 'KCNA', published: null },
    ],
    [
      'syn-08-korean-kcna-style.txt',
      { outlet: 'KCNA', language: 'ko', published: { date: '2025-01-15', basis: 'header' } },
    ],
    ['syn-10-russian-soviet-style.txt', { outlet: 'TASS', language: 'ru' }],
    [
      'syn-13-ocr-hardwrapped.txt',
      { title: 'syn-13-ocr-hardwrapped', outlet: 'The Pyongyang Times' },
    ],
  ];
  for (const [name, expected] of facts) {
    it(name, async () => {
      const article = await decode(name);
      if (!article.ok) throw new Error(article.error.code);
      const { title, outlet, language, published = null } = article.value;
      expect({ title, outlet, language, published }).toMatchObject(expected);
    });
  }

  const seed = 'seed-pyongyang-times-2025-01-15.txt';
  const korean = 'syn-08-korean-kcna-style.txt';
  const sameText: readonly [string, string, (text: string) => string][] = [
    ['encodings/seed.utf8-bom.txt', seed, (text) => text],
    ['encodings/seed.crlf.txt', seed, (text) => text.replaceAll('\n', '\r\n')],
    ['encodings/seed.cr-only.txt', seed, (text) => text.replaceAll('\n', '\r')],
    ['encodings/ko.utf8-bom.txt', korean, (text) => text],
    ['encodings/ko.utf16le-bom.txt', korean, (text) => text],
    ['encodings/ko.utf16le-nobom.txt', korean, (text) => text],
    ['encodings/ko.nfd.utf8.txt', korean, (text) => text.normalize('NFD')],
  ];
  for (const [name, like, change] of sameText) {
    it(`${name} has the text of ${like}`, async () => {
      const text = change(readFileSync(resolve(folder, like), 'utf8'));
      expect(await decode(name)).toMatchObject({ ok: true, value: { text } });
    });
  }

  const pages: readonly [string, string, string][] = [
    ['encodings/seed.page.utf8.html', seed, 'utf-8'],
    ['encodings/ko.page.euc-kr.html', korean, 'euc-kr'],
  ];
  for (const [name, like, encoding] of pages) {
    it(`${name} has the paragraphs of ${like}, and nothing of its scripts`, async () => {
      const page = await decode(name);
      if (!page.ok) throw new Error(page.error.code);
      const paragraphs = readFileSync(resolve(folder, like), 'utf8').trim().split(/\n+/);
      expect(page.value.source.encoding).toBe(encoding);
      expect(page.value.text.split(/\n+/)).toEqual(['Home | Archive', ...paragraphs]);
    });
  }

  const refused: readonly [string, object][] = [
    ['empty.txt', { code: 'empty' }],
    ['whitespace-only.txt', { code: 'blank' }],
    ['seed.utf8-invalid-byte.txt', { code: 'undecodable', encoding: 'utf-8', byteOffset: 1961 }],
    ['ko.euc-kr.txt', { code: 'undecodable', encoding: 'utf-8', byteOffset: 0 }],
    ['seed.cp1252.txt', { code: 'undecodable', encoding: 'utf-8' }],
    ['ru.cp1251.txt', { code: 'undecodable', encoding: 'utf-8' }],
    ['seed.rtf', { code: 'binary', what: 'RTF' }],
    ['seed.saved.qp.mhtml', { code: 'binary', what: 'MHTML' }],
    ['ko.saved.base64.mhtml', { code: 'binary', what: 'MHTML' }],
  ];
  for (const [name, error] of refused) {
    it(`encodings/${name} is refused`, async () =>
      expect(await decode(`encodings/${name}`)).toMatchObject({ ok: false, error }));
  }
});
