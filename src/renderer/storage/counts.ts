import type { AnnotationKind } from '../../core/annotation/annotation';
import type { ArticleId } from '../../core/ids';
import type { CountsRow, Database } from './db';

/** How many annotations are read at a time. */
const pageSize = 5_000;

/** Counts the annotations of every article anew, page by page; nothing else may write meanwhile. */
export async function recount(database: Database): Promise<void> {
  const counts = new Map<ArticleId, Record<AnnotationKind, number>>();
  let after = '';
  for (;;) {
    const rows = await database.annotations.where(':id').above(after).limit(pageSize).toArray();
    const last = rows.at(-1);
    if (!last) break;
    for (const { articleId, body } of rows) {
      const held = counts.get(articleId) ?? { enterprise: 0, claim: 0, date: 0 };
      held[body.kind] += 1;
      counts.set(articleId, held);
    }
    after = last.id;
  }
  const rows = [...counts].map(([articleId, held]): CountsRow => ({ articleId, ...held }));
  await database.transaction('rw', database.counts, async () => {
    await database.counts.clear();
    await database.counts.bulkPut(rows);
  });
}
