import type { AnnotationKind } from '../../src/core/annotation/annotation';
import { annotationsIn, type BenchAnnotation } from './annotations';
import { textOf } from './text';

/** What a document is made from; the same plan always gives the same document. */
export interface DocumentPlan {
  readonly title: string;
  readonly seed: number;
  /** The length of the text in UTF-16 code units. */
  readonly characters: number;
  /** How many annotations it has. */
  readonly annotations: number;
  /** Whether the whole text is a single paragraph. */
  readonly isOneParagraph?: boolean;
  /** Whether words are planted to be found (10,000 times), tagged and deleted (5,000 times each). */
  readonly isPlanted?: boolean;
  /** How many of the annotations lie in the first `nearCharacters`, the same for every plan of the same seed. */
  readonly near?: number;
}

/** A text in memory with what is annotated in it, before any program has seen it. */
export interface BenchDocument {
  readonly title: string;
  readonly text: string;
  /** In reading order. */
  readonly annotations: readonly BenchAnnotation[];
}

/** How many annotations of each kind a document has. */
export function countKinds({
  annotations,
}: BenchDocument): Readonly<Record<AnnotationKind, number>> {
  const counts = { enterprise: 0, claim: 0, date: 0 };
  for (const { kind } of annotations) counts[kind] += 1;
  return counts;
}

/** Makes the document of `plan`. */
export function makeDocument(plan: DocumentPlan): BenchDocument {
  const text = textOf(plan);
  return { title: plan.title, text, annotations: annotationsIn(text, plan) };
}
