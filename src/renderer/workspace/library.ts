import { annotationKinds } from '../../core/annotation/annotation';
import { type Article, compareArticles } from '../../core/article';
import type { RecordChange } from '../../core/change';
import { type KindCounts, noCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import type { Counted } from '../storage/apply-change';
import { Follower } from '../storage/follower';
import type { Store } from '../storage/store';
import type { ListedArticle } from '../storage/stored-library';
import { replaceInOrder } from './articles-in-order';

/** What a library is made over. */
export interface LibrarySource {
  readonly store: Store;
  /** Reads what is stored; called once. */
  readonly stored: () => Promise<readonly ListedArticle[]>;
}

type ArticleChange = Extract<RecordChange, { table: 'articles' }>;

/**
 * All articles of the project in memory, with how many mentions each has. It follows the store: every act that was
 * written is taken over, so that after an edit nothing is read again.
 */
export class Library {
  readonly #source: LibrarySource;
  readonly #byId = new Map<ArticleId, Article>();
  readonly #counts = new Map<ArticleId, KindCounts>();
  readonly #listeners = new Set<() => void>();
  #articles: readonly Article[] = [];
  #reading: Promise<void> | null = null;
  #stopFollowing: () => void = () => undefined;
  #isWhole = false;
  #isClosed = false;
  #failure: unknown = null;
  #version = 0;
  #statusVersion = 0;
  #total: { readonly version: number; readonly annotations: number } | null = null;

  /** A library without articles: nothing is read before `read` is called. */
  constructor(source: LibrarySource) {
    this.#source = source;
  }

  /** Reads all articles, once. It settles when they are there, when reading failed, and after `close`; it never rejects. */
  read(): Promise<void> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** In the order of `compareArticles`; another list whenever an article is another, and none before all are read. */
  get articles(): readonly Article[] {
    return this.#articles;
  }

  /** Whether all articles are here. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** What reading failed with; null unless it did. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The article with this id as it is stored; undefined when there is none, or before all are read. */
  article(id: ArticleId): Article | undefined {
    return this.#byId.get(id);
  }

  /** How many mentions an article has; another object whenever it is another number. Undefined before all is read. */
  countsOf(id: ArticleId): KindCounts | undefined {
    return this.#isWhole ? (this.#counts.get(id) ?? noCounts) : undefined;
  }

  /** How many mentions one article has, or all together for null. */
  annotationCount(id: ArticleId | null): number {
    if (id !== null) return sumOf(this.countsOf(id) ?? noCounts);
    if (this.#total?.version !== this.#version) {
      let annotations = 0;
      for (const article of this.#articles) annotations += this.annotationCount(article.id);
      this.#total = { version: this.#version, annotations };
    }
    return this.#total.annotations;
  }

  /** Rises whenever anything here is another. */
  get version(): number {
    return this.#version;
  }

  /** Rises whenever an article gets its first annotation or loses its last: its status may be another then. */
  get statusVersion(): number {
    return this.#statusVersion;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the store no longer. */
  close(): void {
    this.#isClosed = true;
    this.#stopFollowing();
    this.#listeners.clear();
  }

  async #read(): Promise<void> {
    if (this.#isClosed) return;
    const { store, stored } = this.#source;
    const follower = new Follower({
      store,
      isOwn: (record): record is ArticleChange => record.table === 'articles',
    });
    const stopCounting = store.onCounted((counts) => this.#count(counts));
    this.#stopFollowing = () => {
      follower.close();
      stopCounting();
    };
    const read = follower.beginRead();
    try {
      const listed = await stored();
      if (this.#isClosed) return;
      const fresh = new Set(read.fresh(listed.map(({ article }) => article)));
      for (const { article, counts } of listed) {
        if (fresh.has(article)) this.#byId.set(article.id, article);
        // What an act has counted meanwhile is newer.
        if (!this.#counts.has(article.id)) this.#counts.set(article.id, counts);
      }
      this.#articles = [...this.#byId.values()].toSorted(compareArticles);
      this.#isWhole = true;
      follower.begin((changes) => this.#take(changes));
    } catch (thrown) {
      this.#stopFollowing();
      this.#failure = thrown;
    } finally {
      read.end();
    }
    this.#publish();
  }

  #take(changes: readonly ArticleChange[]): void {
    this.#replace(new Map(changes.map(({ id, after }) => [id, after])));
    this.#publish();
  }

  #replace(articles: ReadonlyMap<ArticleId, Article | null>): void {
    const gone: Article[] = [];
    const come: Article[] = [];
    for (const [id, after] of articles) {
      const before = this.#byId.get(id);
      if (before) gone.push(before);
      if (after) come.push(after);
      if (after) this.#byId.set(id, after);
      else {
        this.#byId.delete(id);
        this.#counts.delete(id);
      }
    }
    this.#articles = replaceInOrder(this.#articles, gone, come);
  }

  #count(counts: Counted): void {
    let isOther = false;
    for (const [id, after] of counts) {
      const before = this.#counts.get(id) ?? noCounts;
      if (annotationKinds.every((kind) => before[kind] === after[kind])) continue;
      const { enterprise, claim, date } = after;
      this.#counts.set(id, { enterprise, claim, date });
      if (sumOf(before) === 0 || sumOf(after) === 0) this.#statusVersion += 1;
      isOther = true;
    }
    if (isOther && this.#isWhole) this.#publish();
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function sumOf({ enterprise, claim, date }: KindCounts): number {
  return enterprise + claim + date;
}
