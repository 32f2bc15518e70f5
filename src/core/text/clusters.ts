import type { Span } from './span';
import { isLowSurrogate, splitsSurrogatePair } from './span';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How far around an offset clusters are looked for; longer ones are cut here (never within a surrogate pair). */
const reach = 512;

/**
 * The grapheme cluster (Unicode Standard Annex 29, as the platform's ICU has it) that holds the code unit at `offset`.
 * A CRLF is one cluster. `offset` must lie within the text.
 */
export function clusterAt(text: string, offset: number): Span {
  if (offset < 0 || offset >= text.length) throw new RangeError(`no code unit at ${offset}`);
  const windowStart = safeBoundaryBefore(text, offset);
  let windowEnd = Math.min(text.length, offset + reach);
  if (splitsSurrogatePair(text, windowEnd)) windowEnd += 1;
  const segment = segmenter
    .segment(text.slice(windowStart, windowEnd))
    .containing(offset - windowStart);
  if (!segment) throw new RangeError(`no code unit at ${offset}`);
  const start = windowStart + segment.index;
  return { start, end: start + segment.segment.length };
}

/** Whether a cluster starts or ends at `offset`; both ends of the text are boundaries. */
export function isClusterBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return clusterAt(text, offset).start === offset;
}

/** The span widened so that neither end splits a cluster. */
export function wholeClusters(text: string, span: Span): Span {
  const start = isClusterBoundary(text, span.start)
    ? span.start
    : clusterAt(text, span.start).start;
  const end = isClusterBoundary(text, span.end) ? span.end : clusterAt(text, span.end).end;
  return { start, end };
}

/** A boundary at or before `offset` that is certain without context: between two printable ASCII characters. */
function safeBoundaryBefore(text: string, offset: number): number {
  const limit = Math.max(0, offset - reach);
  for (let at = offset; at > limit; at -= 1)
    if (isPrintableAscii(text.charCodeAt(at - 1)) && isPrintableAscii(text.charCodeAt(at)))
      return at;
  return isLowSurrogate(text.charCodeAt(limit)) && limit > 0 ? limit - 1 : limit;
}

function isPrintableAscii(unit: number): boolean {
  return unit >= 0x20 && unit <= 0x7e;
}
