import { wholeClusters } from './clusters';
import type { Span } from './span';

/** Words with what stands round them, on one line. */
export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * The words of `span` with about `units` UTF-16 units on either side. Every run of white space is shown as one space,
 * and no grapheme cluster is cut.
 */
export function contextOf(text: string, span: Span, units: number): Context {
  const { start, end } = wholeClusters(text, {
    start: Math.max(0, span.start - units),
    end: Math.min(text.length, span.end + units),
  });
  return {
    before: onOneLine(text.slice(start, span.start)),
    words: onOneLine(text.slice(span.start, span.end)),
    after: onOneLine(text.slice(span.end, end)),
  };
}

/** `text` with every run of white space as one space. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ');
}
