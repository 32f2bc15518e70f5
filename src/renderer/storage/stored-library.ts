import type { Article } from '../../core/article';
import type { CountsRow, Database } from './db';
import { lastSeq } from './journal-source';

/** How many rows are read at a time: the window has its turns in between. */
const pageSize = 1_000;

/** All articles and counts as they were after one entry of the log. */
export interface StoredLibrary {
  /** In no particular order. */
  readonly articles: readonly Article[];
  /** An article without annotations may have none; an article that is still to come may have some already. */
  readonly counts: readonly CountsRow[];
  /** The number of that entry; 0 when the log has none. */
  readonly seq: number;
}

/** Reads all articles and counts, in one transaction: what is written meanwhile waits, and is not among them. */
export function readLibrary(database: Database): Promise<StoredLibrary> {
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
    return { articles: heldArticles, counts: heldCounts, seq };
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
