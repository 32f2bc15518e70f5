import type { Annotation } from '../../core/annotation/annotation';
import { type Article, compareArticles } from '../../core/article';
import type { RecordChange } from '../../core/change';
import { type KindCounts, noCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import { Follower } from '../storage/follower';
import type { LibraryContent } from '../storage/library-copy';
import type { Store } from '../storage/store';
import type { StoredLibrary } from '../storage/stored-library';
import { replaceInOrder } from './articles-in-order';

/** What a library is made over. */
export interface LibrarySource {
  readonly store: Store;
  /** Reads what is stored; called once. */
  readonly stored: () => Promise<StoredLibrary>;
}

/**
 * All articles of the project in memory, with how many annotations each has. It follows the store: every act that was
 * written is taken over, so that after an edit nothing is read again.
 */
export class Library {
  readonly #source: LibrarySource;
  readonly #byId = new Map<ArticleId, Article>();
  /** Also of articles that are still to come, when an import brings their annotations first. */
  readonly #counts = new Map<ArticleId, KindCounts>();
  readonly #listeners = new Set<() => void>();
  #articles: readonly Article[] = [];
  #reading: Promise<void> | null = null;
  #follower: Follower<RecordChange> | null = null;
  #isWhole = false;
  #isFromCopy = false;
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

  /** Whether it was read from the copy in the store, and not row by row; false before all is read. */
  get isFromCopy(): boolean {
    return this.#isFromCopy;
  }

  /** What reading failed with; null unless it did. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The article with this id as it is stored; undefined when there is none, or before all are read. */
  article(id: ArticleId): Article | undefined {
    return this.#byId.get(id);
  }

  /** How many annotations an article has; another object whenever it is another number. Undefined before all is read. */
  countsOf(id: ArticleId): KindCounts | undefined {
    return this.#isWhole ? (this.#counts.get(id) ?? noCounts) : undefined;
  }

  /** All that is here, as it is now; null before all is read. */
  get content(): LibraryContent | null {
    return this.#isWhole ? { articles: this.#articles, counts: this.#counts } : null;
  }

  /** How many annotations one article has, or all together for null. */
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
    this.#follower?.close();
    this.#listeners.clear();
  }

  async #read(): Promise<void> {
    if (this.#isClosed) return;
    const { store, stored } = this.#source;
    const follower = new Follower({ store, isOwn: (_record): _record is RecordChange => true });
    this.#follower = follower;
    try {
      const read = await stored();
      if (this.#isClosed) return;
      for (const article of read.articles) this.#byId.set(article.id, article);
      for (const [articleId, held] of read.counts) this.#counts.set(articleId, held);
      this.#articles = read.articles.toSorted(compareArticles);
      this.#isWhole = true;
      this.#isFromCopy = read.isCopy;
      // Numbers go up and down with each act, so that none may be taken over twice.
      follower.begin((changes) => this.#take(changes), read);
    } catch (thrown) {
      follower.close();
      this.#failure = thrown;
    }
    this.#publish();
  }

  #take(changes: readonly RecordChange[]): void {
    const articles = new Map<ArticleId, Article | null>();
    let isCounted = false;
    for (const record of changes)
      if (record.table === 'articles') articles.set(record.id, record.after);
      else if (changesCounts(record)) {
        this.#count(record.before, -1);
        this.#count(record.after, 1);
        isCounted = true;
      }
    if (articles.size > 0) this.#replace(articles);
    if (isCounted || articles.size > 0) this.#publish();
  }

  #replace(articles: ReadonlyMap<ArticleId, Article | null>): void {
    const gone: Article[] = [];
    const come: Article[] = [];
    for (const [id, after] of articles) {
      const before = this.#byId.get(id);
      if (before) gone.push(before);
      if (after) come.push(after);
      if (after) this.#byId.set(id, after);
      else this.#byId.delete(id);
    }
    this.#articles = replaceInOrder(this.#articles, gone, come);
  }

  #count(annotation: Annotation | null, by: 1 | -1): void {
    if (!annotation) return;
    const { articleId, body } = annotation;
    const before = this.#counts.get(articleId) ?? noCounts;
    const after = { ...before, [body.kind]: before[body.kind] + by };
    this.#counts.set(articleId, after);
    if (sumOf(before) === 0 || sumOf(after) === 0) this.#statusVersion += 1;
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether an annotation comes, goes, or is counted elsewhere: most edits change none of it. */
function changesCounts({ before, after }: Extract<RecordChange, { table: 'annotations' }>) {
  return before?.articleId !== after?.articleId || before?.body.kind !== after?.body.kind;
}

function sumOf({ enterprise, claim, date }: KindCounts): number {
  return enterprise + claim + date;
}
