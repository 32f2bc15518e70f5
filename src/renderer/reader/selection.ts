import { trimSelection } from '../../core/text/selection';
import type { Span } from '../../core/text/span';
import type { Surface } from './surface';

/** What the person has selected in the article, as a span; null for a mere caret, blanks, or a selection elsewhere. */
export function readSelection(surface: Surface, text: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(surface.host)) return null;
  return trimSelection(text, {
    start: surface.offsetAt({ node: range.startContainer, offset: range.startOffset }),
    end: surface.offsetAt({ node: range.endContainer, offset: range.endOffset }),
  });
}

/** Selects `span` in the page as a person would, or nothing. */
export function writeSelection(surface: Surface, span: Span | null): void {
  const selection = document.getSelection();
  if (!selection) return;
  if (span) {
    const { startContainer, startOffset, endContainer, endOffset } = surface.rangeOf(span);
    selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  } else if (selection.anchorNode && surface.host.contains(selection.anchorNode)) {
    selection.removeAllRanges();
  }
}

/**
 * The lines of `span` that lie in view, as one box in client pixels: what a palette must not cover. Null when none do.
 */
export function boxInView(surface: Surface, scroller: Element, span: Span): DOMRect | null {
  const view = scroller.getBoundingClientRect();
  const boxes = [...surface.rangeOf(span).getClientRects()].filter(
    ({ top, bottom }) => bottom > view.top && top < view.bottom,
  );
  const [first] = boxes;
  if (!first) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, first.top, right - left, bottom - first.top);
}
