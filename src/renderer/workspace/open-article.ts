import { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { Article } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import { type Layout, layOut } from '../../core/text/layout';
import type { Queries } from '../storage/queries';
import type { Store } from '../storage/store';

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
  #version = 0;

  private constructor(article: Article, text: string, store: Store) {
    this.id = article.id;
    this.text = text;
    this.layout = layOut(text);
    this.#stopFollowing = store.onApplied((entries) => this.#follow(entries));
  }

  /** Opens `article`; its annotations arrive page by page after this returns. Throws when its text is not stored. */
  static async open(article: Article, store: Store, queries: Queries): Promise<OpenArticle> {
    const text = await queries.text(article.textHash);
    if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
    const open = new OpenArticle(article, text, store);
    const pages = queries.annotationPages(article.id);
    const first = await pages.next();
    if (!first.done) open.#load(first.value);
    open.#loadRest(pages);
    return open;
  }

  /** Settles when every annotation is in the index. */
  loaded: Promise<void> = Promise.resolve();

  /** Rises whenever the index holds something else. */
  get version(): number {
    return this.#version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#stopFollowing();
    this.#listeners.clear();
  }

  #loadRest(pages: ReturnType<Queries['annotationPages']>): void {
    const load = async (): Promise<void> => {
      for await (const page of pages) this.#load(page);
    };
    this.loaded = load();
  }

  #load(page: Parameters<AnnotationIndex['load']>[0]): void {
    this.index.load(page.filter(({ id }) => !this.#changed.has(id)));
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
