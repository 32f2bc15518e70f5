import { removeStaleBlocks, writeBlocks } from '../storage/block-writer';
import type { Database } from '../storage/db';
import { lastSeq } from '../storage/journal-source';
import type { Store } from '../storage/store';
import type { OpenArticle } from './open-article';
import type { ScreenStore } from './screen';
import { type After, doNothing, type Keeping, watchStillness } from './stillness';

/** An article with fewer annotations is read fast enough row by row. */
const fewest = 2_000;

/** When more annotations than these were touched since blocks were made, they are made anew. */
const mostTouched = 200;

/** How long the page is left alone between two blocks, in milliseconds. */
const pause = 40;

/** What blocks are kept with. */
export interface BlockKeeping {
  readonly database: Database;
  readonly store: Store;
  readonly after: After;
}

/**
 * Keeps the annotations of long articles in blocks as well, from which they are read faster: those of the article that
 * is shown, whenever neither it nor the store has changed for five seconds.
 */
export function keepBlocksOfShown(screen: ScreenStore, keeping: BlockKeeping): Keeping {
  let shown: OpenArticle | null = null;
  let stopWatching = doNothing;
  let working: Promise<void> | null = null;
  const work = async (article: OpenArticle): Promise<void> => {
    const { version } = article;
    const isStill = (): boolean => shown === article && article.version === version;
    try {
      await keepBlocks(article, keeping, isStill);
    } catch {
      // Without blocks an article is read by rows; what cannot be written here a person hears of at the next edit.
    }
    working = null;
  };
  const watch = (article: OpenArticle): (() => void) =>
    watchStillness([article, keeping.store], keeping.after, () => {
      if (working) return false;
      working = work(article);
      return true;
    });
  const follow = ({ article }: { readonly article: OpenArticle | null }): void => {
    if (article === shown) return;
    stopWatching();
    shown = article;
    stopWatching = article ? watch(article) : doNothing;
  };
  const stopFollowing = screen.subscribe(follow);
  follow(screen.getState());
  return {
    stop: () => {
      stopFollowing();
      follow({ article: null });
    },
    idle: async () => {
      await working;
    },
  };
}

/** Writes the blocks of `article` where they are wanted, if what is in memory is what is stored; else it tidies up. */
async function keepBlocks(
  article: OpenArticle,
  { database, store, after }: BlockKeeping,
  isStill: () => boolean,
): Promise<void> {
  const isStored = (): boolean => isStill() && store.state.status.state === 'saved';
  if (!(await wantsBlocks(article, database)) || !isStored()) {
    await removeStaleBlocks(database);
    return;
  }
  // Nothing was on its way before and nothing after: what is in memory is what was stored then.
  const seq = await lastSeq(database);
  if (!isStored()) return;
  await writeBlocks(database, {
    articleId: article.id,
    annotations: [...article.index.ordered],
    seq,
    turn: () => new Promise((settle) => after(pause, settle)),
  });
}

async function wantsBlocks(
  { id, isWhole, index }: OpenArticle,
  { counts }: Database,
): Promise<boolean> {
  if (!isWhole || index.ordered.length < fewest) return false;
  const blocks = (await counts.get(id))?.blocks;
  return !blocks || blocks.touched.length > mostTouched;
}
