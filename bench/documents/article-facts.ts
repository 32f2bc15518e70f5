import type { Article } from '../../src/core/article';
import type { Sha256 } from '../../src/core/ids';
import type { BenchDocument } from './document';

/** When everything in a filled store and in an exported document was made. */
export const someTime = '2026-11-22T09:00:00.000Z';

/** What the program would store of a document opened from a text file, but for its id; `hash` is that of its text in UTF-8. */
export function articleFacts({ title, text }: BenchDocument, hash: Sha256): Omit<Article, 'id'> {
  return {
    title,
    source: {
      fileName: `${title}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      byteLength: new TextEncoder().encode(text).length,
      sha256: hash,
    },
    textHash: hash,
    textLength: text.length,
    importedAt: someTime,
  };
}
