import type { ChangeEntry } from '../../core/change';
import { noCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import type { Database } from './db';
import { type LibraryCopy, readLibraryCopy } from './library-copy';

/** How many articles are held against their rows at a time. */
const pageSize = 1_000;

/**
 * Whether the copy of the library, with what came after it, says of each article what its rows say. True also where there
 * is no copy that would be read. To be called when nothing is written meanwhile, or again when something was.
 */
export async function isLibraryCopySound(database: Database): Promise<boolean> {
  const copy = await readLibraryCopy(database);
  if (!copy) return true;
  const touched = touchedBy(copy.since);
  const ids = copy.articles.map(({ id }) => id).filter((id) => !touched.has(id));
  for (let from = 0; from < ids.length; from += pageSize)
    if (!(await areAsStored(database, copy, ids.slice(from, from + pageSize)))) return false;
  return true;
}

/** The articles of which entries say anything. */
function touchedBy(entries: readonly ChangeEntry[]): ReadonlySet<ArticleId> {
  const touched = new Set<ArticleId>();
  for (const { change } of entries)
    for (const record of change.records)
      if (record.table === 'articles') touched.add(record.id);
      else for (const side of [record.before, record.after]) if (side) touched.add(side.articleId);
  return touched;
}

async function areAsStored(
  { articles, counts }: Database,
  copy: LibraryCopy,
  ids: readonly ArticleId[],
): Promise<boolean> {
  const [articleRows, countsRows] = await Promise.all([
    articles.bulkGet([...ids]),
    counts.bulkGet([...ids]),
  ]);
  const held = new Map(copy.articles.map((article) => [article.id, article]));
  return ids.every((id, index) => {
    const { enterprise, claim, date } = countsRows[index] ?? noCounts;
    const counted = copy.counts.get(id) ?? noCounts;
    return (
      sameValue(articleRows[index], held.get(id)) && sameValue({ enterprise, claim, date }, counted)
    );
  });
}
