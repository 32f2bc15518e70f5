import { type Article, compareArticles } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import type { KindCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import { type Database, type LibraryPageRow, openDatabase } from './db';
import { lastSeq, pageAfter } from './journal-source';

/** How many articles are in a page. The browser keeps a row of more than 64 kB in a file, and reads that several times slower. */
export const articlesInPage = 100;

/** When more entries follow a copy, or larger ones than `pageAfter` gives at once, the rows are read instead. */
const mostSince = 500;

/** How many annotations of each kind the articles have. One that is still to come may have some already. */
export type CountsOfArticles = ReadonlyMap<ArticleId, KindCounts>;

/** The whole library as it was after one entry of the log. */
export interface LibraryContent {
  /** In the order of `compareArticles`. */
  readonly articles: readonly Article[];
  readonly counts: CountsOfArticles;
}

type CountTriple = readonly [number, number, number];

/** What a page holds. Numbers lie beside what they count, without names: half of the length would be names. */
interface LibraryPage {
  readonly articles: readonly (readonly [Article, CountTriple])[];
  /** Of articles that are not in the library, in the last page alone. */
  readonly others: readonly (readonly [ArticleId, CountTriple])[];
}

/** The pages of a library as JSON, one at a time, so that whoever writes them can leave the window its turns in between. */
export function* pagesOf({ articles, counts }: LibraryContent): Generator<string> {
  const left = new Map(counts);
  for (let from = 0; from < articles.length; from += articlesInPage) {
    const end = from + articlesInPage;
    const stretch = articles.slice(from, end);
    const listed = stretch.map((article) => [article, tripleOf(counts.get(article.id))] as const);
    for (const { id } of stretch) left.delete(id);
    const others = end < articles.length ? [] : [...left].filter(([, held]) => holdsAny(held));
    yield JSON.stringify({
      articles: listed,
      others: others.map(([id, held]) => [id, tripleOf(held)]),
    } satisfies LibraryPage);
  }
}

/**
 * Makes `pages` the copy of the library, which was so after entry `seq` of the log, in the place of the one before. It
 * need not outlast a crash, and no act waits for it, since acts use other tables. Throws when the store cannot be written.
 */
export async function writeLibraryCopy(
  { name }: Database,
  seq: number,
  pages: readonly string[],
): Promise<void> {
  const relaxed = await openDatabase(name, 'relaxed');
  try {
    const { libraryPages } = relaxed;
    await relaxed.transaction('rw', libraryPages, async () => {
      await libraryPages.clear();
      await libraryPages.bulkAdd(pages.map((listed, number) => ({ seq, number, listed })));
    });
  } finally {
    relaxed.close();
  }
}

/** Removes the copy: the rows are read until there is another. */
export async function forgetLibraryCopy({ libraryPages }: Database): Promise<void> {
  await libraryPages.clear();
}

/** After which entry of the log the library was as the copy says; null without a copy. */
export async function seqOfLibraryCopy({ libraryPages }: Database): Promise<number | null> {
  const [first] = await libraryPages.orderBy(':id').limit(1).primaryKeys();
  return first?.[0] ?? null;
}

/** A copy of the library, and what has become of it since. */
export interface LibraryCopy extends LibraryContent {
  readonly seq: number;
  /** The entries of the log that follow it, all of them. */
  readonly since: readonly ChangeEntry[];
}

/**
 * The copy of the library with all that came after it; null when there is none, when too much has come after it, and when
 * it cannot be right: a page is damaged, the log has a gap, or there are more articles now than it gives, or fewer.
 */
export async function readLibraryCopy(database: Database): Promise<LibraryCopy | null> {
  const { articles, changes, libraryPages } = database;
  const stored = await database.transaction('r', articles, changes, libraryPages, async () => {
    const seq = await seqOfLibraryCopy(database);
    if (seq === null) return null;
    const [rows, since, last, articleCount] = await Promise.all([
      libraryPages.toArray(),
      pageAfter(database, seq, mostSince),
      lastSeq(database),
      articles.count(),
    ]);
    return since.length === last - seq ? { seq, rows, since, articleCount } : null;
  });
  const content = stored && parsePages(stored.rows);
  if (!content) return null;
  const { seq, since, articleCount } = stored;
  const isWhole = articleCount === content.articles.length + growthOf(since);
  return isWhole ? { ...content, seq, since } : null;
}

/** The library that pages hold; null when one of them is damaged or not in its place. */
export function parsePages(rows: readonly LibraryPageRow[]): LibraryContent | null {
  const articles: Article[] = [];
  const counts = new Map<ArticleId, KindCounts>();
  try {
    for (const [number, row] of rows.entries()) {
      const page = JSON.parse(row.listed) as LibraryPage;
      if (row.number !== number || row.seq !== rows[0]?.seq) return null;
      for (const [article, triple] of page.articles) {
        const last = articles.at(-1);
        if (last && compareArticles(last, article) >= 0) return null;
        articles.push(article);
        counts.set(article.id, countsOf(triple));
      }
      for (const [id, triple] of page.others) counts.set(id, countsOf(triple));
    }
  } catch {
    // Damaged on the disk. The rows are read instead.
    return null;
  }
  return { articles, counts };
}

/** How many more articles there are after `entries`. */
function growthOf(entries: readonly ChangeEntry[]): number {
  let growth = 0;
  for (const { change } of entries)
    for (const { table, before, after } of change.records)
      if (table === 'articles') growth += Number(after !== null) - Number(before !== null);
  return growth;
}

function tripleOf(counts: KindCounts | undefined): CountTriple {
  return [counts?.enterprise ?? 0, counts?.claim ?? 0, counts?.date ?? 0];
}

function countsOf([enterprise, claim, date]: CountTriple): KindCounts {
  return { enterprise, claim, date };
}

function holdsAny({ enterprise, claim, date }: KindCounts): boolean {
  return enterprise + claim + date > 0;
}
