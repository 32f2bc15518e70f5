import type { AnnotationId } from '../ids';
import { overlaps, type Span } from '../text/span';
import { type Annotation, extentOf } from './annotation';
import type { AnnotationIndex } from './annotation-index';

/** How many lines can lie below each other; deeper nesting starts again at the first. */
export const laneCount = 8;

/** How far beyond what is asked for overlapping neighbours are followed, in UTF-16 units. */
const reach = 65_536;

/**
 * A lane for each annotation that touches `span`: no two that overlap share one, and shorter ones lie nearer to the
 * words. Neighbours that overlap across the ends of `span` are taken into account, so the same annotation gets the
 * same lane whichever part of it is asked for.
 */
export function lanesWithin(index: AnnotationIndex, span: Span): ReadonlyMap<AnnotationId, number> {
  const lanes = new Map<AnnotationId, number>();
  const placed: { readonly extent: Span; readonly lane: number }[] = [];
  for (const annotation of cluster(index, span).toSorted(compareLengths)) {
    const extent = extentOf(annotation);
    const taken = new Set(
      placed.filter((other) => overlaps(other.extent, extent)).map((other) => other.lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    placed.push({ extent, lane });
    lanes.set(annotation.id, lane % laneCount);
  }
  return lanes;
}

/** All annotations that touch `span`, with those that overlap them, and so on, within `reach`. */
function cluster(index: AnnotationIndex, span: Span): Annotation[] {
  const limit = { start: span.start - reach, end: span.end + reach };
  let wide = span;
  for (;;) {
    const found = index.touching(wide);
    let { start, end } = wide;
    for (const annotation of found) {
      const extent = extentOf(annotation);
      start = Math.max(limit.start, Math.min(start, extent.start));
      end = Math.min(limit.end, Math.max(end, extent.end));
    }
    if (start === wide.start && end === wide.end) return [...found];
    wide = { start, end };
  }
}

function compareLengths(a: Annotation, b: Annotation): number {
  const first = extentOf(a);
  const second = extentOf(b);
  return (
    first.end - first.start - (second.end - second.start) ||
    first.start - second.start ||
    (a.id < b.id ? -1 : 1)
  );
}
