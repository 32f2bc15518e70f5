import { ok } from '../../core/result';
import type { ArticleCodec } from './article-codec';
import { decodeBytes } from './charset/decode-bytes';
import { factsOfText } from './facts/facts';
import { factsOfFrontMatter } from './facts/front-matter';
import { endingOf } from './file-ending';

const endings = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** Markdown, kept as it is written, marks and front matter included; only its facts are read. */
export const markdownCodec: ArticleCodec = {
  mediaType: 'text/markdown',
  recognises: ({ fileName }) => endings.has(endingOf(fileName)),
  decode({ bytes }) {
    const decoded = decodeBytes(bytes);
    if (!decoded.ok) return decoded;
    const { text } = decoded.value;
    const { facts, bodyStart } = factsOfFrontMatter(text);
    const body = text.slice(bodyStart);
    const heading = /^#[ \t]+([^ \t\r\n].*)$/mu.exec(body)?.[1];
    return ok({
      ...decoded.value,
      facts: {
        ...factsOfText(body),
        ...(heading === undefined ? {} : { title: withoutClosing(heading) }),
        ...facts,
      },
    });
  },
};

/** A heading without the blanks and hash marks that may close it; its first character always stays. */
function withoutClosing(heading: string): string {
  let end = heading.length;
  for (const closing of [' \t', '#', ' \t'])
    while (end > 1 && closing.includes(heading.charAt(end - 1))) end -= 1;
  return heading.slice(0, end);
}
