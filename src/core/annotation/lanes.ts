import type { AnnotationId } from '../ids';
import { overlaps, type Span } from '../text/span';
import { type Annotation, extentOf } from './annotation';
import type { AnnotationIndex } from './annotation-index';

/** How many lines can lie below each other; deeper nesting starts again at the first. */
export const laneCount = 8;

/** How far beyond what is asked for overlapping neighbours are followed, in UTF-16 units. */
const reach = 65_536;

/** In so many stretches a cluster is divided, so that an extent is compared with those near it only. */
const stretchCount = 256;

/** Lanes of annotations, and what they were found from: they stay the same while nothing in `extent` changes. */
export interface LaneCluster {
  readonly lanes: ReadonlyMap<AnnotationId, number>;
  readonly extent: Span;
}

/**
 * A lane for each annotation that touches `span`: no two that overlap share one, and shorter ones lie nearer to the
 * words. Neighbours that overlap across the ends of `span` are taken into account, so the same annotation gets the
 * same lane whichever part of it is asked for.
 */
export function lanesWithin(index: AnnotationIndex, span: Span): LaneCluster {
  const { annotations, extent: wide } = cluster(index, span);
  const lanes = new Map<AnnotationId, number>();
  const placed: { readonly extent: Span; readonly lane: number }[][] = [];
  for (const annotation of annotations.toSorted(compareLengths)) {
    const extent = extentOf(annotation);
    const { first, last } = stretchesOf(extent, wide);
    const taken = new Set<number>();
    for (let stretch = first; stretch <= last; stretch += 1)
      for (const other of placed[stretch] ?? [])
        if (overlaps(other.extent, extent)) taken.add(other.lane);
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    for (let stretch = first; stretch <= last; stretch += 1)
      (placed[stretch] ??= []).push({ extent, lane });
    lanes.set(annotation.id, lane % laneCount);
  }
  return { lanes, extent: wide };
}

/** In which stretches of `wide` an extent lies; what is beyond its ends counts to the first or the last one. */
function stretchesOf(
  { start, end }: Span,
  wide: Span,
): { readonly first: number; readonly last: number } {
  const width = Math.max(1, Math.ceil((wide.end - wide.start) / stretchCount));
  const stretchAt = (offset: number): number =>
    Math.min(stretchCount - 1, Math.max(0, Math.floor((offset - wide.start) / width)));
  return { first: stretchAt(start), last: stretchAt(end - 1) };
}

/** All annotations that touch `span`, with those that overlap them, and so on, within `reach`; and where they lie. */
function cluster(
  index: AnnotationIndex,
  span: Span,
): { readonly annotations: readonly Annotation[]; readonly extent: Span } {
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
    if (start === wide.start && end === wide.end) return { annotations: found, extent: wide };
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
