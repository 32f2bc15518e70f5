/**
 * Selects eight characters of the text in view, at a place that differs with `turn`, as an assistive tool does. They are
 * chosen so that no annotation has just these ends. Throws where no text is.
 */
export function selectWords(turn: number): void {
  const host = document.querySelector<HTMLElement>('[data-article-text]');
  const { left = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const step = turn * 7 + attempt;
    const x = left + (0.1 + ((step * 0.618_034) % 1) * 0.6) * width;
    const y = innerHeight * (0.25 + ((step * 0.414_214) % 1) * 0.5);
    const place = document.caretPositionFromPoint(x, y);
    const node = place?.offsetNode;
    if (!(node instanceof Text) || !host?.contains(node)) continue;
    const { offset } = place as CaretPosition;
    const letters = node.data.slice(offset - 1, offset + 9);
    if (!/^[a-z]{3}.{4}[a-z]{3}$/.test(letters)) continue;
    document.getSelection()?.setBaseAndExtent(node, offset, node, offset + 8);
    return;
  }
  throw new Error('no words to select in view');
}

/** Selects the first place in view where `words` stand within one text node. Throws where they do not. */
export function selectText(words: string): void {
  const host = document.querySelector<HTMLElement>('[data-article-text]');
  const walker = host && document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = walker?.nextNode(); node instanceof Text; node = walker?.nextNode()) {
    for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 150 || bottom > innerHeight - 150) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }
  throw new Error(`not in view: ${words}`);
}
