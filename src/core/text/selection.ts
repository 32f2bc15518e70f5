import { wholeClusters } from './clusters';
import type { Span } from './span';
import { isBlank, isUnseenCluster } from './unseen';

/**
 * What a person means who selected `span`: without blanks or unseen characters at either end, and with whole grapheme
 * clusters. Null when nothing else is selected. The ends may come in either order and lie outside the text.
 */
export function trimSelection(text: string, span: Span): Span | null {
  let start = Math.max(0, Math.min(span.start, span.end));
  let end = Math.min(text.length, Math.max(span.start, span.end));
  while (start < end && showsNothing(text.charAt(start))) start += 1;
  while (end > start && showsNothing(text.charAt(end - 1))) end -= 1;
  return start < end ? wholeClusters(text, { start, end }) : null;
}

function showsNothing(unit: string): boolean {
  return isBlank(unit) || isUnseenCluster(unit);
}
