import type { ArticleFacts } from '../article-codec';
import { dayOfTimestamp } from './date-line';
import { canonicalTag } from './language';
import { asWebAddress } from './web-address';

/** Longer front matter is the article's own text between rules. */
const longest = 10_000;

/**
 * The facts in the front matter of a Markdown file (`key: value` lines between two lines of `---`, the plain part of
 * YAML), and where the text after it begins; 0 when there is none.
 */
export function factsOfFrontMatter(text: string): {
  readonly facts: ArticleFacts;
  readonly bodyStart: number;
} {
  const match = /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/.exec(
    text.slice(0, longest),
  );
  if (!match) return { facts: {}, bodyStart: 0 };
  const values = valuesOf(match[1] ?? '');
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => values.get(key)).find((value) => value !== undefined);

  const title = first('title');
  const outlet = first('outlet', 'publisher', 'site', 'source');
  const language = canonicalTag(first('lang', 'language') ?? '');
  const day = dayOfTimestamp(first('date', 'published', 'pubdate') ?? '');
  const url = asWebAddress(first('url', 'link', 'canonical', 'source'));
  return {
    facts: {
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined || asWebAddress(outlet) !== undefined ? {} : { outlet }),
      ...(language === undefined ? {} : { language }),
      ...(day === null ? {} : { published: { date: day, basis: 'header' } }),
      ...(url === undefined ? {} : { url }),
    },
    bodyStart: match[0].length,
  };
}

/** Each key's value on its own line, without quotes; lists and nested values are passed over. */
function valuesOf(block: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of block.split(/\r\n|\r|\n/)) {
    const [, key, raw] = /^([A-Za-z_-]+)[ \t]*:[ \t]+(.+?)[ \t]*$/.exec(line) ?? [];
    if (key === undefined || raw === undefined || /^[[{|>&*]/.test(raw)) continue;
    const value = /^(["'])(.*)\1$/.exec(raw)?.[2] ?? raw;
    if (value.trim() !== '' && !values.has(key.toLowerCase()))
      values.set(key.toLowerCase(), value.trim());
  }
  return values;
}
