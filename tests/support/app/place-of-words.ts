import type { Span } from '../../../src/core/text/span';

/** Where words stand in `text`; `occurrence` counts from 1, overlapping ones too. Throws when they are not there. */
export function placeOfWords(
  text: string,
  { quote, occurrence = 1 }: { readonly quote: string; readonly occurrence?: number },
): Span {
  let start = -1;
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) throw new Error(`not in the text, at least not ${occurrence} times: ${quote}`);
  }
  return { start, end: start + quote.length };
}
