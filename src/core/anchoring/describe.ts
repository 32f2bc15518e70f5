import type { Fragments, Quote } from '../annotation/annotation';
import { splitsSurrogatePair } from '../text/span';

/** How many UTF-16 units of context a quote keeps on either side. */
export const contextUnits = 32;

/** What joins the words of several fragments in `Quote.exact`. */
export const fragmentJoint = ' … ';

/** The quote of `fragments` in `text`, as in the W3C TextQuoteSelector; context never splits a surrogate pair. */
export function describeQuote(text: string, fragments: Fragments): Quote {
  const first = fragments[0];
  const last = fragments[fragments.length - 1] ?? first;
  let from = Math.max(0, first.start - contextUnits);
  let to = Math.min(text.length, last.end + contextUnits);
  if (splitsSurrogatePair(text, from)) from += 1;
  if (splitsSurrogatePair(text, to)) to -= 1;
  return {
    exact: fragments.map((span) => text.slice(span.start, span.end)).join(fragmentJoint),
    prefix: text.slice(from, first.start),
    suffix: text.slice(last.end, to),
  };
}
