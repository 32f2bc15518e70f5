import { clusterAt } from '../../core/text/clusters';
import { directionOfLetters, type TextDirection } from '../../core/text/direction';
import { blockAt, type DisplayBlock } from '../../core/text/layout';
import { indexOfSpanAt } from '../../core/text/search-sorted';
import type { Span } from '../../core/text/span';
import type { Surface } from './surface';

/**
 * A line as it is laid out now: where the text wraps no rule can say. `top` and `bottom` in client pixels. Lines of
 * sections that are not rendered are laid out by being asked for.
 */
export interface Line extends Span {
  readonly top: number;
  readonly bottom: number;
}

/** A text as it is laid out, in the element that scrolls it. */
export interface LaidText {
  readonly surface: Surface;
  readonly text: string;
  readonly scroller: Element;
}

/** A place to put a caret: see `Caret`. */
export interface CaretPlace {
  readonly head: number;
  readonly atLineEnd: boolean;
}

/** Boxes of one line differ by less than this, in pixels; those of two by more. */
const sameLine = 3;

/** Edges of one letter lie further apart than this, in pixels. */
const sameEdge = 0.5;

/** The line that holds the caret at `head`. Null when the text has no line there. */
export function lineAt(surface: Surface, { head, atLineEnd }: CaretPlace): Line | null {
  const block = blockAt(surface.layout, head) ?? surface.layout.blocks[0];
  if (!block) return null;
  const inside = Math.min(Math.max(head, block.start), block.end);
  const unit = atLineEnd || inside === block.end ? inside - 1 : inside;
  return lineOfUnit(surface, block, Math.max(unit, block.start));
}

/** The line above (-1) or below (1) `line`, or null at the ends of the text. */
export function lineBeside(surface: Surface, line: Line, direction: 1 | -1): Line | null {
  const { blocks } = surface.layout;
  const at = indexOfSpanAt(blocks, line.start);
  const block = blocks[at] as DisplayBlock;
  if (direction === 1 && line.end < block.end) return lineOfUnit(surface, block, line.end);
  if (direction === -1 && line.start > block.start)
    return lineOfUnit(surface, block, line.start - 1);
  const next = blocks[at + direction];
  if (!next) return null;
  return lineOfUnit(surface, next, direction === 1 ? next.start : next.end - 1);
}

/** The line nearest to the height `y`, looked for from `line` on, up or down. */
export function lineAtHeight(surface: Surface, line: Line, y: number): Line {
  const { blocks } = surface.layout;
  const direction = y > line.bottom ? 1 : -1;
  let at = indexOfSpanAt(blocks, line.start);
  const holds = (index: number): boolean => {
    const box = boxOfBlock(surface, blocks[index] as DisplayBlock);
    return direction === 1 ? box.bottom >= y : box.top <= y;
  };
  while (!holds(at) && blocks[at + direction]) at += direction;
  const block = blocks[at] as DisplayBlock;
  const unit = firstUnit(block, (offset) => boxOfUnit(surface, block, offset).bottom > y);
  return lineOfUnit(surface, block, Math.min(unit, block.end - 1));
}

/** The place on `line` nearest to `x` in client pixels. */
export function placeOnLine(surface: Surface, text: string, line: Line, x: number): CaretPlace {
  let best = { head: line.start, atLineEnd: false };
  let distance = Number.POSITIVE_INFINITY;
  for (let offset = line.start; offset <= line.end; ) {
    const place = { head: offset, atLineEnd: offset === line.end && wrapsAt(surface, offset) };
    const away = Math.abs(caretX(surface, text, place) - x);
    if (away < distance) {
      best = place;
      distance = away;
    }
    offset = offset < line.end ? clusterAt(text, offset).end : offset + 1;
  }
  return best.head === line.end ? endOfLine(surface, text, line) : best;
}

/** The last place on `line`: before the blanks at which it wraps. */
export function endOfLine(surface: Surface, text: string, line: Line): CaretPlace {
  if (!wrapsAt(surface, line.end)) return { head: line.end, atLineEnd: false };
  let head = line.end;
  while (head > line.start && /\s/.test(text.charAt(head - 1))) head -= 1;
  return { head, atLineEnd: head === line.end };
}

/** Where a caret at `place` stands, in client pixels: its x, and the top and height of its line's letters. */
export function caretBox(
  surface: Surface,
  text: string,
  place: CaretPlace,
): { readonly x: number; readonly top: number; readonly height: number } | null {
  const beside = letterBeside(surface, place);
  if (!beside) return null;
  const { top, height } = boxOfUnit(surface, beside.block, beside.unit);
  return { x: caretX(surface, text, place), top, height };
}

/** The letter that a caret stands at: the one after it, or the one before it at the end of a line. */
function letterBeside(
  { layout }: Surface,
  { head, atLineEnd }: CaretPlace,
): { readonly block: DisplayBlock; readonly unit: number; readonly isBefore: boolean } | null {
  const block = blockAt(layout, atLineEnd ? head - 1 : head);
  if (!block) return null;
  const isBefore = atLineEnd || head >= block.end;
  return { block, unit: isBefore ? Math.min(head, block.end) - 1 : head, isBefore };
}

function caretX(surface: Surface, text: string, place: CaretPlace): number {
  const beside = letterBeside(surface, place);
  if (!beside) return 0;
  const letter = clusterAt(text, beside.unit);
  const box = surface.rangeOf(letter).getBoundingClientRect();
  const direction =
    directionDrawn(surface, letter, box) ??
    directionOfLetters(text.slice(letter.start, letter.end)) ??
    surface.directionOf(beside.block);
  return beside.isBefore === (direction === 'rtl') ? box.left : box.right;
}

/**
 * The direction in which the browser draws the letter that starts at `start` and has `box`: blanks, figures and signs take that of
 * the words around them. A caret before a letter from right to left stands at its right edge. Null where it cannot be told: at
 * a letter without a width, or one that begins a line or a run of the other direction, before which the browser may give the
 * end of what is before it.
 */
function directionDrawn(surface: Surface, { start }: Span, box: DOMRect): TextDirection | null {
  const before = surface.rangeOf({ start, end: start }).getBoundingClientRect();
  if (Math.abs(before.top - box.top) > sameLine || box.width < 1) return null;
  if (Math.abs(before.left - box.left) < sameEdge) return 'ltr';
  return Math.abs(before.left - box.right) < sameEdge ? 'rtl' : null;
}

/** Whether `offset` is inside a paragraph, so that a line that ends there goes on in the next. */
function wrapsAt(surface: Surface, offset: number): boolean {
  const { blocks } = surface.layout;
  const at = indexOfSpanAt(blocks, offset);
  const block = blocks[at] as DisplayBlock;
  if (offset < block.end) return offset > block.start || !block.opensParagraph;
  return blocks[at + 1]?.opensParagraph === false;
}

function lineOfUnit(surface: Surface, block: DisplayBlock, unit: number): Line {
  const { top, bottom } = boxOfUnit(surface, block, unit);
  const topOf = (offset: number): number => boxOfUnit(surface, block, offset).top;
  const start = firstUnit(block, (offset) => topOf(offset) > top - sameLine);
  const end = firstUnit(block, (offset) => topOf(offset) > top + sameLine);
  return { start, end, top, bottom };
}

/** The first offset of `block` for which `reached` holds, which must hold from there on; its end if there is none. */
function firstUnit(block: Span, reached: (offset: number) => boolean): number {
  let low = block.start;
  let high = block.end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The box of one code unit; characters without a box of their own have that of the next that has one. */
function boxOfUnit(surface: Surface, block: Span, offset: number): DOMRect {
  for (let end = offset + 1; end <= Math.min(block.end, offset + 16); end += 1) {
    const boxes = surface.rangeOf({ start: offset, end }).getClientRects();
    const box = boxes[boxes.length - 1];
    if (box) return box;
  }
  return surface
    .rangeOf({ start: Math.max(block.start, offset - 1), end: offset + 1 })
    .getBoundingClientRect();
}

function boxOfBlock(surface: Surface, block: Span): DOMRect {
  return surface.rangeOf(block).getBoundingClientRect();
}
