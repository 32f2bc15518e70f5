/**
 * Every place in the paragraphs of `host` where `words` stand, in text order, however the texts are parted. Static ranges:
 * thousands of live ones would each be looked at with every change of the document.
 */
export function rangesOf(host: HTMLElement, words: string): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const paragraph of host.querySelectorAll('p')) {
    const text = paragraph.textContent ?? '';
    let at = text.indexOf(words);
    if (at < 0) continue;
    const place = boundaryFinder(paragraph);
    for (; at >= 0; at = text.indexOf(words, at + words.length)) {
      const [startContainer, startOffset] = place(at, false);
      const [endContainer, endOffset] = place(at + words.length, true);
      ranges.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
    }
  }
  return ranges;
}

/** Finds boundaries at offsets that never fall; one between two texts belongs to the earlier if it `closes`. */
function boundaryFinder(root: Node): (offset: number, closes: boolean) => [Node, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let start = 0;
  return (offset, closes) => {
    for (; node instanceof Text; node = walker.nextNode()) {
      const inside = offset - start;
      if (closes ? inside <= node.length : inside < node.length) return [node, inside];
      start += node.length;
    }
    return [root, root.childNodes.length];
  };
}
