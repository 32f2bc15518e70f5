import { describe, expect, it } from 'vitest';
import { maxArticleBytes } from '../../../src/codecs/articles/article-codec';
import { articleCodecs, decodeArticle } from '../../../src/codecs/articles/decode-article';
import { hashBytes, hashText } from '../../../src/codecs/hash';
import { articleFormats, articleMediaTypes } from '../../../src/core/formats';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index += 1)
    view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le');
  return bytes;
}

const texts: Readonly<Record<string, string>> = {
  English: 'Steel report\n\nThe works met its plan.\n',
  Korean: '강철소식\n\n가마대가 대가를 가리고 있다. 글은 1월 15일에 났다.\n',
  'Korean with decomposed hangul': '\u1100\u1161\u11bc \u110e\u1165\u11af 소식이 있다\n',
  Russian: 'Магнитка рапортует\n\nЗавод выполнил план.\n',
  Japanese: 'せいてつのニュース\n高炉を改修しました。\n',
  Chinese: '某钢铁集团第一季度产量增长\n\n今年前三个月，某集团粗钢产量增长百分之七。\n',
  'CRLF, CR and double spaces': 'One\r\n\r\nTwo  words\rThree\r\n',
  'no-break, zero-width and soft hyphen': 'A\u00a0B\u200bC\u00adD\u202fE of the works\n',
  emoji: '🏭 Output at 𝐉uche Works 🇰🇵 rose\n',
  'a byte-order mark within': 'One\ufeffTwo of them\n',
};

describe('the text of a file is exactly what it decodes to, less its byte-order mark', () => {
  for (const [name, text] of Object.entries(texts)) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const mark of [true, false]) {
        it(`${name}, ${encoding} ${mark ? 'with' : 'without'} a mark`, async () => {
          const bytes = encode(text, encoding, mark);
          const decoded = await decodeArticle({ fileName: 'a.txt', bytes });
          expect(decoded).toMatchObject({
            ok: true,
            value: {
              text,
              textLength: text.length,
              textHash: hashText(text),
              source: {
                fileName: 'a.txt',
                mediaType: 'text/plain',
                encoding,
                byteLength: bytes.length,
                sha256: hashBytes(bytes),
              },
            },
          });
        });
      }
    }
  }
});

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const at = (text: string, offset: number, ...bytes: number[]): Uint8Array => {
  const all = latin(text);
  all.set(bytes, offset);
  return all;
};
const long = 'The works met its plan. '.repeat(4000);

const undecodable = (encoding: string, byteOffset: number) => ({
  code: 'undecodable',
  encoding,
  byteOffset,
});

describe('files that are no article', () => {
  const cases: readonly [string, Uint8Array, object][] = [
    ['no bytes', latin(''), { code: 'empty' }],
    ['only a UTF-8 mark', latin('\xef\xbb\xbf'), { code: 'empty' }],
    ['only a UTF-16 mark', latin('\xff\xfe'), { code: 'empty' }],
    ['white space', latin(' \n\t\r\n '), { code: 'blank' }],
    ['zero-width spaces', encode('\u200b\n\u200b\u2060', 'utf-8', false), { code: 'blank' }],
    ['white space in UTF-16', encode(' \n ', 'utf-16le', false), { code: 'blank' }],
    ['a Latin-1 byte', latin('caf\xe9 in town'), undecodable('utf-8', 3)],
    ['a byte far into a long file', at(long, 70_001, 0xa9), undecodable('utf-8', 70_001)],
    ['a bad byte at a block border', at(long, 16_384, 0xff), undecodable('utf-8', 16_384)],
    [
      'a sequence broken across a block border',
      at(long, 16_383, 0xe2, 0x82),
      undecodable('utf-8', 16_383),
    ],
    ['a sequence cut off by the end', latin('ab\xe2\x82'), undecodable('utf-8', 2)],
    ['a surrogate in UTF-8', latin('a\xed\xa0\x80b'), undecodable('utf-8', 1)],
    ['a bad byte after a mark', latin('\xef\xbb\xbfab\xff'), undecodable('utf-8', 5)],
    ['EUC-KR', latin('\xb1\xdd\xbc\xd3 \xb0\xf8'), undecodable('utf-8', 0)],
    ['half a pair in UTF-16', latin('\xff\xfea\x00\x00\xd8b\x00'), undecodable('utf-16le', 4)],
    ['an odd byte in UTF-16', latin('\xff\xfea\x00b'), undecodable('utf-16le', 4)],
    ['a NUL in UTF-8', latin(`${long}\x00`), { code: 'binary' }],
    ['a NUL in short UTF-8', latin('ab\x00cd'), { code: 'binary' }],
    ['a NUL in UTF-16', latin('\xff\xfea\x00\x00\x00'), { code: 'binary' }],
    ['bytes of no kind', latin('\x00\x01\x02\x03\xfe\xfa\x00\x10'), { code: 'binary' }],
    ['a PDF', latin('%PDF-1.7\n%'), { code: 'binary', what: 'PDF' }],
    ['a DOCX', latin('PK\x03\x04\x14\x00'), { code: 'binary', what: 'ZIP or Office' }],
    ['an old Word file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), { what: 'old Office' }],
    ['an RTF file', latin('{\\rtf1\\ansi Steel}'), { code: 'binary', what: 'RTF' }],
    ['a PNG image', latin('\x89PNG\r\n\x1a\n'), { code: 'binary', what: 'PNG image' }],
    ['a JPEG image', latin('\xff\xd8\xff\xe0'), { code: 'binary', what: 'JPEG image' }],
    ['a WebP image', latin('RIFF\x10\x00\x00\x00WEBP'), { code: 'binary', what: 'WebP image' }],
    [
      'a saved web archive',
      latin('Content-Type: multipart/related;\r\n boundary="x"\r\nMIME-Version: 1.0\r\n\r\n--x'),
      { code: 'binary', what: 'MHTML' },
    ],
  ];
  for (const [name, bytes, error] of cases) {
    it(name, async () => {
      expect(await decodeArticle({ fileName: 'a.txt', bytes })).toMatchObject({ ok: false, error });
    });
  }

  it.each(Object.values(articleFormats))(
    'a mark alone is empty: $label',
    async ({ endings: [ending] }) => {
      const bytes = latin('\xef\xbb\xbf');
      expect(await decodeArticle({ fileName: `a.${ending}`, bytes })).toEqual({
        ok: false,
        error: { code: 'empty' },
      });
    },
  );

  it('a page without text is blank', async () => {
    const bytes = latin('<html><body><script>alert(1)</script> </body></html>');
    expect(await decodeArticle({ fileName: 'a.html', bytes })).toEqual({
      ok: false,
      error: { code: 'blank' },
    });
  });

  it('a file over the limit is refused unread', async () => {
    const bytes = new Uint8Array(maxArticleBytes + 1);
    expect(await decodeArticle({ fileName: 'a.txt', bytes })).toEqual({
      ok: false,
      error: { code: 'too-large', byteLength: maxArticleBytes + 1, limit: maxArticleBytes },
    });
  });
});

describe('which codec reads a file', () => {
  const page = '<!DOCTYPE html><p>One<p>Two';
  const cases: readonly [string, string, Encoding, string][] = [
    ['a.html', '<p>One', 'utf-8', 'text/html'],
    ['A.HTM', 'One', 'utf-8', 'text/html'],
    ['saved', page, 'utf-8', 'text/html'],
    ['page.txt', `\n<!-- saved -->\n${page}`, 'utf-8', 'text/html'],
    ['page.txt', page, 'utf-16le', 'text/html'],
    ['notes.md', '# One', 'utf-8', 'text/markdown'],
    ['notes.md', page, 'utf-8', 'text/markdown'],
    ['a.txt', 'One <html> is a tag', 'utf-8', 'text/plain'],
    ['a.log', 'One', 'utf-8', 'text/plain'],
    ['noending', 'One', 'utf-8', 'text/plain'],
  ];
  for (const [fileName, text, encoding, mediaType] of cases) {
    it(`${fileName} of ${JSON.stringify(text.slice(0, 20))} in ${encoding} is ${mediaType}`, async () => {
      const decoded = await decodeArticle({ fileName, bytes: encode(text, encoding, true) });
      expect(decoded).toMatchObject({ ok: true, value: { source: { mediaType, encoding } } });
    });
  }

  it.each(articleMediaTypes)(
    '%s by any of its endings, and says what has read it',
    async (mediaType) => {
      const bytes = new TextEncoder().encode('<p>One');
      for (const ending of articleFormats[mediaType].endings) {
        const decoded = await decodeArticle({ fileName: `A.${ending.toUpperCase()}`, bytes });
        const { extractor } = articleCodecs[mediaType];
        expect(decoded).toMatchObject({ value: { source: { mediaType, extractor } } });
      }
    },
  );
});
