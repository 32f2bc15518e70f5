import { ok } from '../../core/result';
import type { ArticleCodec } from './article-codec';
import { decodeBytes } from './charset/decode-bytes';
import { factsOfText } from './facts/facts';
import { factsOfFrontMatter } from './markdown/front-matter';
import { titleOfMarkdown } from './markdown/title';

/** Markdown, kept as it is written, marks and front matter included; only its facts are read. */
export const markdownCodec: ArticleCodec = {
  extractor: { name: 'markdown', version: 1 },
  async decode({ bytes }) {
    const decoded = decodeBytes(bytes);
    if (!decoded.ok) return decoded;
    const { text } = decoded.value;
    const { facts, bodyStart } = factsOfFrontMatter(text);
    const body = text.slice(bodyStart);
    const title = titleOfMarkdown(body);
    return ok({
      ...decoded.value,
      facts: {
        ...factsOfText(body),
        ...(title === undefined ? {} : { title }),
        ...facts,
      },
    });
  },
};
