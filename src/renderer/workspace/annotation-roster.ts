import { type Annotation, type ClaimStatus, extentOf } from '../../core/annotation/annotation';
import { mentionKey } from '../../core/annotation/mention';
import type { RecordChange } from '../../core/change';
import type { AnnotationId, ArticleId } from '../../core/ids';
import { splitsSurrogatePair } from '../../core/text/span';
import { Follower } from '../storage/follower';
import type { Queries } from '../storage/queries';
import type { Store } from '../storage/store';
import { type StoreError, storeErrorOf } from '../storage/store-error';

/** What was said of the words beyond their kind: the name, the status, or the date in EDTF; null where nothing was. */
type RosterValue =
  | { readonly kind: 'enterprise'; readonly value: string | null }
  | { readonly kind: 'claim'; readonly value: ClaimStatus }
  | { readonly kind: 'date'; readonly value: string | null };

/** An annotation as a table of many shows it, without its context. */
export type RosterRow = RosterValue & {
  readonly id: AnnotationId;
  readonly articleId: ArticleId;
  /** The words on one line, cut to 200 UTF-16 units. */
  readonly words: string;
  readonly coder: string;
  /** Where the first fragment starts, in UTF-16 units. */
  readonly start: number;
  /** Where the last fragment ends. */
  readonly end: number;
  readonly fragmentCount: number;
  /** `mentionKey` where there are several fragments: start and end do not tell it then. */
  readonly mention?: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly updatedAt: string;
  readonly hasNote: boolean;
};

/** How far the reading of a roster has got. */
export type RosterState =
  /** `loaded`: how many annotations were read so far. */
  | { readonly state: 'loading'; readonly loaded: number }
  | { readonly state: 'complete' }
  | { readonly state: 'failed'; readonly error: StoreError };

/** What a roster is made over. */
export interface RosterSource {
  /** The article whose annotations it holds; null for those of all articles. */
  readonly articleId: ArticleId | null;
  readonly store: Store;
  readonly queries: Queries;
}

const longestWords = 200;

type AnnotationChange = Extract<RecordChange, { table: 'annotations' }>;

/**
 * All annotations of one article or of the whole project as light rows in memory. They are read page by page, and the
 * roster follows the store: every act that was written is taken over, so that after an edit nothing is read again.
 */
export class AnnotationRoster {
  readonly articleId: ArticleId | null;
  readonly #rows = new Map<AnnotationId, RosterRow>();
  readonly #listeners = new Set<() => void>();
  readonly #follower: Follower<AnnotationChange>;
  /** The rows as a list, made when it is asked for. */
  #list: readonly RosterRow[] | null = null;
  #state: RosterState = { state: 'loading', loaded: 0 };
  #closed = false;
  #version = 0;

  /** A roster without rows: they arrive page by page from now on. */
  constructor({ articleId, store, queries }: RosterSource) {
    this.articleId = articleId;
    this.#follower = new Follower({
      store,
      isOwn: (record): record is AnnotationChange =>
        record.table === 'annotations' &&
        (articleId === null || (record.after ?? record.before)?.articleId === articleId),
    });
    this.#follower.begin((changes) => this.#take(changes));
    this.read = this.#read(
      articleId === null ? queries.allAnnotationPages() : queries.annotationPages(articleId),
    );
  }

  /** Settles when all pages have been read, when reading failed, and after `close`. It never rejects. */
  readonly read: Promise<void>;

  /** In no particular order; another list whenever one of them is another, and the same object for a row unchanged. */
  get rows(): readonly RosterRow[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }

  get state(): RosterState {
    return this.#state;
  }

  /** Rises whenever `rows` or `state` is another. */
  get version(): number {
    return this.#version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Stops reading and following. */
  close(): void {
    this.#closed = true;
    this.#follower.close();
    this.#listeners.clear();
  }

  async #read(pages: AsyncGenerator<readonly Annotation[]>): Promise<void> {
    const read = this.#follower.beginRead();
    try {
      let loaded = 0;
      for await (const page of pages) {
        if (this.#closed) return;
        loaded += page.length;
        for (const annotation of read.fresh(page)) this.#rows.set(annotation.id, rowOf(annotation));
        this.#publish({ state: 'loading', loaded });
      }
      this.#publish({ state: 'complete' });
    } catch (thrown) {
      this.#publish({ state: 'failed', error: storeErrorOf(thrown) });
    } finally {
      read.end();
    }
  }

  #take(changes: readonly AnnotationChange[]): void {
    for (const { id, after } of changes)
      if (after) this.#rows.set(id, rowOf(after));
      else this.#rows.delete(id);
    this.#publish(this.#state);
  }

  #publish(state: RosterState): void {
    this.#list = null;
    this.#state = state;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** The row that shows `annotation`. */
export function rowOf(annotation: Annotation): RosterRow {
  const { id, articleId, fragments, quote, provenance, updatedAt, note } = annotation;
  return {
    ...valueOf(annotation),
    id,
    articleId,
    words: onOneLine(quote.exact),
    coder: provenance.coder,
    ...extentOf(annotation),
    fragmentCount: fragments.length,
    ...(fragments.length > 1 && { mention: mentionKey(annotation) }),
    updatedAt,
    hasNote: note !== undefined && note !== '',
  };
}

function valueOf({ body }: Annotation): RosterValue {
  switch (body.kind) {
    case 'enterprise':
      return { kind: body.kind, value: body.name ?? null };
    case 'claim':
      return { kind: body.kind, value: body.status };
    case 'date':
      return { kind: body.kind, value: body.edtf ?? null };
  }
}

function onOneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  if (line.length <= longestWords) return line;
  const end = splitsSurrogatePair(line, longestWords - 1) ? longestWords - 2 : longestWords - 1;
  return `${line.slice(0, end)}…`;
}
