import type { Annotation } from '../../core/annotation/annotation';
import { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { Article } from '../../core/article';
import type { Change, ChangeEntry, RecordChange } from '../../core/change';
import type { AnnotationId } from '../../core/ids';
import { type Layout, layOut } from '../../core/text/layout';
import type { Queries } from '../storage/queries';
import type { Store } from '../storage/store';
import { afterDrawing } from './after-drawing';

/** How long annotations that were read may wait to be taken in, in milliseconds: each time all lists are made anew. */
const longestWait = 250;

/** How many annotations are read at a time: the person is at work meanwhile, and an edit waits behind a whole page. */
const pageSize = 2_000;

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
  readonly #stopFollowing: readonly (() => void)[];
  /** Records changed while the annotations are still being read; what is read must not put an older state over them. */
  readonly #changed = new Set<AnnotationId>();
  /** How many acts that are not written yet have changed an annotation; the index has what the last of them leaves. */
  readonly #pending = new Map<AnnotationId, number>();
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

  private constructor(article: Article, text: string, { store, queries }: ArticleSource) {
    this.id = article.id;
    this.text = text;
    this.layout = layOut(text);
    this.#stopFollowing = [
      store.onApplied((entries) => this.#follow(entries)),
      store.onPending({
        onPending: (change) => this.#show(change),
        onWithdrawn: (change) => void this.#withdraw(change, queries),
      }),
    ];
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
    const meanwhile: ChangeEntry[] = [];
    const stopNoting = store.onApplied((entries) => meanwhile.push(...entries));
    try {
      const [text, near] = await Promise.all([
        queries.text(article.textHash),
        Promise.resolve(offset).then((place) => queries.annotationsNear(article.id, place)),
      ]);
      if (isGone(article.id, meanwhile)) return null;
      if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
      const open = new OpenArticle(article, text, { store, queries });
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
    for (const stop of this.#stopFollowing) stop();
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

  /** Takes over what was written, unless it is there already, perhaps with later edits that are not written yet. */
  #follow(entries: readonly ChangeEntry[]): void {
    const fresh: AnnotationChange[] = [];
    for (const { change } of entries)
      for (const record of this.#ownOf(change)) if (!this.#settle(record.id)) fresh.push(record);
    this.#take(fresh);
  }

  /** Shows what is about to be written. */
  #show(change: Change): void {
    const records = this.#ownOf(change);
    for (const { id } of records) this.#pending.set(id, (this.#pending.get(id) ?? 0) + 1);
    this.#take(records);
  }

  /** Shows what is stored in the place of what was given up. */
  async #withdraw(change: Change, queries: Queries): Promise<void> {
    for (const record of this.#ownOf(change)) {
      this.#settle(record.id);
      const after = await queries.annotation(record.id);
      if (!this.#pending.has(record.id)) this.#take([{ ...record, after }]);
    }
  }

  /** Whether an act that was pending for this annotation has come to its end. */
  #settle(id: AnnotationId): boolean {
    const left = this.#pending.get(id);
    if (left === undefined) return false;
    if (left > 1) this.#pending.set(id, left - 1);
    else this.#pending.delete(id);
    return true;
  }

  #ownOf({ records }: Change): readonly AnnotationChange[] {
    return records.filter(
      (record): record is AnnotationChange =>
        record.table === 'annotations' && (record.after ?? record.before)?.articleId === this.id,
    );
  }

  #take(records: readonly AnnotationChange[]): void {
    if (records.length === 0) return;
    for (const { id } of records) this.#changed.add(id);
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

/** Whether the article is not there after all these entries, of which some may be about it. */
function isGone(id: Article['id'], entries: readonly ChangeEntry[]): boolean {
  const records = entries.flatMap(({ change }) => change.records);
  return records.findLast((record) => record.id === id)?.after === null;
}
