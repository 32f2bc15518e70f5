import { type Article, compareArticles } from '../../core/article';
import type { ArticleId } from '../../core/ids';

/** A row of the library: a month, or an article. */
export type LibraryRow =
  | {
      readonly kind: 'month';
      /** `YYYY-MM`, or null for articles without a date. */
      readonly month: string | null;
      readonly count: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'article';
      readonly article: Article;
      /** Its place in its month from 1, and how many the month has. */
      readonly place: number;
      readonly of: number;
    };

/** What decides the rows. */
export interface LibraryView {
  readonly articles: readonly Article[];
  readonly query: string;
  /** Months that the person has folded, as `YYYY-MM`, and `undated`. A query unfolds all. */
  readonly folded: ReadonlySet<string>;
}

/** The library's rows: newest first, undated last, under their months once there is more than one. */
export function libraryRows({ articles, query, folded }: LibraryView): readonly LibraryRow[] {
  const wanted = query.trim().toLocaleLowerCase();
  const found = wanted === '' ? articles : articles.filter((article) => matches(article, wanted));
  const months = groupByMonth(found);
  return months.flatMap(([month, held]): readonly LibraryRow[] => {
    const rows = held.map((article, index) => ({
      kind: 'article' as const,
      article,
      place: index + 1,
      of: held.length,
    }));
    if (months.length < 2) return rows;
    const open = wanted !== '' || !folded.has(month ?? 'undated');
    const head = { kind: 'month' as const, month, count: held.length, open };
    return open ? [head, ...rows] : [head];
  });
}

/** The row of an article, or -1 when it is folded away or filtered out. */
export function rowOfArticle(rows: readonly LibraryRow[], id: ArticleId | null): number {
  return rows.findIndex((row) => row.kind === 'article' && row.article.id === id);
}

function matches(article: Article, wanted: string): boolean {
  return [article.title, article.outlet, article.published?.date, article.source.fileName].some(
    (field) => field?.toLocaleLowerCase().includes(wanted) === true,
  );
}

function groupByMonth(
  articles: readonly Article[],
): readonly (readonly [string | null, readonly Article[]])[] {
  const months = new Map<string | null, Article[]>();
  for (const article of articles.toSorted(compareArticles)) {
    const month = article.published?.date.slice(0, 7) ?? null;
    const held = months.get(month);
    if (held) held.push(article);
    else months.set(month, [article]);
  }
  return [...months];
}
