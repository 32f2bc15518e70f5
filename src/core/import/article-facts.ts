import type { Article } from '../article';
import { sameValue } from '../same-value';

/** What a person says of an article; the rest is of its file and its opening. */
const facts = [
  'title',
  'outlet',
  'language',
  'published',
  'url',
  'status',
  'note',
] as const satisfies readonly (keyof Article)[];

/** A fact of an article on which two records of it can differ. */
export type ArticleFact = (typeof facts)[number];

/** The facts in which two records of one article differ, in the order of an export. */
export function differingFacts(a: Article, b: Article): readonly ArticleFact[] {
  return facts.filter((fact) => !sameValue(a[fact], b[fact]));
}

/** `article` with the facts of `other`; what `other` does not say is taken away. */
export function withFactsOf(article: Article, other: Article): Article {
  const { id, source, textHash, textLength, importedAt } = article;
  const { title, outlet, language, published, url, status, note } = other;
  return {
    id,
    title,
    source,
    textHash,
    textLength,
    importedAt,
    ...(outlet !== undefined && { outlet }),
    ...(language !== undefined && { language }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(status !== undefined && { status }),
    ...(note !== undefined && { note }),
  };
}
