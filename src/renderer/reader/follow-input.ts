import { type Caret, selectionOf } from '../../core/text/caret';
import type { Span } from '../../core/text/span';
import type { ReaderView } from './reader-view';
import { topOffset } from './scroller';
import { boxInView } from './selection';

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

/** Tells of selections, once the button is let go, and of scrolling, until `signal` aborts. */
export function followInput(
  { view, host, scroller, text }: ReaderOnScreen,
  listener: () => InputListener,
  signal: AbortSignal,
): ReaderInput {
  let pressed = false;
  let added = false;
  let timer: number | undefined;

  const report = (withModifier = false): void => {
    const shown = view();
    if (!shown) return;
    const { caret } = shown;
    shown.follow(caret);
    if (pressed) return;
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
  const release = (event: PointerEvent): void => {
    if (!pressed) return;
    pressed = false;
    report(event.type === 'pointerup' && (event.ctrlKey || event.metaKey));
  };
  const settle = (): void => {
    timer = undefined;
    const shown = view();
    if (!shown) return;
    listener().onScroll(topOffset(shown.surface, scroller));
    // The words selected are elsewhere in view now.
    report();
  };

  host.addEventListener('pointerdown', () => (pressed = true), { signal });
  document.addEventListener('pointerup', release, { signal });
  document.addEventListener('pointercancel', release, { signal });
  document.addEventListener('selectionchange', () => report(), { signal });
  scroller.addEventListener('scroll', () => (timer ??= window.setTimeout(settle, 250)), {
    passive: true,
    signal,
  });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return { hasAdded: () => added };
}
