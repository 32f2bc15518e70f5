import { type ArticleToExport, encodeExport } from '../../../src/codecs/exchange/encode-export';
import { hashBytes, hashText } from '../../../src/codecs/hash';
import { describeQuote } from '../../../src/core/anchoring/describe';
import type {
  Annotation,
  AnnotationBody,
  Fragments,
} from '../../../src/core/annotation/annotation';
import type { Article } from '../../../src/core/article';
import { makeId } from '../../../src/core/ids';
import type { Span } from '../../../src/core/text/span';

/** Words to tag, several for fragments, and what they are. */
export interface Tag {
  readonly words: readonly [string, ...string[]];
  readonly body: AnnotationBody;
  readonly facts?: Partial<Annotation>;
}

const time = '2026-11-22T09:00:00.000Z';

/** An article of `text` on which `tags` were made. */
export function buildTaggedArticle(
  unique: string,
  text: string,
  tags: readonly Tag[],
  facts: Partial<Article> = {},
): ArticleToExport {
  const bytes = new TextEncoder().encode(text);
  const article: Article = {
    id: makeId('art', unique),
    title: `Article ${unique}`,
    source: {
      fileName: `${unique}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      byteLength: bytes.length,
      sha256: hashBytes(bytes),
    },
    textHash: hashText(text),
    textLength: text.length,
    importedAt: time,
    ...facts,
  };
  const annotations = tags.map(({ words, body, facts: own }, index): Annotation => {
    const [first, ...rest] = words.map((word) => spanOf(text, word));
    if (first === undefined) throw new Error('no words');
    const fragments: Fragments = [first, ...rest];
    return {
      id: makeId('ann', `${unique}-${index}`),
      articleId: article.id,
      fragments,
      quote: describeQuote(text, fragments),
      body,
      provenance: { coder: 'Kim', origin: 'hand' },
      createdAt: time,
      updatedAt: time,
      ...own,
    };
  });
  return { article, text, annotations: [annotations] };
}

/** The text of an export of `articles`, and its chunks. */
export async function encodeToText(articles: readonly ArticleToExport[]) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeExport({ exportedAt: time, generatorVersion: '0.1.0', articles }))
    chunks.push(chunk);
  return { chunks, text: new TextDecoder('utf-8', { fatal: true }).decode(join(chunks)) };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
