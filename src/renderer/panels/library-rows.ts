import { type Article, compareArticles } from '../../core/article';
import type { ArticleId } from '../../core/ids';
import type { ShownStatus } from '../../core/work-status';

/** A row of the library: a month, or an article. */
export type LibraryRow =
  | {
      readonly kind: 'month';
      /** `YYYY-MM`, or null for articles without a date. */
      readonly month: string | null;
      readonly count: number;
      /** How many of them are done; 0 while only one status is shown, when it would say nothing. */
      readonly done: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly status: ShownStatus;
      /** Its place in its month from 1, and how many the month has. */
      readonly place: number;
      readonly of: number;
    };

/** What decides the rows. */
export interface LibraryView {
  readonly articles: readonly Article[];
  readonly statusOf: (article: Article) => ShownStatus;
  readonly query: string;
  /** The one status to be shown, or all of them. */
  readonly shown: ShownStatus | 'all';
  /** Months that the person has folded, as `YYYY-MM`, and `undated`. A query unfolds all. */
  readonly folded: ReadonlySet<string>;
}

/** The library's rows: newest first, undated last, under their months once there is more than one. */
export function libraryRows(view: LibraryView): readonly LibraryRow[] {
  const { articles, statusOf, shown, folded } = view;
  const wanted = view.query.trim().toLocaleLowerCase();
  const found = articles.filter(
    (article) =>
      (shown === 'all' || statusOf(article) === shown) &&
      (wanted === '' || matches(article, wanted)),
  );
  const months = groupByMonth(found);
  return months.flatMap(([month, held]): readonly LibraryRow[] => {
    const rows = held.map((article, index) => ({
      kind: 'article' as const,
      article,
      status: statusOf(article),
      place: index + 1,
      of: held.length,
    }));
    if (months.length < 2) return rows;
    const open = wanted !== '' || !folded.has(month ?? 'undated');
    const done = shown === 'all' ? rows.filter(({ status }) => status === 'done').length : 0;
    const head = { kind: 'month' as const, month, count: held.length, done, open };
    return open ? [head, ...rows] : [head];
  });
}

/** How many articles have each status, and how many there are in all. */
export function countStatuses(
  statuses: Iterable<ShownStatus>,
): Readonly<Record<ShownStatus | 'all', number>> {
  const counts = { all: 0, new: 0, 'in-work': 0, done: 0 };
  for (const status of statuses) {
    counts.all += 1;
    counts[status] += 1;
  }
  return counts;
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
