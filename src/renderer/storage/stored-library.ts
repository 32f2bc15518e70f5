import type { Article } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import type { Database } from './db';
import { lastSeq } from './journal-source';
import { type CountsOfArticles, readLibraryCopy } from './library-copy';

/** How many rows are read at a time: the window has its turns in between. */
const pageSize = 1_000;

/** All articles and counts as they were after one entry of the log. */
export interface StoredLibrary {
  /** In no particular order. */
  readonly articles: readonly Article[];
  /** An article without annotations may have none; an article that is still to come may have some already. */
  readonly counts: CountsOfArticles;
  /** The number of that entry; 0 when the log has none. */
  readonly seq: number;
  /** The entries that follow it and were written before it was read: what they changed is not in it. */
  readonly since: readonly ChangeEntry[];
  /** Whether it was read from the copy. */
  readonly isCopy: boolean;
}

/** Reads all articles and counts: from the copy of the library where there is a valid one, which is several times faster. */
export async function readLibrary(database: Database): Promise<StoredLibrary> {
  const copy = await readLibraryCopy(database);
  return copy ? { ...copy, isCopy: true } : readLibraryRows(database);
}

/** Reads them from their rows, in one transaction: what is written meanwhile waits, and is not among them. */
export function readLibraryRows(database: Database): Promise<StoredLibrary> {
  const { articles, counts, changes } = database;
  return database.transaction('r', articles, counts, changes, async () => {
    const [seq, heldArticles, heldCounts] = await Promise.all([
      lastSeq(database),
      readPages(
        (after) => articles.where(':id').above(after).limit(pageSize).toArray(),
        ({ id }) => id,
      ),
      readPages(
        (after) => counts.where(':id').above(after).limit(pageSize).toArray(),
        ({ articleId }) => articleId,
      ),
    ]);
    const countsOf = heldCounts.map(
      ({ articleId, enterprise, claim, date }) => [articleId, { enterprise, claim, date }] as const,
    );
    return { articles: heldArticles, counts: new Map(countsOf), seq, since: [], isCopy: false };
  });
}

async function readPages<Row>(
  pageAfter: (key: string) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after = '';
  for (;;) {
    const page = await pageAfter(after);
    rows.push(...page);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return rows;
    after = keyOf(last);
  }
}
