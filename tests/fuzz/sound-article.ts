import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import {
  type ArticleFile,
  type DecodedArticle,
  maxArticleBytes,
} from '../../src/codecs/articles/article-codec';
import { articleCodecs, decodeArticle } from '../../src/codecs/articles/decode-article';
import { hashBytes, hashText } from '../../src/codecs/hash';
import { parseEdtf } from '../../src/core/dates/edtf';
import { utf16 } from './article-seeds';

const keys = [
  'text',
  'title',
  'source',
  'textHash',
  'textLength',
  'outlet',
  'language',
  'published',
  'url',
];

/** Decodes `file` and checks what must hold of whatever comes out. Gives the article, or null when it was refused. */
export async function checkArticleFile(file: ArticleFile): Promise<DecodedArticle | null> {
  const before = hashBytes(file.bytes);
  const decoded = await decodeArticle(file);
  strictEqual(hashBytes(file.bytes), before, 'the bytes were changed');
  checkPrototypes();
  if (!decoded.ok) {
    const { error } = decoded;
    if (error.code === 'undecodable')
      ok(error.byteOffset >= 0 && error.byteOffset < file.bytes.length, JSON.stringify(error));
    if (error.code === 'too-large') ok(file.bytes.length > maxArticleBytes);
    return null;
  }
  checkArticle(decoded.value, file);
  return decoded.value;
}

/** Throws when a key that reached for the prototype has reached it. */
export function checkPrototypes(): void {
  const plain: { readonly polluted?: unknown } = {};
  strictEqual(plain.polluted, undefined, 'the prototype of all objects was changed');
  deepStrictEqual(Object.keys(Object.prototype), []);
}

function checkArticle(article: DecodedArticle, { fileName, bytes }: ArticleFile): void {
  const { text, title, source, published, url, language } = article;
  deepStrictEqual(
    Object.keys(article).filter((key) => !keys.includes(key)),
    [],
  );
  ok(text.isWellFormed(), 'the text holds half a surrogate pair');
  ok(/[^\s\p{Cc}\p{Cf}]/u.test(text) && !text.includes('\0'), 'the text is blank or holds NUL');
  strictEqual(article.textLength, text.length);
  strictEqual(article.textHash, hashText(text));
  ok(title !== '', 'the title is empty');
  strictEqual(source.fileName, fileName);
  strictEqual(source.byteLength, bytes.length);
  strictEqual(source.sha256, hashBytes(bytes));
  deepStrictEqual(source.extractor, articleCodecs[source.mediaType].extractor);
  if (published) ok(/^\d{4}-\d\d-\d\d$/.test(published.date) && parseEdtf(published.date).ok);
  if (url !== undefined) ok(/^https?:\/\/[^\s"<>\\]+$/i.test(url), url);
  if (language !== undefined) deepStrictEqual(Intl.getCanonicalLocales(language), [language]);
  if (source.mediaType !== 'text/html') checkRoundTrip(text, source.encoding, bytes);
}

/** What was not taken out of a page encodes to the bytes it came from, but for a byte-order mark. */
function checkRoundTrip(text: string, encoding: string, bytes: Uint8Array): void {
  const encode = {
    'utf-8': (some: string) => new TextEncoder().encode(some),
    'utf-16le': (some: string) => utf16(some, true),
    'utf-16be': (some: string) => utf16(some, false),
  }[encoding];
  if (!encode) throw new Error(`decoded as ${encoding}`);
  const plain = Buffer.from(encode(text));
  ok(
    plain.equals(bytes) || Buffer.from(encode(`\ufeff${text}`)).equals(bytes),
    'the text does not encode to the bytes it was read from',
  );
}
