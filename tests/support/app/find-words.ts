/** Words of the article to be found in the page; `occurrence` counts from 1, overlapping ones too. */
export interface WordsWanted {
  readonly quote: string;
  readonly occurrence: number;
}

/**
 * Runs in the page: the range of the words in the article on screen, read as a person reads it, paragraphs parted by
 * one line end. Null when they are not there that often.
 */
export function findWords(article: Element, { quote, occurrence }: WordsWanted): Range | null {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (const paragraph of article.querySelectorAll('p')) {
    const node = paragraph.firstChild;
    if (!(node instanceof Text) || !paragraph.closest('[data-article-text]')) continue;
    if (paragraph.dataset['paragraph'] !== undefined && text !== '') text += '\n';
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  let at = -1;
  for (let count = 0; count < occurrence; count += 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  const range = new Range();
  const place = (offset: number): { node: Text; offset: number } | null => {
    const holder = nodes.findLast(({ start }) => start <= offset);
    return holder ? { node: holder.node, offset: offset - holder.start } : null;
  };
  const first = place(at);
  const last = place(at + quote.length - 1);
  if (!first || !last) return null;
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length));
  return range;
}
