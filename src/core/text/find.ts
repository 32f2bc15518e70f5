import type { Span } from './span';

export interface FindOptions {
  readonly matchCase: boolean;
}

/** Characters that typists and typesetters exchange; any of a row finds any other. */
const lookAlikes = [`'‘’ʼ′`, `"“”„″`, '-‐‑‒–—−'];

/** What may stand for a space of the query, once or repeatedly. */
const spaces = '[\\s\\u00a0\\u200b]+';

/** May lie unseen between any two letters of a word. */
const unseen = '[\\u00ad\\u200b\\u2060]';

/**
 * Every stretch of `text` that reads as `query`, in order, not overlapping. A space finds any white space, also a line
 * end; quotation marks and hyphens find their variants; composed and decomposed letters find each other; invisible
 * characters between letters do not hinder, in the text or the query. A query without a visible character finds nothing.
 */
export function findAll(text: string, query: string, { matchCase }: FindOptions): readonly Span[] {
  // Unseen characters of the query do not count either; beside the pattern's own they would take time without end.
  const words = query.replace(new RegExp(unseen, 'gu'), '').trim();
  if (words === '') return [];
  const forms = new Set([words.normalize('NFC'), words.normalize('NFD')]);
  const pattern = [...forms].map(patternOf).join('|');
  const found: Span[] = [];
  for (const match of text.matchAll(new RegExp(pattern, matchCase ? 'gu' : 'giu')))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

function patternOf(words: string): string {
  return words
    .split(/\s+/u)
    .map((word) => [...word].map(patternOfCharacter).join(`${unseen}*`))
    .join(spaces);
}

function patternOfCharacter(character: string): string {
  const row = lookAlikes.find((characters) => characters.includes(character));
  if (row) return `[${row.replace('-', '\\-')}]`;
  return /[\^$\\.*+?()[\]{}|/]/u.test(character) ? `\\${character}` : character;
}
