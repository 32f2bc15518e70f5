import type { Span } from './span';

/** A line of the text that holds more than white space; its terminator lies outside. `number` counts from 1. */
export interface Paragraph extends Span {
  readonly number: number;
}

/** Line ends as in Unicode Standard Annex 14, classes BK, CR, LF and NL; CRLF is one. */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** The paragraphs of `text` in order. Blank lines belong to none. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start && /\S/.test(text.slice(start, end)))
      paragraphs.push({ number: paragraphs.length + 1, start, end });
  };
  for (const match of text.matchAll(lineEnd)) {
    close(match.index);
    start = match.index + match[0].length;
  }
  close(text.length);
  return paragraphs;
}
