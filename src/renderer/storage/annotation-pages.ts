import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import { annotationOfRow } from './apply-change';
import type { Database } from './db';

/** How many annotations are read at a time. */
const pageSize = 5_000;

/**
 * The annotations of all articles by id, page by page. What is written while they are read may be in a page to come or
 * not: whoever needs it listens to the store.
 */
export async function* allAnnotationPages(
  database: Database,
): AsyncGenerator<readonly Annotation[]> {
  let after = '';
  for (;;) {
    const rows = await database.annotations.where(':id').above(after).limit(pageSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(annotationOfRow);
    if (rows.length < pageSize) return;
    after = last.id;
  }
}

/** The annotations with these ids, in the order of the ids; those that are not there are left out. */
export async function annotationsOf(
  database: Database,
  ids: readonly AnnotationId[],
): Promise<readonly Annotation[]> {
  const found: Annotation[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const rows = await database.annotations.bulkGet(ids.slice(from, from + pageSize));
    for (const row of rows) if (row) found.push(annotationOfRow(row));
  }
  return found;
}
