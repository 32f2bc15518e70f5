import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { compareAnnotations } from '../../../../src/core/annotation/annotation-index';
import type { Article } from '../../../../src/core/article';
import type { ArticleId } from '../../../../src/core/ids';
import { sameValue } from '../../../../src/core/same-value';
import type { Database } from '../../../../src/renderer/storage/db';
import { queriesOver } from '../../../../src/renderer/storage/queries';
import type { Store } from '../../../../src/renderer/storage/store';
import { AnnotationRoster, rowOf } from '../../../../src/renderer/workspace/annotation-roster';
import { Library } from '../../../../src/renderer/workspace/library';
import { OpenArticle } from '../../../../src/renderer/workspace/open-article';
import { annotationsIn } from '../../../support/stored-records';
import { listedBy } from '../listed-by';
import type { GatedReads } from './gates';
import type { Past, States } from './past';

/** A follower at work. */
export interface Watched {
  /** Throws when a record has gone back to an earlier state. */
  readonly look: () => void;
  /** Settles when all is read. */
  readonly read: Promise<unknown>;
  /** Holds what is in memory against what is stored. */
  readonly check: (database: Database) => Promise<void>;
  readonly close: () => void;
}

/** What is followed. */
export interface Followed {
  readonly store: Store;
  readonly reads: GatedReads;
  readonly past: Past;
}

type Shown = Annotation | Article | null;

/**
 * Looks at records of which each may only go forward in its past, from where it was when this began. One that is not in
 * memory may still have to be read.
 */
function forward<Seen>(
  states: States,
  seenOf: (state: Shown) => Seen | null,
): (id: string, seen: Seen | null) => void {
  const reached = new Map([...states].map(([id, past]) => [id, past.length - 1]));
  return (id, seen) => {
    const past = states.get(id) ?? [null];
    const from = reached.get(id) ?? 0;
    const at = past.findIndex((state, place) => place >= from && sameValue(seenOf(state), seen));
    if (at >= 0) reached.set(id, at);
    else if (seen !== null)
      throw new Error(
        `${id} was at ${from} of ${JSON.stringify(past.map(seenOf))} and is ${JSON.stringify(seen)}`,
      );
  };
}

/** Keeps the first fault that `look` finds, since whoever tells of a change is no one to be told of it. */
class Lookout {
  readonly #look: () => void;
  #fault: unknown = null;

  constructor(look: () => void) {
    this.#look = look;
  }

  readonly see = (): void => {
    try {
      this.#look();
    } catch (fault) {
      this.#fault ??= fault;
    }
  };

  /** Looks once more, and throws the first fault there was. */
  readonly tell = (): void => {
    this.see();
    if (this.#fault !== null) throw this.#fault;
  };
}

/** A roster of all annotations. */
export function watchRoster({ store, reads, past }: Followed): Watched {
  const step = forward(past.written, (state) =>
    state && 'fragments' in state ? rowOf(state) : null,
  );
  const roster = new AnnotationRoster({ articleId: null, store, queries: reads.queries });
  const lookout = new Lookout(() => {
    for (const row of roster.rows) step(row.id, row);
  });
  roster.subscribe(lookout.see);
  return {
    look: lookout.tell,
    read: roster.read,
    check: async (database) => {
      expect(roster.state).toEqual({ state: 'complete' });
      expect(roster.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        (await annotationsIn(database)).map(rowOf),
      );
    },
    close: () => roster.close(),
  };
}

/** The library. */
export function watchLibrary({ store, reads, past }: Followed): Watched {
  const step = forward<Shown>(past.written, (state) => state);
  const library = new Library({ store, stored: reads.library });
  const lookout = new Lookout(() => {
    for (const article of library.articles) {
      step(article.id, article);
      for (const count of Object.values(library.countsOf(article.id) ?? {}))
        expect(count).toBeGreaterThanOrEqual(0);
    }
  });
  library.subscribe(lookout.see);
  return {
    look: lookout.tell,
    read: library.read(),
    check: async (database) => {
      expect(library.failure).toBeNull();
      expect(listedBy(library)).toEqual(await queriesOver(database).listArticles());
    },
    close: () => library.close(),
  };
}

/** An article that is opened and read to its end. */
export function watchArticle({ store, reads, past }: Followed, id: ArticleId): Watched | null {
  const article = past.article(id);
  if (!article) return null;
  const step = forward<Shown>(past.shown, (state) => state);
  const began = past.written.get(id)?.length ?? 0;
  let open: OpenArticle | null = null;
  let isClosed = false;
  const lookout = new Lookout(() => {
    for (const annotation of open?.index.ordered ?? []) step(annotation.id, annotation);
  });
  const openAndRead = async (): Promise<void> => {
    open = await OpenArticle.open(article, 0, { store, queries: reads.queries });
    // It is none only if it was taken away meanwhile.
    if (!open) expect(past.written.get(id)?.slice(began)).toContain(null);
    if (isClosed) open?.close();
    lookout.see();
    open?.subscribe(lookout.see);
    open?.readRest();
    await open?.loaded;
  };
  return {
    look: lookout.tell,
    read: openAndRead(),
    check: async (database) => {
      if (!open || open.isGone) return;
      const stored = (await annotationsIn(database)).filter(({ articleId }) => articleId === id);
      expect(open.index.ordered).toEqual(stored.toSorted(compareAnnotations));
    },
    close: () => {
      isClosed = true;
      open?.close();
    },
  };
}
