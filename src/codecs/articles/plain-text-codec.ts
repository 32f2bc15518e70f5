import { ok } from '../../core/result';
import type { ArticleCodec } from './article-codec';
import { decodeBytes } from './charset/decode-bytes';
import { factsOfText } from './facts/facts';

/** Text as it is. It recognises every file: what no other format claims is read as text, or refused as binary. */
export const plainTextCodec: ArticleCodec = {
  mediaType: 'text/plain',
  recognises: () => true,
  decode({ bytes }) {
    const decoded = decodeBytes(bytes);
    if (!decoded.ok) return decoded;
    return ok({ ...decoded.value, facts: factsOfText(decoded.value.text) });
  },
};
