/**
 * A stretch `[start, end)` of an article's text in UTF-16 code units: never empty, and neither end splits a surrogate pair.
 * The text is the stored one, so a CRLF counts two.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why two numbers are not a span of a text. */
export type SpanFault = 'not-integer' | 'empty' | 'outside-text' | 'splits-surrogate-pair';

/** What keeps `span` from being a span of `text`, or null if it is one. */
export function findSpanFault(span: Span, text: string): SpanFault | null {
  if (!Number.isSafeInteger(span.start) || !Number.isSafeInteger(span.end)) return 'not-integer';
  if (span.start < 0 || span.end > text.length) return 'outside-text';
  if (span.start >= span.end) return 'empty';
  if (splitsSurrogatePair(text, span.start) || splitsSurrogatePair(text, span.end))
    return 'splits-surrogate-pair';
  return null;
}

/** Whether `offset` lies between the two halves of a surrogate pair of `text`. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

/** Whether a UTF-16 code unit is the first half of a surrogate pair (false for NaN). */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 code unit is the second half of a surrogate pair (false for NaN). */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer` (equal spans lie within each other). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Reading order: by start, the longer first, so that an outer span comes before what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
