import type { ArticleFacts } from '../article-codec';
import { dayOfTimestamp } from '../facts/date-line';
import { canonicalTag } from '../facts/language';
import { asWebAddress } from '../facts/web-address';
import { valuesOfToml } from './toml-values';
import { valuesOfYaml } from './yaml-values';

/** Longer front matter is the article's own text between rules. */
const longest = 10_000;

/** The lines that front matter stands between, and what reads the lines within. */
const notations = [
  { pattern: blockBetween('---', '---|\\.\\.\\.'), valuesOf: valuesOfYaml },
  { pattern: blockBetween('\\+\\+\\+', '\\+\\+\\+'), valuesOf: valuesOfToml },
] as const;

/**
 * The facts in the front matter of a Markdown file, and where the text after it begins; 0 when there is none. It is
 * YAML between two lines of `---` (Jekyll, Hugo, Obsidian) or closed by `...` (Pandoc), or TOML between two lines of
 * `+++` (Hugo, Zola).
 */
export function factsOfFrontMatter(text: string): {
  readonly facts: ArticleFacts;
  readonly bodyStart: number;
} {
  const start = text.slice(0, longest);
  for (const { pattern, valuesOf } of notations) {
    const [all, block] = pattern.exec(start) ?? [];
    const values = block === undefined ? null : valuesOf(block);
    if (all !== undefined && values !== null)
      return { facts: factsOf(values), bodyStart: all.length };
  }
  return { facts: {}, bodyStart: 0 };
}

function blockBetween(opening: string, closing: string): RegExp {
  const end = '[ \\t]*(?:\\r\\n|\\r|\\n';
  return new RegExp(`^${opening}${end})([\\s\\S]*?)(?:\\r\\n|\\r|\\n)(?:${closing})${end}|$)`);
}

function factsOf(values: ReadonlyMap<string, string>): ArticleFacts {
  const filled = (...keys: readonly string[]): string[] =>
    keys.map((key) => values.get(key)?.trim() ?? '').filter((value) => value !== '');

  const [title] = filled('title');
  const [outlet] = filled('outlet', 'publisher', 'site', 'source');
  const language = canonicalTag(filled('lang', 'language')[0] ?? '');
  const day = filled('date', 'published', 'publishdate', 'pubdate')
    .map(dayOfTimestamp)
    .find((found) => found !== null);
  const url = asWebAddress(filled('url', 'link', 'canonical', 'source')[0]);
  return {
    ...(title === undefined ? {} : { title: title.replace(/\s+/g, ' ') }),
    ...(outlet === undefined || asWebAddress(outlet) !== undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(day === undefined ? {} : { published: { date: day, basis: 'header' } }),
    ...(url === undefined ? {} : { url }),
  };
}
