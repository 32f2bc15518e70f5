import {
  type Annotation,
  type AnnotationKind,
  annotationKinds,
} from '../../core/annotation/annotation';
import { laneCount } from '../../core/annotation/lanes';
import type { Span } from '../../core/text/span';

const emphases = ['found', 'selected', 'hovered', 'selection', 'current'] as const;

/** The highlights that are registered: one to a kind and lane, to the joints of it, and to each emphasis. */
export type HighlightName =
  | (typeof emphases)[number]
  | `${AnnotationKind}-${number}`
  | `${AnnotationKind}-joint-${number}`;

/** One stretch to be drawn; its key is equal for equal stretches. */
export interface Piece {
  readonly key: string;
  readonly name: HighlightName;
  readonly span: Span;
}

/** Every name of a highlight. */
export function highlightNames(): readonly HighlightName[] {
  const lanes = Array.from({ length: laneCount }, (_, lane) => lane);
  return [
    ...annotationKinds.flatMap((kind) =>
      lanes.flatMap((lane) => [`${kind}-joint-${lane}`, `${kind}-${lane}`] as const),
    ),
    ...emphases,
  ];
}

/** Later emphases lie above earlier ones, and all of them above the annotations. */
export function priorityOf(name: HighlightName): number {
  return emphases.findIndex((emphasis) => emphasis === name) + 1;
}

/** The fragments of an annotation. */
export function piecesOf(annotation: Annotation, name: HighlightName): readonly Piece[] {
  return annotation.fragments.map((span) => ownPieceOf(annotation, name, span));
}

/** The gaps between the fragments. */
export function jointsOf(annotation: Annotation, name: HighlightName): readonly Piece[] {
  return annotation.fragments.slice(1).map((span, index) => {
    const before = annotation.fragments[index] as Span;
    return ownPieceOf(annotation, name, { start: before.end, end: span.start });
  });
}

/** Two annotations may have the same stretch, and each draws its own. */
function ownPieceOf({ id }: Annotation, name: HighlightName, span: Span): Piece {
  const piece = pieceOf(name, span);
  return { ...piece, key: `${id} ${piece.key}` };
}

/** One stretch by itself. */
export function pieceOf(name: HighlightName, span: Span): Piece {
  return { key: `${name} ${span.start} ${span.end}`, name, span };
}
