import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';

/** More elements than any article has; they take about a gigabyte while a page is read. */
const mostElements = 3_000_000;

/** A short page may have more elements than characters, since some are implied. */
const fewestAllowed = 200_000;

/** Thrown to stop the parser, which knows no other way. */
const tooMany = new Error('the page asks for too many elements');

/**
 * The tree of a page by the WHATWG rules, or null when it would hold far more elements than the page has tags. Those
 * rules open every unclosed `<b>` again in each paragraph, so that a page of 60 kB can ask for millions.
 */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document | null {
  const limit = Math.min(mostElements, Math.max(fewestAllowed, text.length));
  let made = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...facts) {
      made += 1;
      if (made > limit) throw tooMany;
      return defaultTreeAdapter.createElement(...facts);
    },
  };
  try {
    return parse(text, { treeAdapter });
  } catch (error) {
    if (error === tooMany) return null;
    throw error;
  }
}
