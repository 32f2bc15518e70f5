import type { Article } from '../article';

/** Which stored article an imported one is; null when it is none of them. */
export interface ArticleMatch {
  readonly imported: Article;
  readonly stored: Article | null;
  /** Whether another text is stored under its id, so that it needs an id of its own here. */
  readonly idIsTaken: boolean;
}

/**
 * Finds the stored article that each imported one is: first by id with the same text, then by text and file, then by
 * text alone. A stored article is the match of one imported article at most, so that two articles of one text stay two.
 * The order is that of `imported`.
 */
export function matchArticles(
  imported: readonly Article[],
  stored: readonly Article[],
): readonly ArticleMatch[] {
  const free = new Map(stored.map((article) => [article.id, article]));
  const found = new Map<Article, Article>();
  const claim = (article: Article, match: Article | undefined): void => {
    if (!match || found.has(article)) return;
    found.set(article, match);
    free.delete(match.id);
  };
  for (const article of imported) {
    const match = free.get(article.id);
    if (match?.textHash === article.textHash) claim(article, match);
  }
  for (const keyOf of [textAndFile, textAlone]) {
    const byKey = groupBy([...free.values()], keyOf);
    for (const article of imported) {
      if (found.has(article)) continue;
      claim(article, byKey.get(keyOf(article))?.shift());
    }
  }
  const ids = new Set(stored.map(({ id }) => id));
  return imported.map((article) => {
    const match = found.get(article) ?? null;
    return { imported: article, stored: match, idIsTaken: !match && ids.has(article.id) };
  });
}

function textAndFile({ textHash, source }: Article): string {
  return `${textHash} ${source.sha256}`;
}

function textAlone({ textHash }: Article): string {
  return textHash;
}

function groupBy(
  articles: readonly Article[],
  keyOf: (article: Article) => string,
): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const group = groups.get(keyOf(article));
    if (group) group.push(article);
    else groups.set(keyOf(article), [article]);
  }
  return groups;
}
