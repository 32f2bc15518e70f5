import type { Database } from '../../../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../../../src/renderer/storage/queries';
import { recordPages } from '../../../../src/renderer/storage/record-rows';
import { readLibrary, type StoredLibrary } from '../../../../src/renderer/storage/stored-library';

/** How many annotations are read at a time here: few, so that an article is read in several pages. */
const pageSize = 3;

/** Whatever is asked of the store waits at a gate before it is asked, and the answer at another before it is given. */
export class Gates {
  readonly #waiting: (() => void)[] = [];
  #reads = 0;

  /** Opens one of the gates at which something waits, counted round. */
  open(number: number): void {
    if (this.#waiting.length === 0) return;
    const [letGo] = this.#waiting.splice(number % this.#waiting.length, 1);
    letGo?.();
  }

  /** Whether something is asked and not answered. */
  get isBusy(): boolean {
    return this.#reads > 0;
  }

  async read<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    this.#reads += 1;
    try {
      await this.#pass();
      const answer = await ask();
      await this.#pass();
      return answer;
    } finally {
      this.#reads -= 1;
    }
  }

  #pass(): Promise<void> {
    return new Promise((letGo) => this.#waiting.push(letGo));
  }
}

/** What followers read of a store, each read through the gates. */
export interface GatedReads {
  readonly queries: Queries;
  readonly library: () => Promise<StoredLibrary>;
}

/** Reads of `database` through `gates`; an article is never whole at first, and its pages are small. */
export function readsThrough(gates: Gates, database: Database): GatedReads {
  const queries = queriesOver(database);
  async function* through<Page>(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
    for (;;) {
      const page = await gates.read(() => pages.next());
      if (page.done) return;
      yield page.value;
    }
  }
  return {
    queries: {
      ...queries,
      text: (hash) => gates.read(() => queries.text(hash)),
      annotations: (ids) => gates.read(() => queries.annotations(ids)),
      annotationsNear: (id, offset) =>
        gates.read(async () => {
          const { annotations } = await queries.annotationsNear(id, offset);
          return { annotations: annotations.slice(0, pageSize), isAll: false };
        }),
      annotationPages: (id) => through(queries.annotationPages(id, pageSize)),
      allAnnotationPages: () => through(recordPages(database, 'annotations', pageSize)),
    },
    library: () => gates.read(() => readLibrary(database)),
  };
}
