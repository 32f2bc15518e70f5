import type { Annotation } from '../../core/annotation/annotation';
import type { ArticleId } from '../../core/ids';
import { blockSize } from './block-pages';
import { mostTouched, touchedSince, withTouched } from './block-set';
import { type BlockKey, type CountsRow, type Database, openDatabase } from './db';
import { lastSeq, pageAfter } from './journal-source';

/** What is written in blocks. */
export interface BlockWriting {
  readonly articleId: ArticleId;
  /** All annotations of the article, in reading order, as the store had them after entry `seq` of the log. */
  readonly annotations: readonly Annotation[];
  readonly seq: number;
  /** Settles when the next block may be written: whatever else the page has to do comes before. */
  readonly turn: () => Promise<void>;
  /** How many annotations a block holds; always the same for one store. */
  readonly size?: number;
}

/**
 * Writes the annotations of an article in blocks and makes them those that are read from then on. The blocks are written
 * one by one and need not outlast a crash, and no act waits for them, since acts use other tables; they count from one
 * short transaction, which takes what was touched meanwhile from the log. False, and as before, when that was too much or
 * the counts show that these are not the annotations of the article. One writing at a time. Throws when the store cannot
 * be written; what is left of it then, `removeStaleBlocks` removes.
 */
export async function writeBlocks(database: Database, writing: BlockWriting): Promise<boolean> {
  await putBlocks(database.name, writing);
  const isValid = await makeValid(database, writing);
  await removeStaleBlocks(database);
  return isValid;
}

async function putBlocks(
  name: string,
  { articleId, annotations, seq, turn, size = blockSize }: BlockWriting,
): Promise<void> {
  const relaxed = await openDatabase(name, 'relaxed');
  try {
    for (let number = 0; number * size < annotations.length; number += 1) {
      await turn();
      const stretch = annotations.slice(number * size, (number + 1) * size);
      await relaxed.blocks.put({ articleId, seq, number, annotations: JSON.stringify(stretch) });
    }
  } finally {
    relaxed.close();
  }
}

/** Names the blocks in the counts of the article, with what was touched since; false when they cannot count. */
function makeValid(
  database: Database,
  { articleId, annotations, seq, size = blockSize }: BlockWriting,
): Promise<boolean> {
  const { changes, counts } = database;
  return database.transaction('rw', changes, counts, async () => {
    const row = await counts.get(articleId);
    const entries = await pageAfter(database, seq, mostTouched);
    const isAll = (entries.at(-1)?.seq ?? seq) === (await lastSeq(database));
    if (!row || !isAll) return false;
    const since = touchedSince(entries, articleId);
    if (sumOf(row) !== annotations.length + since.growth) return false;
    const count = Math.ceil(annotations.length / size);
    const blocks = withTouched({ seq, count, touched: [] }, since.ids);
    if (!blocks) return false;
    await counts.put({ ...row, blocks });
    return true;
  });
}

function sumOf({ enterprise, claim, date }: CountsRow): number {
  return enterprise + claim + date;
}

/**
 * Removes all blocks that no counts name: older ones, those of articles that were removed, and what an interrupted
 * writing has left. Not to be called while blocks are written.
 */
export async function removeStaleBlocks(database: Database): Promise<void> {
  const { blocks, counts } = database;
  const keys: readonly BlockKey[] = await blocks.toCollection().primaryKeys();
  const articleIds = [...new Set(keys.map(([articleId]) => articleId))];
  const rows = await counts.bulkGet(articleIds);
  const validSeqs = new Map(rows.map((row, index) => [articleIds[index], row?.blocks?.seq]));
  const stale = keys.filter(([articleId, seq]) => validSeqs.get(articleId) !== seq);
  if (stale.length > 0) await blocks.bulkDelete(stale);
}

/**
 * Names no blocks any more, of any article: the rows are read until blocks are made anew. For when a record was not as
 * memory had it, which blocks that are wrong would bring about.
 */
export async function forgetBlocks({ counts }: Database): Promise<void> {
  await counts
    .filter(({ blocks }) => blocks !== undefined)
    .modify(({ blocks: _blocks, ...rest }, held) => {
      held.value = rest;
    });
}
