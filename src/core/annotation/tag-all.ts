import type { Change } from '../change';
import { type MatchMode, readsLike } from '../text/occurrences';
import { contains, type Span } from '../text/span';
import type { Annotation, AnnotationKind } from './annotation';
import { ownOf, type Tagging, twinOf } from './mention';

/** Places of words, sorted by what is tagged there already; each list in the order of the places. */
export interface SortedPlaces {
  /** To be tagged. An annotation of the kind may overlap such a place in part, or lie within it. */
  readonly fresh: readonly Span[];
  /** An annotation of the kind has exactly these units as its only fragment. */
  readonly tagged: readonly Span[];
  /** They lie within a fragment of another annotation of the kind: Steel Works in a tagged Kangan Steel Works. */
  readonly inside: readonly Span[];
}

/**
 * Sorts places to be tagged. Annotations of other kinds do not count, nor those of another named coder, who says what
 * they say for themselves. `touching` gives the annotations of the article with a fragment that shares a unit with a span.
 */
export function sortPlaces(
  places: readonly Span[],
  tagging: Tagging,
  touching: (span: Span) => readonly Annotation[],
): SortedPlaces {
  const fresh: Span[] = [];
  const tagged: Span[] = [];
  const inside: Span[] = [];
  for (const place of places) {
    const there = ownOf(touching(place), tagging);
    if (twinOf(there, place, tagging)) tagged.push(place);
    else if (there.some((annotation) => holds(annotation, place))) inside.push(place);
    else fresh.push(place);
  }
  return { fresh, tagged, inside };
}

/**
 * The change that adds `annotations`, made of the places of one stretch of words, as one step; null when there are none.
 * They are of one kind. `exact` is what the words were, for the history.
 */
export function annotateAll(annotations: readonly Annotation[], exact: string): Change | null {
  const [first] = annotations;
  if (!first) return null;
  const { kind } = first.body;
  return {
    label: { code: 'annotate-all', kind, exact, count: annotations.length },
    records: annotations.map((annotation) => ({
      table: 'annotations',
      id: annotation.id,
      before: null,
      after: annotation,
    })),
  };
}

/** The change that takes `annotations`, of one kind, away as one step; null when there are none. */
export function deleteAll(annotations: readonly Annotation[], exact: string): Change | null {
  const [first] = annotations;
  if (!first) return null;
  const { kind } = first.body;
  return {
    label: { code: 'delete-all', kind, exact, count: annotations.length },
    records: annotations.map((annotation) => ({
      table: 'annotations',
      id: annotation.id,
      before: annotation,
      after: null,
    })),
  };
}

/** What annotations must be like to be deleted together. */
export interface IdenticalTo {
  readonly kind: AnnotationKind;
  readonly words: string;
  readonly mode: MatchMode;
}

/** A test for annotations of the kind that have one fragment, whose words read like the words. */
export function identicalTo({
  kind,
  words,
  mode,
}: IdenticalTo): (annotation: Annotation) => boolean {
  const reads = readsLike(words, mode);
  return ({ body, fragments, quote }) =>
    body.kind === kind && fragments.length === 1 && reads(quote.exact);
}

/** Whether `span` lies within a fragment of `annotation`. */
export function holds({ fragments }: Annotation, span: Span): boolean {
  return fragments.some((fragment) => contains(fragment, span));
}
