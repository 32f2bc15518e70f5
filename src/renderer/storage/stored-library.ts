import type { Article } from '../../core/article';
import type { KindCounts } from '../../core/health/finding';
import type { ArticleRow } from './article-row';
import type { Database } from './db';
import { recordOfRow } from './record-rows';

/** How many rows are read at a time: the window has its turns in between. */
const pageSize = 1_000;

/** An article as lists show it, with how many mentions of each kind it has. */
export interface ListedArticle {
  readonly article: Article;
  readonly counts: KindCounts;
}

/** All articles, in no particular order. What is written while they are read waits, and is not among them. */
export function readLibrary({ articles }: Database): Promise<readonly ListedArticle[]> {
  return articles.db.transaction('r', articles, async () => {
    const listed: ListedArticle[] = [];
    for (let after = ''; ; ) {
      const rows = await articles.where(':id').above(after).limit(pageSize).toArray();
      for (const row of rows) listed.push(listedArticle(row));
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) return listed;
      after = last.id;
    }
  });
}

function listedArticle(row: ArticleRow): ListedArticle {
  const { enterprise, claim, date } = row.counts;
  return { article: recordOfRow('articles', row), counts: { enterprise, claim, date } };
}
