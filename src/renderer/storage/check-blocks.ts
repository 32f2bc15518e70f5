import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import { readBlocks } from './block-pages';
import type { CountsRow, Database } from './db';
import { annotationOfRow } from './record-rows';

/**
 * Whether the blocks that a counts row names, with what was touched since, are the `stored` annotations of the article:
 * each once, in reading order, as its row says. True also where a block is not there or cannot be read, since the rows
 * are read then.
 */
export async function areBlocksSound(
  database: Database,
  { articleId, blocks: set }: Pick<CountsRow, 'articleId' | 'blocks'>,
  stored: number,
): Promise<boolean> {
  if (!set) return true;
  const touched = new Set(set.touched);
  let last: Annotation | null = null;
  let count = 0;
  for (let number = 0; number < set.count; number += 1) {
    const held = await readBlocks(database, { articleId, set, number, end: number + 1 });
    if (!held) return true;
    for (const annotation of held) {
      if (last && compareAnnotations(last, annotation) >= 0) return false;
      last = annotation;
    }
    const untouched = held.filter(({ id }) => !touched.has(id));
    if (!(await areAsStored(database, untouched))) return false;
    count += untouched.length;
  }
  return stored === count + (await countRows(database, articleId, set.touched));
}

async function areAsStored(
  { annotations }: Database,
  held: readonly Annotation[],
): Promise<boolean> {
  const rows = await annotations.bulkGet(held.map(({ id }) => id));
  return rows.every((row, index) => row && sameValue(annotationOfRow(row), held[index]));
}

async function countRows(
  { annotations }: Database,
  articleId: ArticleId,
  ids: readonly AnnotationId[],
): Promise<number> {
  const rows = await annotations.bulkGet([...ids]);
  return rows.filter((row) => row?.articleId === articleId).length;
}
