import type { Article } from '../article';
import { type ComparedField, differingFields } from './compare-records';

/** What does not count when articles are compared: which record it is, its text and file, and when it came here. */
const comparison = {
  uncounted: ['id', 'source', 'textHash', 'textLength', 'importedAt'],
  parts: [],
} as const;

type OfItsOpening = (typeof comparison.uncounted)[number];

/** What a person says of an article, in which two records of it can differ; the rest is of its file and its opening. */
export type ArticleFact = ComparedField<Article, OfItsOpening, never>;

/** The facts in which two records of one article differ, in the order of an export. */
export function differingFacts(a: Article, b: Article): readonly ArticleFact[] {
  return differingFields(a, b, comparison);
}

/** `article` with the facts of `other`; what `other` does not say is taken away. */
export function withFactsOf(article: Article, other: Article): Article {
  const { id, source, textHash, textLength, importedAt } = article;
  return {
    ...other,
    ...({ id, source, textHash, textLength, importedAt } satisfies Pick<Article, OfItsOpening>),
  };
}
