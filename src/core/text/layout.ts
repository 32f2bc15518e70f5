import { isClusterBoundary } from './clusters';
import { type Paragraph, splitParagraphs } from './paragraphs';
import { indexOfSpanAt } from './search-sorted';
import type { Span } from './span';

/** What is drawn as one element with one text node: a paragraph, or a piece of a very long one. */
export interface DisplayBlock extends Span {
  /** Index into `Layout.paragraphs`. */
  readonly paragraph: number;
  /** Whether this is the first piece of its paragraph, the one that carries the number. */
  readonly opensParagraph: boolean;
}

/** A run of blocks that is laid out, and painted, as a whole. `start` and `end` are those of its blocks. */
export interface Section extends Span {
  readonly firstBlock: number;
  readonly endBlock: number;
}

/** How a text is cut for display. Cutting never changes a position: every span is one of the stored text. */
export interface Layout {
  readonly paragraphs: readonly Paragraph[];
  readonly blocks: readonly DisplayBlock[];
  readonly sections: readonly Section[];
}

/** Paragraphs longer than this many UTF-16 units are cut. */
export const blockLimit = 8_192;

/** Sections are closed when they reach this many UTF-16 units. */
export const sectionSize = 4_096;

/** Cuts `text` for display. */
export function layOut(text: string): Layout {
  const paragraphs = splitParagraphs(text);
  const blocks = paragraphs.flatMap((paragraph, index) => cutParagraph(text, paragraph, index));
  return { paragraphs, blocks, sections: gatherSections(blocks) };
}

function cutParagraph(text: string, paragraph: Paragraph, index: number): readonly DisplayBlock[] {
  const blocks: DisplayBlock[] = [];
  let start = paragraph.start;
  while (start < paragraph.end) {
    const end =
      paragraph.end - start <= blockLimit
        ? paragraph.end
        : findCut(text, start, start + blockLimit);
    blocks.push({ start, end, paragraph: index, opensParagraph: start === paragraph.start });
    start = end;
  }
  return blocks;
}

/** The last sentence end before `limit`, else the last space, else the last cluster boundary. */
function findCut(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit);
  const sentences = [...window.matchAll(/[.!?。！？]["'”’)\]]*\s+/g)];
  const sentence = sentences[sentences.length - 1];
  if (sentence) return start + sentence.index + sentence[0].length;
  const space = window.lastIndexOf(' ');
  if (space > 0 && isClusterBoundary(text, start + space + 1)) return start + space + 1;
  let cut = limit;
  while (cut > start + 1 && !isClusterBoundary(text, cut)) cut -= 1;
  return cut === start + 1 ? limit : cut;
}

function gatherSections(blocks: readonly DisplayBlock[]): readonly Section[] {
  const sections: Section[] = [];
  let firstBlock = 0;
  blocks.forEach((block, index) => {
    const start = (blocks[firstBlock] as DisplayBlock).start;
    if (block.end - start < sectionSize && index < blocks.length - 1) return;
    sections.push({ start, end: block.end, firstBlock, endBlock: index + 1 });
    firstBlock = index + 1;
  });
  return sections;
}

/** The block that holds `offset`, or the one before it when it lies between blocks; null before the first. */
export function blockAt(layout: Layout, offset: number): DisplayBlock | null {
  return layout.blocks[indexOfSpanAt(layout.blocks, offset)] ?? null;
}

/** The number, from 1, of the paragraph at `offset`, or of the one before it; 0 before the first. */
export function paragraphNumberAt(layout: Layout, offset: number): number {
  return indexOfSpanAt(layout.paragraphs, offset) + 1;
}
