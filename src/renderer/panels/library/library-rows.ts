import type { Article } from '../../../core/article';
import type { ArticleId } from '../../../core/ids';
import type { ShownStatus } from '../../../core/work-status';

/** A row of the library: a month, or an article. */
export type LibraryRow = MonthRow | ArticleRow;

interface MonthRow {
  readonly kind: 'month';
  /** `YYYY-MM`, or null for articles without a date. */
  readonly month: string | null;
  readonly count: number;
  /** How many of them are done; 0 while only one status is shown, when it would say nothing. */
  readonly done: number;
  readonly open: boolean;
}

interface ArticleRow {
  readonly kind: 'article';
  readonly article: Article;
  /** Its place in its month from 1, and how many the month has. */
  readonly place: number;
  readonly of: number;
}

/** What decides the rows. */
export interface LibraryView {
  /** In the order of `compareArticles`. */
  readonly articles: readonly Article[];
  /** Null while all are shown, so that it does not matter what it would answer. */
  readonly statusOf: ((article: Article) => ShownStatus) | null;
  readonly query: string;
  /** The one status to be shown, or all of them. */
  readonly shown: ShownStatus | 'all';
  /** Months that the person has folded, as `YYYY-MM`, and `undated`. A query unfolds all. */
  readonly folded: ReadonlySet<string>;
}

/**
 * The library's rows: newest first, undated last, under their months once there is more than one. The row of an article
 * that stands as it stood is the same object as before.
 */
export function libraryRows(view: LibraryView): readonly LibraryRow[] {
  const { shown, folded } = view;
  const months = monthsOf(view);
  const isSearch = wordsOf(view) !== '';
  const rows: LibraryRow[] = [];
  for (const { month, articles } of months) {
    if (months.length > 1) {
      const open = isSearch || !folded.has(month ?? 'undated');
      // Only a person says that an article is done: that never follows from its annotations.
      const done = shown === 'all' ? articles.filter(({ status }) => status === 'done').length : 0;
      rows.push({ kind: 'month', month, count: articles.length, done, open });
      if (!open) continue;
    }
    for (const [index, article] of articles.entries())
      rows.push(rowOf(article, index + 1, articles.length));
  }
  return rows;
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
  return id === null
    ? -1
    : rows.findIndex((row) => row.kind === 'article' && row.article.id === id);
}

interface Month {
  readonly month: string | null;
  readonly articles: Article[];
}

/** The articles to be shown, by month: those of one month follow each other. */
function monthsOf(view: LibraryView): readonly Month[] {
  const { articles, statusOf, shown } = view;
  const words = wordsOf(view);
  const months: Month[] = [];
  for (const article of articles) {
    if (shown !== 'all' && statusOf?.(article) !== shown) continue;
    if (words !== '' && !searchTextOf(article).includes(words)) continue;
    const month = article.published?.date.slice(0, 7) ?? null;
    const last = months.at(-1);
    if (last?.month === month) last.articles.push(article);
    else months.push({ month, articles: [article] });
  }
  return months;
}

function wordsOf({ query }: LibraryView): string {
  return query.trim().toLocaleLowerCase();
}

const searchTexts = new WeakMap<Article, string>();

/** What a query is looked for in: made once, and in lines, since no query goes over the end of one. */
function searchTextOf(article: Article): string {
  const known = searchTexts.get(article);
  if (known !== undefined) return known;
  const { title, outlet, published, source } = article;
  const fields = [title, outlet, published?.date, source.fileName];
  const text = fields.filter(Boolean).join('\n').toLocaleLowerCase();
  searchTexts.set(article, text);
  return text;
}

const lastRows = new WeakMap<Article, ArticleRow>();

function rowOf(article: Article, place: number, of: number): ArticleRow {
  const before = lastRows.get(article);
  if (before?.place === place && before.of === of) return before;
  const row: ArticleRow = { kind: 'article', article, place, of };
  lastRows.set(article, row);
  return row;
}
