import { expect, it } from 'vitest';
import { articleCodecs, decodeArticle } from '../../../src/codecs/articles/decode-article';
import { hashText } from '../../../src/codecs/hash';
import { type ArticleMediaType, articleMediaTypes } from '../../../src/core/formats';
import { articleSeeds } from '../../fuzz/article-seeds';

/**
 * What each version of an extractor makes of some files, by a hash of their texts. When this fails, the same files give
 * other texts than before: raise the version in the codec and add the line of the new version here.
 */
const texts: Readonly<Record<ArticleMediaType, readonly string[]>> = {
  'text/plain': ['689949125ebb8ab2bee516b5e66730108bc1de2beb7d6247b4e3dead50dd78ab'],
  'text/markdown': ['4e9963928c787ae4893aa0100f91cef6bfafa53f54c574f1069236d918c4e6ed'],
  'text/html': ['d5a86b3b66c7ac525eede295c6fdded77ac63f47dc562328062d348355753479'],
};

it.each(articleMediaTypes)(
  'the version of what reads %s rises with what it makes',
  async (type) => {
    const made: string[] = [];
    for (const seed of articleSeeds) {
      const decoded = await decodeArticle(seed);
      if (!decoded.ok) continue;
      const { text, source } = decoded.value;
      // What other encodings decode to is the platform's, and changes with it.
      if (source.mediaType === type && source.encoding.startsWith('utf-')) made.push(text);
    }
    expect(texts[type]).toHaveLength(articleCodecs[type].extractor.version);
    expect(texts[type].at(-1)).toBe(hashText(made.join('\f')));
  },
);
