import { trimSelection } from './selection';
import type { Span } from './span';

/**
 * Where the person is in the text: `head` moves, and `anchor` stays behind while words are being selected. Offsets in
 * UTF-16 units; equal when nothing is selected.
 */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
  /** Where the line wraps at `head`: shown at the end of the upper line rather than the start of the lower. */
  readonly atLineEnd?: boolean;
}

/** A caret at `offset` with nothing selected. */
export function caretAt(offset: number): Caret {
  return { anchor: offset, head: offset };
}

/** A caret at the end of `span` with all of it selected. */
export function caretOver({ start, end }: Span): Caret {
  return { anchor: start, head: end };
}

/** Whether nothing is selected. */
export function isCollapsed({ anchor, head }: Caret): boolean {
  return anchor === head;
}

/** The words selected, trimmed and in whole clusters; null when there are none. */
export function selectionOf(text: string, caret: Caret | null): Span | null {
  if (!caret || isCollapsed(caret)) return null;
  return trimSelection(text, { start: caret.anchor, end: caret.head });
}
