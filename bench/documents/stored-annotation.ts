import { type Annotation, emptyBody } from '../../src/core/annotation/annotation';
import { createAnnotation } from '../../src/core/annotation/edits';
import type { AnnotationId, ArticleId } from '../../src/core/ids';
import type { BenchAnnotation } from './annotations';
import { someTime } from './article-facts';

/** Where an annotation of a document is stored. */
export interface StoredPlace {
  readonly id: AnnotationId;
  readonly articleId: ArticleId;
  /** The text of the document. */
  readonly text: string;
}

/** What the program would store of an annotation of a generated document. */
export function storedAnnotation(
  { kind, ...span }: BenchAnnotation,
  { id, articleId, text }: StoredPlace,
): Annotation {
  const body = emptyBody(kind);
  return createAnnotation({ id, articleId, text, span, body, coder: 'Bench', at: someTime });
}
