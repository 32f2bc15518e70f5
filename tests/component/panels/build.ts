import type { Annotation, AnnotationBody } from '../../../src/core/annotation/annotation';
import type { Article } from '../../../src/core/article';
import { type AnnotationId, type ArticleId, makeId, type Sha256 } from '../../../src/core/ids';

/** The moment at which everything in these tests was made. */
export const madeAt = '2026-11-22T10:05:00.000Z';

const hash = '3f'.repeat(32) as Sha256;

export function articleId(number: number): ArticleId {
  return makeId('art', String(number));
}

export function annotationId(number: number): AnnotationId {
  return makeId('ann', String(number));
}

/** An article of 15 January 2025 unless told otherwise. */
export function buildArticle(number: number, facts: Partial<Article> = {}): Article {
  return {
    id: articleId(number),
    title: `Article ${number}`,
    published: { date: '2025-01-15', basis: 'header' },
    source: {
      fileName: `article-${number}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      byteLength: 2_400,
      sha256: hash,
    },
    textHash: hash,
    textLength: 2_400,
    importedAt: madeAt,
    ...facts,
  };
}

/** An annotation of `exact` with `body`, its place decided by its number. */
export function buildAnnotation(
  number: number,
  exact: string,
  body: AnnotationBody,
  facts: Partial<Annotation> = {},
): Annotation {
  const start = number * 100;
  return {
    id: annotationId(number),
    articleId: articleId(1),
    fragments: [{ start, end: start + exact.length }],
    quote: { exact, prefix: '', suffix: '' },
    body,
    provenance: { coder: 'A. Coder', origin: 'hand' },
    createdAt: madeAt,
    updatedAt: madeAt,
    ...facts,
  };
}
