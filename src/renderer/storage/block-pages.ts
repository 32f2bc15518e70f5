import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import type { AnnotationId, ArticleId } from '../../core/ids';
import type { BlockSet, Database } from './db';
import { nothingRead, placeAfter, type ReadPlace } from './read-place';
import { annotationOfRow } from './record-rows';

/** How many annotations are in a block: so many are stringified or parsed within a frame. */
export const blockSize = 1_000;

/**
 * The annotations of an article from its blocks, by start, about `size` at a time, as all of them were when the first
 * page was asked for. Null once all are read. Where there are no valid blocks, or they are gone before all are read, as
 * when newer ones were made, it ends with the place from which the rows have to be read.
 */
export async function* blockPages(
  database: Database,
  articleId: ArticleId,
  size: number,
): AsyncGenerator<readonly Annotation[], ReadPlace | null> {
  const reading = await beginReading(database, articleId);
  if (!reading) return nothingRead;
  const { set, touched } = reading;
  const ids = new Set(set.touched);
  const blocksAtOnce = Math.max(1, Math.floor(size / blockSize));
  let place = nothingRead;
  let waiting: readonly Annotation[] = touched;
  // Once also where there are no blocks, as all that is there may have come since.
  for (let number = 0; number === 0 || number < set.count; number += blocksAtOnce) {
    const end = Math.min(set.count, number + blocksAtOnce);
    const held = await readBlocks(database, { articleId, set, number, end });
    if (!held) return place;
    const last = end < set.count ? held.at(-1) : null;
    const due = waiting.filter((one) => !last || compareAnnotations(one, last) < 0);
    waiting = waiting.slice(due.length);
    const page = mergePages(withoutIds(held, ids), due);
    if (page.length === 0) continue;
    place = placeAfter(place, page);
    yield page;
  }
  return null;
}

/** The valid blocks of an article and, in reading order, what those that were touched since are now; null without blocks. */
function beginReading(
  database: Database,
  articleId: ArticleId,
): Promise<{ readonly set: BlockSet; readonly touched: readonly Annotation[] } | null> {
  const { annotations, counts } = database;
  return database.transaction('r', annotations, counts, async () => {
    const set = (await counts.get(articleId))?.blocks;
    if (!set) return null;
    const rows = await annotations.bulkGet([...set.touched]);
    const touched = rows.flatMap((row) =>
      row?.articleId === articleId ? annotationOfRow(row) : [],
    );
    return { set, touched: touched.toSorted(compareAnnotations) };
  });
}

/** Which blocks to read: from `number` to before `end`. */
interface BlockRange {
  readonly articleId: ArticleId;
  readonly set: Pick<BlockSet, 'seq'>;
  readonly number: number;
  readonly end: number;
}

/** The annotations of some blocks in reading order; null when one of them is not there or cannot be read. */
export async function readBlocks(
  database: Database,
  { articleId, set, number, end }: BlockRange,
): Promise<readonly Annotation[] | null> {
  const rows = await database.blocks
    .where(':id')
    .between([articleId, set.seq, number], [articleId, set.seq, end])
    .toArray();
  if (rows.length < end - number) return null;
  try {
    return rows.flatMap((row) => JSON.parse(row.annotations) as readonly Annotation[]);
  } catch {
    // Damaged on the disk. The rows are read instead.
    return null;
  }
}

function withoutIds(
  annotations: readonly Annotation[],
  ids: ReadonlySet<AnnotationId>,
): readonly Annotation[] {
  return ids.size === 0 ? annotations : annotations.filter(({ id }) => !ids.has(id));
}

/** Both, each in reading order, in reading order together. */
function mergePages(
  held: readonly Annotation[],
  due: readonly Annotation[],
): readonly Annotation[] {
  return due.length === 0 ? held : [...held, ...due].toSorted(compareAnnotations);
}
