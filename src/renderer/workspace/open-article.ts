import type { Annotation } from '../../core/annotation/annotation';
import { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { Article } from '../../core/article';
import type { RecordChange } from '../../core/change';
import { type Layout, layOut } from '../../core/text/layout';
import { Follower, type Read } from '../storage/follower';
import type { Queries } from '../storage/queries';
import type { Store } from '../storage/store';
import { afterDrawing } from './after-drawing';

/** How long annotations that were read may wait to be taken in, in milliseconds: each time all lists are made anew. */
const longestWait = 250;

/** How many annotations are read at a time: the person is at work meanwhile, and an edit waits behind a whole page. */
const pageSize = 2_000;

type ArticleChange = Extract<RecordChange, { table: 'articles' }>;
type AnnotationChange = Extract<RecordChange, { table: 'annotations' }>;

/** What an article is opened from. */
export interface ArticleSource {
  readonly store: Store;
  readonly queries: Queries;
}

/** So many changes at once are cheaper to take in together than one by one. */
const manyChanges = 32;

/**
 * The article being read, with its text and all its annotations in memory. It follows the store: every act is taken over
 * as soon as it is known what it will write, so that after an edit nothing is read again and nothing waits for the disk.
 */
export class OpenArticle {
  readonly id: Article['id'];
  readonly text: string;
  readonly layout: Layout;
  readonly index = new AnnotationIndex();
  readonly #listeners = new Set<() => void>();
  readonly #followers: Followers;
  #loaded: Promise<void> = Promise.resolve();
  #begin: () => void = () => undefined;
  #want: () => void = () => undefined;
  /** Settles once someone has asked when all is loaded. */
  readonly #wanted = new Promise<void>((settle) => {
    this.#want = settle;
  });
  /** Settles when reading may go on. */
  #resting: Promise<void> = Promise.resolve();
  #isClosed = false;
  #version = 0;
  #isWhole = false;
  #isGone = false;

  private constructor(article: Article, text: string, followers: Followers) {
    this.id = article.id;
    this.text = text;
    this.layout = layOut(text);
    this.#followers = followers;
    followers.article.begin((changes) => {
      this.#isGone = changes.at(-1)?.after === null;
    });
    followers.annotations.begin((changes) => this.#take(changes));
  }

  /**
   * Opens `article` with the annotations around `offset`, where reading begins; the others are read once `readRest` is
   * called. Null when an act takes the article away meanwhile. Throws when its text is not stored.
   */
  static async open(
    article: Article,
    offset: number | Promise<number>,
    { store, queries }: ArticleSource,
  ): Promise<OpenArticle | null> {
    const followers = followersOf(article, { store, queries });
    const read = followers.annotations.beginRead();
    try {
      const [text, near] = await Promise.all([
        queries.text(article.textHash),
        Promise.resolve(offset).then((place) => queries.annotationsNear(article.id, place)),
      ]);
      if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
      const open = new OpenArticle(article, text, followers);
      if (open.isGone) {
        open.close();
        return null;
      }
      open.#load(read, near.annotations);
      open.#isWhole = near.isAll;
      if (!near.isAll) open.#waitForRest(queries);
      return open;
    } catch (thrown) {
      closeAll(followers);
      throw thrown;
    } finally {
      read.end();
    }
  }

  /** Whether an act has taken the article away. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Whether every annotation is in the index. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Settles when every annotation is in the index. */
  get loaded(): Promise<void> {
    this.#want();
    return this.#loaded;
  }

  /** Lets the annotations that are not there yet be read, when there are any: call it once the article is shown. */
  readRest(): void {
    this.#begin();
  }

  /** Reads no further until the result is called: what the store is asked for meanwhile need not wait behind it. */
  rest(): () => void {
    let settleRest: (() => void) | null = null;
    this.#resting = new Promise((settle) => {
      settleRest = settle;
    });
    return () => settleRest?.();
  }

  /** Rises whenever the index holds something else. */
  get version(): number {
    return this.#version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the store no longer, and reads no more, unless someone waits until all is loaded. */
  close(): void {
    this.#isClosed = true;
    closeAll(this.#followers);
    this.#listeners.clear();
  }

  #waitForRest(queries: Queries): void {
    const called = new Promise<void>((settle) => {
      this.#begin = settle;
    });
    this.#loaded = called.then(() => this.#loadRest(queries));
  }

  async #loadRest(queries: Queries): Promise<void> {
    await afterDrawing();
    await this.#untilTurn();
    const read = this.#followers.annotations.beginRead();
    let waiting: Annotation[] = [];
    let since = performance.now();
    // Each page comes in a turn of its own, so the window has its turns in between.
    for await (const page of queries.annotationPages(this.id, pageSize)) {
      await this.#untilTurn();
      waiting = waiting.concat(page);
      if (performance.now() - since < longestWait) continue;
      this.#load(read, waiting);
      waiting = [];
      since = performance.now();
    }
    this.#isWhole = true;
    this.#load(read, waiting);
    read.end();
  }

  async #untilTurn(): Promise<void> {
    await this.#resting;
    if (this.#isClosed) await this.#wanted;
  }

  /** Takes in what was read; what is there is as new or newer. */
  #load(read: Read, annotations: readonly Annotation[]): void {
    this.index.load(read.fresh(annotations).filter(({ id }) => !this.index.get(id)));
    this.#publish();
  }

  #take(records: readonly AnnotationChange[]): void {
    if (records.length < manyChanges)
      for (const { id, after } of records)
        if (after) this.index.set(after);
        else this.index.delete(id);
    else {
      // Of several changes of one annotation the last one counts.
      const last = new Map(records.map(({ id, after }) => [id, after]));
      this.index.drop(last.keys());
      this.index.load([...last.values()].filter((after) => after !== null));
    }
    this.#publish();
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** What an open article follows. */
interface Followers {
  /** Its own record: whether it is still there. */
  readonly article: Follower<ArticleChange>;
  readonly annotations: Follower<AnnotationChange>;
}

function followersOf({ id }: Article, { store, queries }: ArticleSource): Followers {
  return {
    article: new Follower({
      store,
      isOwn: (record): record is ArticleChange => record.id === id,
    }),
    annotations: new Follower({
      store,
      isOwn: (record): record is AnnotationChange =>
        record.table === 'annotations' && (record.after ?? record.before)?.articleId === id,
      stored: (ids) => queries.annotations(ids),
    }),
  };
}

function closeAll({ article, annotations }: Followers): void {
  article.close();
  annotations.close();
}
