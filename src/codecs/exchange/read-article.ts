import type { Annotation } from '../../core/annotation/annotation';
import type { ArticleId } from '../../core/ids';
import type { ImportedArticle } from '../../core/import/imported-article';
import { annotationDefinition } from '../../core/records/annotation';
import type { ExchangeAnnotation, ExchangeArticle } from './shapes';

const { body } = annotationDefinition.fields;

/** An article of an export, which was found without fault, as core values: what `encodeExport` wrote of it, read back. */
export function readArticle(exchange: ExchangeArticle): ImportedArticle {
  const { text, annotations, textLength, ...facts } = exchange;
  return {
    article: { ...facts, textLength: textLength.utf16 },
    text,
    annotations: annotations.map((annotation) => readAnnotation(annotation, facts.id)),
  };
}

/** Takes the fields of the body, which stand beside the others in an export, apart from them again. */
function readAnnotation(exchange: ExchangeAnnotation, articleId: ArticleId): Annotation {
  const { spans, codePointSpans: _codePointSpans, ...fields } = exchange;
  const ofBody = [body.by, ...Object.keys(body.of[exchange.kind])];
  const [inBody = [], besides = []] = [true, false].map((isWanted) =>
    Object.entries(fields).filter(([name]) => ofBody.includes(name) === isWanted),
  );
  // The schema has seen to it that these are all fields of an annotation, and each of its shape.
  return {
    ...Object.fromEntries(besides),
    articleId,
    fragments: spans,
    body: Object.fromEntries(inBody),
  } as unknown as Annotation;
}
