import type { Annotation } from '../../core/annotation/annotation';
import { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { Article } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import { type Layout, layOut } from '../../core/text/layout';
import type { Queries } from '../storage/queries';
import type { Store } from '../storage/store';
import { afterDrawing } from './after-drawing';

/** How long annotations that were read may wait to be taken in, in milliseconds: each time all lists are made anew. */
const longestWait = 250;

/** How many annotations are read at a time: the person is at work meanwhile, and an edit waits behind a whole page. */
const pageSize = 2_000;

/** What an article is opened from. */
export interface ArticleSource {
  readonly store: Store;
  readonly queries: Queries;
}

/**
 * The article being read, with its text and all its annotations in memory. It follows the store: every act that was
 * written is taken over, so that after an edit nothing is read again.
 */
export class OpenArticle {
  readonly id: Article['id'];
  readonly text: string;
  readonly layout: Layout;
  readonly index = new AnnotationIndex();
  readonly #listeners = new Set<() => void>();
  readonly #stopFollowing: () => void;
  /** Records changed while the annotations are still being read; what is read must not put an older state over them. */
  readonly #changed = new Set<string>();
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

  private constructor(article: Article, text: string, store: Store) {
    this.id = article.id;
    this.text = text;
    this.layout = layOut(text);
    this.#stopFollowing = store.onApplied((entries) => this.#follow(entries));
  }

  /**
   * Opens `article` with the annotations around `offset`, where reading begins; the others are read once `readRest` is
   * called. Throws when its text is not stored.
   */
  static async open(
    article: Article,
    offset: number,
    { store, queries }: ArticleSource,
  ): Promise<OpenArticle> {
    const meanwhile: ChangeEntry[] = [];
    const stopNoting = store.onApplied((entries) => meanwhile.push(...entries));
    try {
      const [text, near] = await Promise.all([
        queries.text(article.textHash),
        queries.annotationsNear(article.id, offset),
      ]);
      if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
      const open = new OpenArticle(article, text, store);
      open.#load(near.annotations);
      open.#follow(meanwhile);
      open.#isWhole = near.isAll;
      if (!near.isAll) open.#waitForRest(queries);
      return open;
    } finally {
      stopNoting();
    }
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
    this.#stopFollowing();
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
    let waiting: Annotation[] = [];
    let since = performance.now();
    // Each page comes in a turn of its own, so the window has its turns in between.
    for await (const page of queries.annotationPages(this.id, pageSize)) {
      await this.#untilTurn();
      waiting = waiting.concat(page);
      if (performance.now() - since < longestWait) continue;
      this.#load(waiting);
      waiting = [];
      since = performance.now();
    }
    this.#isWhole = true;
    this.#load(waiting);
  }

  async #untilTurn(): Promise<void> {
    await this.#resting;
    if (this.#isClosed) await this.#wanted;
  }

  /** Takes in what was read; what is there is as new or newer. */
  #load(read: readonly Annotation[]): void {
    this.index.load(read.filter(({ id }) => !this.#changed.has(id) && !this.index.get(id)));
    this.#publish();
  }

  #follow(entries: readonly ChangeEntry[]): void {
    let touched = false;
    for (const { change } of entries)
      for (const record of change.records) {
        if (record.table !== 'annotations') continue;
        if ((record.after ?? record.before)?.articleId !== this.id) continue;
        this.#changed.add(record.id);
        if (record.after) this.index.set(record.after);
        else this.index.delete(record.id);
        touched = true;
      }
    if (touched) this.#publish();
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
