import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import {
  type DecodedExport,
  decodeExport,
  type ExportRefusal,
  shownFaults,
} from '../../../src/codecs/exchange/decode-export';
import { encodeExport } from '../../../src/codecs/exchange/encode-export';
import { findJsonFault } from '../../../src/codecs/exchange/malformed-json';
import { hashText } from '../../../src/codecs/hash';
import { fragmentJoint } from '../../../src/core/anchoring/describe';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { ImportedArticle } from '../../../src/core/import/imported-article';
import { findSpanFault } from '../../../src/core/text/span';
import { mutateBytes } from '../mutate-bytes';
import { mutateJson } from '../mutate-json';
import type { Random } from '../random';
import { someArticles, toExport } from '../some-articles';
import { checkPrototypes } from '../sound-article';
import type { FuzzTarget } from '../target';

/** Sound exports come back as they were, to the byte. */
export const roundTripTarget: FuzzTarget = {
  name: 'round-trip',
  make(random) {
    const articles = someArticles(random, 4);
    return {
      input: JSON.stringify(articles),
      async check() {
        const bytes = await encode(articles);
        const decoded = decodeExport(bytes);
        ok(decoded.ok, JSON.stringify(decoded));
        deepStrictEqual(decoded.value.articles, articles);
        deepStrictEqual(await encode(decoded.value.articles), bytes);
      },
    };
  },
};

/** Damaged exports: refused with a place, or sound in every span. */
export const exportsTarget: FuzzTarget = {
  name: 'exports',
  make(random) {
    const articles = someArticles(random, 3);
    // The text is not known before it is encoded, which has to wait; what is done to it is drawn from here on.
    let bytes: Uint8Array | null = null;
    const file = async (): Promise<Uint8Array> => {
      bytes ??= damage(random, await encode(articles));
      return bytes;
    };
    return {
      get input() {
        return bytes ?? JSON.stringify(articles);
      },
      async check() {
        const damaged = await file();
        const decoded = decodeExport(damaged);
        checkPrototypes();
        if (!decoded.ok) return checkRefusal(decoded.error);
        checkSound(decoded.value);
        const again = decodeExport(await encode(decoded.value.articles));
        ok(again.ok, JSON.stringify(again));
        deepStrictEqual(again.value.articles, decoded.value.articles);
      },
    };
  },
};

const signs = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u',
  '1',
  '-',
  '.',
  'e',
  'true',
  'nul',
  ' ',
  '\n',
  '\0',
  '\ufeff',
];

/** The finder of faults in JSON and the engine's own parser agree on what is JSON. */
export const jsonTarget: FuzzTarget = {
  name: 'json',
  make(random) {
    const text = random.chance(0.5)
      ? random.some(12, () => random.pick(signs)).join('')
      : spoil(random, '{"a": [1, -0.5e+3, "x\\u0041\\n", true, null, {}], "b": {"c": []}}');
    return {
      input: text,
      check() {
        const fault = findJsonFault(text);
        strictEqual(fault === null, isJson(text), JSON.stringify(fault));
        if (fault) ok(fault.line >= 1 && fault.column >= 1, JSON.stringify(fault));
      },
    };
  },
};

function spoil(random: Random, json: string): string {
  const at = random.below(json.length + 1);
  return json.slice(0, at) + random.pick(['', ...signs]) + json.slice(at + random.below(3));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function damage(random: Random, bytes: Uint8Array): Uint8Array {
  if (random.chance(0.3)) return mutateBytes(random, bytes, [bytes]);
  return new TextEncoder().encode(mutateJson(random, new TextDecoder().decode(bytes)));
}

async function encode(articles: readonly ImportedArticle[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const source = {
    exportedAt: '2026-11-22T09:00:00.000Z',
    generatorVersion: '0.1.0',
    articles: articles.map(toExport),
  };
  for await (const chunk of encodeExport(source)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function checkRefusal({ code, faults, faultCount, line, column }: ExportRefusal): void {
  ok(faults.length <= shownFaults && faultCount >= faults.length);
  strictEqual(faults.length === 0, code === 'not-text' || code === 'foreign');
  for (const { place, message } of faults) {
    ok(/^(?:\/(?:[^~/]|~[01])*)*$/.test(place), `no JSON pointer: ${place}`);
    ok(message !== '');
  }
  if (code === 'malformed') ok((line ?? 0) >= 1 && (column ?? 0) >= 1);
}

function checkSound({ articles }: DecodedExport): void {
  const ids = articles.flatMap(({ article, annotations }) => [
    article.id,
    ...annotations.map(({ id }) => id),
  ]);
  strictEqual(new Set(ids).size, ids.length, 'an id is there twice');
  for (const { article, text, annotations } of articles) {
    ok(text.isWellFormed());
    strictEqual(article.textHash, hashText(text));
    strictEqual(article.textLength, text.length);
    for (const annotation of annotations) {
      strictEqual(annotation.articleId, article.id);
      checkAnnotation(annotation, text);
    }
  }
}

function checkAnnotation({ fragments, quote }: Annotation, text: string): void {
  for (const span of fragments) {
    strictEqual(findSpanFault(span, text), null);
    ok(!Object.is(span.start, -0), 'an offset is -0');
  }
  const words = fragments.map(({ start, end }) => text.slice(start, end)).join(fragmentJoint);
  strictEqual(quote.exact, words);
  ok(text.slice(0, fragments[0].start).endsWith(quote.prefix));
  ok(text.slice(fragments.at(-1)?.end).startsWith(quote.suffix));
}
