import { directionOf, directionOfLetters, type TextDirection } from '../../core/text/direction';
import type { DisplayBlock, Layout, Section } from '../../core/text/layout';
import { indexOfSpanAt } from '../../core/text/search-sorted';
import type { Span } from '../../core/text/span';
import styles from './reader.module.css';

/** A boundary in the document, as `Range` takes it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Characters to a line and pixels to a line, only to guess the height of sections not yet drawn. */
const guess = { lineUnits: 68, lineHeight: 28, gap: 14 };

/**
 * The article's text as elements: sections of blocks, each block one element with one text node. The text never changes,
 * so positions are computed from the layout and never measured. What others append to a block stands at its end.
 *
 * A section is written when something in it is asked for, or by `write`; until then it takes the room that its text is
 * guessed to need. So opening a text takes no longer when more of it is out of view.
 */
export class Surface {
  readonly host: HTMLElement;
  readonly layout: Layout;
  readonly sections: readonly HTMLElement[];
  readonly #text: string;
  /** By index of the block; none of sections that are not written. */
  readonly #textNodes: Text[] = [];
  readonly #blockOf = new WeakMap<Node, number>();
  readonly #sectionOf = new WeakMap<Node, number>();
  /** By index of the paragraph, those that were asked for. */
  readonly #directions: TextDirection[] = [];

  /** Fills `host`, which must be empty and stay untouched by others until `dispose`. */
  constructor(host: HTMLElement, text: string, layout: Layout) {
    this.host = host;
    this.layout = layout;
    this.#text = text;
    this.sections = layout.sections.map((section, index) => this.#buildSection(section, index));
    host.append(...this.sections);
  }

  dispose(): void {
    this.host.replaceChildren();
  }

  /** Writes the text of section `index`; false when that has been done. */
  write(index: number): boolean {
    const element = this.sections[index];
    const section = this.layout.sections[index];
    if (!element || !section || this.#textNodes[section.firstBlock]) return false;
    for (let at = section.firstBlock; at < section.endBlock; at += 1)
      element.append(this.#buildBlock(this.layout.blocks[at] as DisplayBlock, at));
    element.classList.remove(styles.unwritten as string);
    return true;
  }

  /** The boundary before the code unit at `offset`; offsets between blocks give the end of the block before. */
  pointAt(offset: number): DomPoint {
    return this.#pointIn(indexOfSpanAt(this.layout.blocks, offset), offset);
  }

  /** The range over `span`; it ends in the block of its last unit, also where the next block begins right there. */
  rangeOf({ start, end }: Span): Range {
    const range = new Range();
    const from = this.pointAt(start);
    const to = this.#pointIn(indexOfSpanAt(this.layout.blocks, Math.max(start, end - 1)), end);
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  #pointIn(blockIndex: number, offset: number): DomPoint {
    const index = Math.max(0, blockIndex);
    const block = this.layout.blocks[index];
    const node = this.#textNodeOf(index);
    if (!block || !node) return { node: this.host, offset: 0 };
    return { node, offset: Math.min(Math.max(offset, block.start), block.end) - block.start };
  }

  /** The element of the block with this index: its text node, and behind it what others appended. */
  elementOf(block: number): HTMLElement | null {
    return this.#textNodeOf(block)?.parentElement ?? null;
  }

  #textNodeOf(block: number): Text | undefined {
    const { blocks, sections } = this.layout;
    const known = this.#textNodes[block];
    const span = blocks[block];
    if (known || !span) return known;
    this.write(indexOfSpanAt(sections, span.start));
    return this.#textNodes[block];
  }

  /** The parts of `span` that lie in section `index`, one range to a block. */
  rangesInSection(index: number, span: Span): readonly Range[] {
    const section = this.layout.sections[index];
    if (!section) return [];
    const ranges: Range[] = [];
    const first = Math.max(section.firstBlock, indexOfSpanAt(this.layout.blocks, span.start));
    for (let at = first; at < section.endBlock; at += 1) {
      const block = this.layout.blocks[at] as DisplayBlock;
      if (block.start >= span.end) break;
      const node = this.#textNodeOf(at) as Text;
      const start = Math.max(span.start, block.start);
      const end = Math.min(span.end, block.end);
      if (start >= end) continue;
      const range = new Range();
      range.setStart(node, start - block.start);
      range.setEnd(node, end - block.start);
      ranges.push(range);
    }
    return ranges;
  }

  /**
   * The offset of a boundary anywhere in the document; outside the article it is the nearer end of the text. Inside or
   * after what was appended to a block it is the block's end.
   */
  offsetAt({ node, offset }: DomPoint): number {
    const { blocks, sections } = this.layout;
    const block = this.#blockAround(node);
    if (block !== undefined) {
      const { start, end } = blocks[block] as DisplayBlock;
      if (node === this.#textNodes[block]) return start + offset;
      return offset === 0 && node === this.elementOf(block) ? start : end;
    }
    const section = this.#sectionOf.get(node);
    if (section !== undefined) {
      const { firstBlock, endBlock } = sections[section] as Section;
      return this.#edgeOf(firstBlock + offset, endBlock, blocks);
    }
    if (node === this.host) return this.#edgeOf(offset, sections.length, sections);
    const article = new Range();
    article.selectNodeContents(this.host);
    const isBefore = article.comparePoint(node, offset) < 0;
    return isBefore ? (blocks[0]?.start ?? 0) : (blocks.at(-1)?.end ?? 0);
  }

  #blockAround(node: Node): number | undefined {
    for (let at: Node | null = node; at && at !== this.host; at = at.parentNode) {
      const block = this.#blockOf.get(at);
      if (block !== undefined) return block;
    }
    return undefined;
  }

  #edgeOf(index: number, endIndex: number, spans: readonly Span[]): number {
    if (index < endIndex) return spans[index]?.start ?? 0;
    return spans[endIndex - 1]?.end ?? 0;
  }

  /** The offset of the caret nearest to the point, in client pixels; null where no text is. */
  offsetNear(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y);
    if (!position || !this.#blockOf.has(position.offsetNode)) return null;
    return this.offsetAt({ node: position.offsetNode, offset: position.offset });
  }

  /** The code unit whose glyph lies under the point, in client pixels; null beside the text. */
  offsetUnder(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y);
    if (!position || !this.#blockOf.has(position.offsetNode)) return null;
    const caret = this.offsetAt({ node: position.offsetNode, offset: position.offset });
    for (const offset of this.#unitsNear(position.offsetNode, caret)) {
      for (const box of this.rangeOf({ start: offset, end: offset + 1 }).getClientRects())
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return offset;
    }
    return null;
  }

  /**
   * The units on either side of a caret, then those of the run that it ends, where the run is written the other way than its
   * paragraph: at the edge of such a run the browser gives the caret at its far end.
   */
  *#unitsNear(node: Node, caret: number): Generator<number> {
    const block = this.layout.blocks[this.#blockOf.get(node) ?? -1];
    const letters = node.textContent ?? '';
    if (!block) return;
    const { start, end } = block;
    if (caret < end) yield caret;
    if (caret > start) yield caret - 1;
    const usual = this.directionOf(block);
    const isInRun = (offset: number): boolean =>
      directionOfLetters(letters.charAt(offset - start)) !== usual;
    for (let offset = caret - 2; offset >= start && isInRun(offset); offset -= 1) yield offset;
    for (let offset = caret + 1; offset < end && isInRun(offset); offset += 1) yield offset;
  }

  /** The direction of the paragraph that a block is of, or is a piece of. */
  directionOf({ paragraph: index }: DisplayBlock): TextDirection {
    const paragraph = this.layout.paragraphs[index];
    this.#directions[index] ??= paragraph ? directionOf(this.#text, paragraph) : 'ltr';
    return this.#directions[index];
  }

  #buildSection(section: Section, index: number): HTMLElement {
    const element = document.createElement('div');
    element.className = `${styles.section} ${styles.unwritten}`;
    this.#sectionOf.set(element, index);
    let height = 0;
    for (let at = section.firstBlock; at < section.endBlock; at += 1) {
      const { start, end } = this.layout.blocks[at] as DisplayBlock;
      height += Math.ceil((end - start) / guess.lineUnits) * guess.lineHeight + guess.gap;
    }
    element.style.containIntrinsicBlockSize = `auto ${height}px`;
    return element;
  }

  #buildBlock(block: DisplayBlock, index: number): HTMLElement {
    const { start, end, paragraph, opensParagraph } = block;
    const element = document.createElement('p');
    // Said rather than left to the browser to find, since a later piece of a paragraph may begin with a word of another script.
    if (this.directionOf(block) === 'rtl') element.dir = 'rtl';
    const node = document.createTextNode(this.#text.slice(start, end));
    element.append(node);
    if (opensParagraph) element.dataset.paragraph = String(paragraph + 1);
    if (this.layout.blocks[index + 1]?.paragraph === paragraph) element.dataset.continued = '';
    this.#textNodes[index] = node;
    this.#blockOf.set(element, index);
    this.#blockOf.set(node, index);
    return element;
  }
}
