import { describeQuote } from '../anchoring/describe';
import type { Change } from '../change';
import type { AnnotationId, ArticleId } from '../ids';
import { patch } from '../records/patch';
import { findSpanFault, type Span } from '../text/span';
import type { Annotation, AnnotationBody } from './annotation';

/** What a new annotation needs besides its words: core draws no ids and reads no clock. */
export interface NewAnnotation {
  readonly id: AnnotationId;
  readonly articleId: ArticleId;
  /** The article's whole stored text. */
  readonly text: string;
  readonly span: Span;
  readonly body: AnnotationBody;
  readonly coder: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A new annotation made by hand. Throws when `span` is not one of `text`: selecting must not let that happen. */
export function createAnnotation({
  id,
  articleId,
  text,
  span,
  body,
  coder,
  at,
}: NewAnnotation): Annotation {
  const fault = findSpanFault(span, text);
  if (fault) throw new Error(`${fault}: [${span.start}, ${span.end}) of ${text.length}`);
  const fragments = [{ start: span.start, end: span.end }] as const;
  return {
    id,
    articleId,
    fragments,
    quote: describeQuote(text, fragments),
    body,
    provenance: { coder, origin: 'hand' },
    createdAt: at,
    updatedAt: at,
  };
}

/** The change that adds `annotation`. */
export function annotate(annotation: Annotation): Change {
  return {
    label: { code: 'annotate', kind: annotation.body.kind, exact: annotation.quote.exact },
    records: [{ table: 'annotations', id: annotation.id, before: null, after: annotation }],
  };
}

/** The change that takes `annotation` away. */
export function deleteAnnotation(annotation: Annotation): Change {
  return {
    label: { code: 'delete-annotation', kind: annotation.body.kind, exact: annotation.quote.exact },
    records: [{ table: 'annotations', id: annotation.id, before: annotation, after: null }],
  };
}

/** The change that gives `annotation` another body, of the same kind or not. */
export function editBody(annotation: Annotation, body: AnnotationBody, at: string): Change {
  const code = body.kind === annotation.body.kind ? 'edit-annotation' : 'change-kind';
  return replace(annotation, { ...annotation, body, updatedAt: at }, code);
}

/** The change that sets the note of `annotation`; an empty one takes it away. */
export function editNote(annotation: Annotation, note: string, at: string): Change {
  const after = patch(annotation, { note: note === '' ? undefined : note, updatedAt: at });
  return replace(annotation, after, 'edit-annotation');
}

function replace(
  before: Annotation,
  after: Annotation,
  code: 'edit-annotation' | 'change-kind',
): Change {
  return {
    label: { code, kind: after.body.kind, exact: after.quote.exact },
    records: [{ table: 'annotations', id: before.id, before, after }],
  };
}
