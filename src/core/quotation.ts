import { fragmentJoint } from './anchoring/describe';
import type { Fragments } from './annotation/annotation';
import type { Article } from './article';
import type { Layout } from './text/layout';
import { overlaps } from './text/span';

/** The words of a quotation that depend on the language. Paragraphs count from 1. */
export interface QuotationWords {
  readonly paragraph: (number: number) => string;
  readonly paragraphs: (first: number, last: number) => string;
}

/** What is quoted. `text` is the article's whole stored text, `layout` the one of that text. */
export interface Quoted {
  readonly article: Article;
  readonly text: string;
  readonly layout: Layout;
  readonly fragments: Fragments;
  readonly words: QuotationWords;
}

/**
 * The words of `fragments` with their source, to be pasted into a report:
 * `“The mine met its plan” (Title, Outlet, 2025-01-15, para. 4; file.txt, UTF-16 212–262)`.
 * Fragments are joined by ` … ` and line ends with the blanks around them become one space; all else stands as in the
 * text, quotation marks included. Facts that are not known are left out. Places are offsets, the end exclusive.
 */
export function quotationOf({ article, text, layout, fragments, words }: Quoted): string {
  const exact = fragments
    .map(({ start, end }) => foldLineEnds(text.slice(start, end)))
    .join(fragmentJoint);
  const work = [
    foldLineEnds(article.title),
    article.outlet,
    article.published?.date,
    paragraphsOf(layout, fragments, words),
  ];
  const places = fragments.map(({ start, end }) => `${start}–${end}`).join(', ');
  const file = [article.source.fileName, `UTF-16 ${places}`];
  return `“${exact}” (${listOf(work)}; ${listOf(file)})`;
}

/** The paragraphs that the fragments touch, from the first to the last; undefined when they touch none. */
function paragraphsOf(
  { paragraphs }: Layout,
  fragments: Fragments,
  words: QuotationWords,
): string | undefined {
  const isQuoted = (paragraph: Layout['paragraphs'][number]): boolean =>
    fragments.some((fragment) => overlaps(paragraph, fragment));
  const first = paragraphs.find(isQuoted)?.number;
  const last = paragraphs.findLast(isQuoted)?.number;
  if (first === undefined || last === undefined) return undefined;
  return first === last ? words.paragraph(first) : words.paragraphs(first, last);
}

/** `text` on one line; blanks that hold no line end stay as they are. */
function foldLineEnds(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, (blanks) =>
      /[\n\v\f\r\u0085\u2028\u2029]/.test(blanks) ? ' ' : blanks,
    )
    .trim();
}

function listOf(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
