import type { Sha256 } from '../../core/ids';
import type { Database } from './db';

/**
 * The hashes of texts that are not stored, of every article that is there or that the log names, since undo can bring it
 * back. Each is given once.
 */
export async function textsWanted(database: Database): Promise<readonly Sha256[]> {
  const wanted = new Set<Sha256>();
  await database.articles.each(({ textHash }) => wanted.add(textHash));
  await database.changes.each(({ change }) => {
    for (const record of change.records)
      if (record.table === 'articles')
        for (const article of [record.before, record.after])
          if (article) wanted.add(article.textHash);
  });
  for (const hash of await database.texts.toCollection().primaryKeys()) wanted.delete(hash);
  return [...wanted];
}
