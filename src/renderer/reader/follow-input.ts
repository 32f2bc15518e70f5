import { type Caret, selectionOf } from '../../core/text/caret';
import type { Span } from '../../core/text/span';
import type { ReaderView } from './reader-view';
import { topOffset } from './scroller';
import { boxInView, type EndOutside, reachesOutside } from './selection';

/** Where the caret is, and what is selected. */
export interface ReaderSelection {
  readonly caret: Caret | null;
  /** Trimmed, whole clusters; null when there is none. */
  readonly span: Span | null;
  /** Holds the selected lines that are in view, in client pixels. */
  readonly box: DOMRect | null;
  /** They were selected by the pointer, with the modifier (Ctrl, ⌘ on macOS) that adds them to an annotation. */
  readonly adding: boolean;
}

/** What is told of the person's doings in the article. */
export interface InputListener {
  /** The caret went elsewhere, other words were selected, or those selected are elsewhere in view. */
  readonly onCaret: (selection: ReaderSelection) => void;
  /** The text was scrolled; `offset` is the first in view. Called at most once in 250 ms. */
  readonly onScroll: (offset: number) => void;
}

/** The article on screen. */
export interface ReaderOnScreen {
  readonly view: () => ReaderView | null;
  readonly host: HTMLElement;
  readonly scroller: HTMLElement;
  readonly text: string;
}

/** What the listening knows at this moment. */
export interface ReaderInput {
  /** Whether the press that a click ends has added words to an annotation: it is no click at a place then. */
  readonly hasAdded: () => boolean;
}

/**
 * Tells of selections, once the button is let go, and of scrolling, until `signal` aborts. What is selected is kept to the
 * text: the browser would take a selection on into the words beside it, and so to the end of the text.
 */
export function followInput(
  { view, host, scroller, text }: ReaderOnScreen,
  listener: () => InputListener,
  signal: AbortSignal,
): ReaderInput {
  /** Where the button is held down: beside the text, or in it. */
  let pointer: { readonly beside: EndOutside | null } | null = null;
  /** Whether it selects in the article. */
  let selecting = false;
  let frame = 0;
  let added = false;
  let timer: number | undefined;

  // In each frame before it is drawn: the browser goes on selecting while it scrolls, also when the pointer is still.
  const keep = (): void => {
    view()?.keepInText(pointer);
    frame = requestAnimationFrame(keep);
  };
  const begin = (): void => {
    selecting = true;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(keep);
  };
  const report = (withModifier = false): void => {
    const shown = view();
    if (!shown) return;
    // A press that began beside the text may come to select in it.
    if (pointer && !selecting && reachesOutside(shown.surface)) begin();
    if (!selecting) shown.keepInText(null);
    const { caret } = shown;
    shown.follow(caret);
    if (selecting) return;
    const span = selectionOf(text, caret);
    const box = span && boxInView(shown.surface, scroller, span);
    const adding = withModifier && span !== null;
    if (adding) {
      // The words are no longer selected when the click comes that ends the same press.
      added = true;
      setTimeout(() => (added = false));
    }
    listener().onCaret({ caret, span, box, adding });
  };
  const isInText = (target: EventTarget | null): boolean =>
    target instanceof Node && host.contains(target);
  const point = ({ target, clientX: x, clientY: y }: PointerEvent): void => {
    pointer = { beside: isInText(target) ? null : { x, y } };
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    point(event);
    const goesOn = event.shiftKey && isInText(document.getSelection()?.anchorNode ?? null);
    if (isInText(event.target) || goesOn) begin();
  };
  const release = (event: PointerEvent): void => {
    const wasSelecting = selecting;
    if (wasSelecting) {
      if (event.type === 'pointerup') point(event);
      cancelAnimationFrame(frame);
      view()?.keepInText(pointer);
    }
    pointer = null;
    selecting = false;
    if (wasSelecting) report(event.type === 'pointerup' && (event.ctrlKey || event.metaKey));
  };
  const move = (event: PointerEvent): void => {
    if (!pointer) return;
    if (event.buttons & 1) point(event);
    // The page was not told that the button was let go, as on a scroll bar.
    else release(event);
  };
  const settle = (): void => {
    timer = undefined;
    const shown = view();
    if (!shown) return;
    listener().onScroll(topOffset(shown.surface, scroller));
    // The words selected are elsewhere in view now.
    report();
  };

  document.addEventListener('pointerdown', press, { signal });
  document.addEventListener('pointermove', move, { passive: true, signal });
  document.addEventListener('pointerup', release, { signal });
  document.addEventListener('pointercancel', release, { signal });
  document.addEventListener('selectionchange', () => report(), { signal });
  host.addEventListener('mousedown', letGo, { signal });
  scroller.addEventListener('scroll', () => (timer ??= window.setTimeout(settle, 250)), {
    passive: true,
    signal,
  });
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
  return { hasAdded: () => added };
}

/** A press inside the selected words begins another selection; the browser would take them up, to be dropped elsewhere. */
function letGo({ button, detail, shiftKey }: MouseEvent): void {
  if (button === 0 && detail === 1 && !shiftKey) document.getSelection()?.removeAllRanges();
}
