import { ok } from '../../core/result';
import type { ArticleCodec } from './article-codec';
import { decodeBytes } from './charset/decode-bytes';
import { factsOfText } from './facts/facts';

/** Text as it is. */
export const plainTextCodec: ArticleCodec = {
  extractor: { name: 'plain-text', version: 1 },
  async decode({ bytes }) {
    const decoded = decodeBytes(bytes);
    if (!decoded.ok) return decoded;
    return ok({ ...decoded.value, facts: factsOfText(decoded.value.text) });
  },
};
