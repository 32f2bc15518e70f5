import type { Caret } from '../../core/text/caret';
import type { Span } from '../../core/text/span';
import type { Surface } from './surface';

/** Where the browser has the selection's ends in the article; null when it is elsewhere. */
export function readCaret(surface: Surface): Caret | null {
  const selection = document.getSelection();
  const { anchorNode, focusNode, rangeCount = 0 } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || rangeCount === 0) return null;
  if (!selection.getRangeAt(0).intersectsNode(surface.host)) return null;
  return {
    anchor: surface.offsetAt({ node: anchorNode, offset: selection.anchorOffset }),
    head: surface.offsetAt({ node: focusNode, offset: selection.focusOffset }),
  };
}

/** An end of the browser's selection that lies outside the article: where on the page, in client pixels. */
export interface EndOutside {
  readonly x: number;
  readonly y: number;
}

/** Which ends of the browser's selection lie outside the article; null when it holds nothing of the article. */
export function endsOutside({ host }: Surface): {
  readonly anchor: EndOutside | null;
  readonly head: EndOutside | null;
} | null {
  const selection = document.getSelection();
  const { anchorNode, focusNode, rangeCount = 0 } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || rangeCount === 0) return null;
  if (!selection.getRangeAt(0).intersectsNode(host)) return null;
  return {
    anchor: host.contains(anchorNode) ? null : placeOf(anchorNode, selection.anchorOffset),
    head: host.contains(focusNode) ? null : placeOf(focusNode, selection.focusOffset),
  };
}

/** Whether the browser's selection holds some of the article and has an end outside. */
export function reachesOutside(surface: Surface): boolean {
  const { anchor, head } = endsOutside(surface) ?? {};
  return Boolean(anchor ?? head);
}

function placeOf(node: Node, offset: number): EndOutside {
  const range = new Range();
  range.setStart(node, offset);
  // A boundary between elements has no box of its own.
  const [box = (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect()] =
    range.getClientRects();
  return box ? { x: box.left, y: box.top + box.height / 2 } : { x: 0, y: 0 };
}

/** Selects in the page what `caret` says, as a person would; null takes away a selection in the article. */
export function writeCaret(surface: Surface, caret: Caret | null): void {
  const selection = document.getSelection();
  if (!selection) return;
  if (!caret) {
    if (selection.anchorNode && surface.host.contains(selection.anchorNode))
      selection.removeAllRanges();
    return;
  }
  const { anchor, head } = caret;
  const range = surface.rangeOf({ start: Math.min(anchor, head), end: Math.max(anchor, head) });
  const start = [range.startContainer, range.startOffset] as const;
  const end = [range.endContainer, range.endOffset] as const;
  if (anchor <= head) selection.setBaseAndExtent(...start, ...end);
  else selection.setBaseAndExtent(...end, ...start);
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
