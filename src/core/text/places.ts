import { clusterAt, isClusterBoundary } from './clusters';
import type { Layout } from './layout';
import { indexOfSpanAt } from './search-sorted';
import type { Span } from './span';
import { isUnseenCluster } from './unseen';

/** Where a caret can stand depends on the paragraphs alone. */
export type Paragraphs = Pick<Layout, 'paragraphs'>;

/**
 * The place of a caret at or nearest to `offset`, or null in a text without paragraphs. Places are the ends of paragraphs
 * and the cluster boundaries within them, but only one beside each run of unseen characters, so that no two places look
 * alike: before the run, yet at the end of the paragraph after it. Between two paragraphs it is the end of the upper one.
 * (A paragraph of nothing but unseen characters keeps two places, its start and its end.)
 */
export function nearestPlace(
  text: string,
  { paragraphs }: Paragraphs,
  offset: number,
): number | null {
  const paragraph = paragraphs[indexOfSpanAt(paragraphs, offset)] ?? paragraphs[0];
  return paragraph ? placeIn(text, paragraph, offset) : null;
}

/** The place in `paragraph` at or nearest to `offset`, which may lie outside it. */
export function placeIn(text: string, paragraph: Span, offset: number): number {
  if (offset <= paragraph.start) return paragraph.start;
  if (offset >= paragraph.end) return paragraph.end;
  const boundary = nearestBoundary(text, paragraph, offset);
  const start = skipUnseenBefore(text, paragraph, boundary);
  if (start === paragraph.start) return start;
  return skipUnseenAfter(text, paragraph, boundary) === paragraph.end ? paragraph.end : start;
}

/** The place after `place` in `paragraph`, which must not be its end. */
export function placeAfter(text: string, paragraph: Span, place: number): number {
  const cluster = skipUnseenAfter(text, paragraph, place);
  return placeIn(text, paragraph, boundaryAfter(text, paragraph, cluster));
}

/** The place before `place` in `paragraph`, which must not be its start. */
export function placeBefore(text: string, paragraph: Span, place: number): number {
  const cluster = skipUnseenBefore(text, paragraph, place);
  return placeIn(text, paragraph, boundaryBefore(text, paragraph, cluster));
}

function nearestBoundary(text: string, paragraph: Span, offset: number): number {
  if (isClusterBoundary(text, offset)) return offset;
  const before = boundaryBefore(text, paragraph, offset);
  const after = boundaryAfter(text, paragraph, offset);
  return offset - before <= after - offset ? before : after;
}

/** A cluster longer than `clusterAt` looks comes in pieces, and only its ends count. */
function boundaryAfter(text: string, paragraph: Span, offset: number): number {
  let at = offset;
  do {
    if (at >= paragraph.end) return paragraph.end;
    at = clusterAt(text, at).end;
  } while (!isClusterBoundary(text, at));
  return at;
}

function boundaryBefore(text: string, paragraph: Span, offset: number): number {
  let at = offset;
  do {
    if (at <= paragraph.start) return paragraph.start;
    at = clusterAt(text, at - 1).start;
  } while (!isClusterBoundary(text, at));
  return at;
}

function skipUnseenAfter(text: string, paragraph: Span, offset: number): number {
  let at = offset;
  while (at < paragraph.end && isUnseenCluster(text.charAt(at))) at += 1;
  return at;
}

function skipUnseenBefore(text: string, paragraph: Span, offset: number): number {
  let at = offset;
  while (at > paragraph.start && isUnseenCluster(text.charAt(at - 1))) at -= 1;
  return at;
}
