/** Elements without text of the article: not shown, or run by a browser. */
export const silentElements = setOf(
  'head title script style noscript template noframes noembed iframe svg audio video datalist rp',
);

/** Elements that stand apart from what is before and after, as paragraphs do. */
export const blockElements = setOf(
  'address article aside blockquote body caption center details dialog div dl fieldset figcaption',
  'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend listing main marquee',
  'nav optgroup p plaintext pre search section select summary table xmp',
);

/** Lists: blocks, but one inside an item of another list only begins a line. */
export const listElements = setOf('ul ol menu dir');

/** Elements that make a line of their own. */
export const lineElements = setOf('li dt dd option tr');

/** Elements whose white space counts. */
export const preformattedElements = setOf('pre listing xmp plaintext textarea');

function setOf(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.join(' ').split(' '));
}
