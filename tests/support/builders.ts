import type { Annotation, AnnotationBody } from '../../src/core/annotation/annotation';
import { emptyBody } from '../../src/core/annotation/annotation';
import { createAnnotation } from '../../src/core/annotation/edits';
import type { Article } from '../../src/core/article';
import { type ArticleId, makeId, type Sha256 } from '../../src/core/ids';
import type { Span } from '../../src/core/text/span';

export const someTime = '2026-11-22T09:00:00.000Z';

export const someArticleId = makeId('art', 'test');

/** An article about which nothing but `facts` matters. */
export function buildArticle(facts: Partial<Article> = {}): Article {
  const sha256 = '0'.repeat(64) as Sha256;
  return {
    id: someArticleId,
    title: 'Steel works report',
    source: {
      fileName: 'steel.txt',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      byteLength: 1_000,
      sha256,
      extractor: { name: 'plain-text', version: 1 },
    },
    textHash: sha256,
    textLength: 1_000,
    importedAt: someTime,
    ...facts,
  };
}

interface AnnotationFacts {
  readonly id?: string;
  readonly articleId?: ArticleId;
  readonly text: string;
  readonly span: Span;
  readonly body?: AnnotationBody;
  readonly at?: string;
}

/** An annotation of `span` in `text`, an enterprise unless `body` says otherwise. */
export function buildAnnotation({
  id,
  articleId = someArticleId,
  text,
  span,
  body = emptyBody('enterprise'),
  at = someTime,
}: AnnotationFacts): Annotation {
  return createAnnotation({
    id: makeId('ann', id ?? `${span.start}-${span.end}-${body.kind}`),
    articleId,
    text,
    span,
    body,
    coder: 'Tester',
    at,
  });
}

/** An annotation of the first place where `words` stand in `text`. */
export function annotationOf(
  text: string,
  words: string,
  facts: Partial<AnnotationFacts> = {},
): Annotation {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return buildAnnotation({ text, span: { start, end: start + words.length }, ...facts });
}
