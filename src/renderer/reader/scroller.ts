import type { Span } from '../../core/text/span';
import type { Surface } from './surface';

/** How far below the top edge, in pixels, the first line counts as read. */
const topInset = 24;

/** Scrolls `scroller` so that `span` is in view: not at all if it is, else to a third of the height. */
export function scrollToSpan(surface: Surface, scroller: HTMLElement, span: Span): void {
  // Sections drawn on the way change the guessed heights, so the place is measured again until it stays.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const box = surface.rangeOf(span).getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const fits = box.top >= view.top + topInset && box.bottom <= view.bottom - topInset;
    const startsInView = box.top >= view.top + topInset && box.top <= view.top + view.height * 0.6;
    if (fits || (attempt > 0 && startsInView)) return;
    scroller.scrollTop += box.top - view.top - view.height / 3;
  }
}

/** The offset of the first text in view, to come back to later; 0 when nothing is drawn. */
export function topOffset(surface: Surface, scroller: HTMLElement): number {
  const view = scroller.getBoundingClientRect();
  const host = surface.host.getBoundingClientRect();
  const position = document.caretPositionFromPoint(
    host.left + 1,
    Math.max(view.top, host.top) + topInset,
  );
  if (!position || !surface.host.contains(position.offsetNode)) return 0;
  return surface.offsetAt({ node: position.offsetNode, offset: position.offset });
}

/** Brings the line that holds `offset` to the top of the view. */
export function restoreTop(surface: Surface, scroller: HTMLElement, offset: number): void {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    // Of the unit itself: a mere caret between two lines counts as the end of the first.
    const box = surface.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect();
    const distance = box.top - scroller.getBoundingClientRect().top - topInset;
    if (Math.abs(distance) < 1) return;
    scroller.scrollTop += distance;
  }
}

/** Scrolls as little as brings the line at `offset` into view, or, from further away, to a third of the height. */
export function scrollToCaret(surface: Surface, scroller: HTMLElement, offset: number): void {
  const view = scroller.getBoundingClientRect();
  const box = surface.rangeOf({ start: offset, end: offset }).getBoundingClientRect();
  const above = view.top + topInset - box.top;
  const below = box.bottom - (view.bottom - topInset);
  if (above > view.height || below > view.height)
    scrollToSpan(surface, scroller, { start: offset, end: offset });
  else if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
