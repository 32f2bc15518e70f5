import type { Database } from '../../../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../../../src/renderer/storage/queries';
import { annotationsInParts } from '../../../../src/renderer/storage/read-annotations';
import { type ListedArticle, readLibrary } from '../../../../src/renderer/storage/stored-library';

/** How many annotations come at a time here: few, so that an article comes in several parts. */
const partSize = 3;

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
  readonly library: () => Promise<readonly ListedArticle[]>;
}

/** Reads of `database` through `gates`; an article is never whole at first, and comes in small parts. */
export function readsThrough(gates: Gates, database: Database): GatedReads {
  const queries = queriesOver(database);
  async function* through<One>(parts: AsyncGenerator<readonly One[]>) {
    for (;;) {
      const part = await gates.read(() => parts.next());
      if (part.done) return;
      for (let from = 0; from < part.value.length; from += partSize) {
        const few = part.value.slice(from, from + partSize);
        yield await gates.read(async () => few);
      }
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
          return { annotations: annotations.slice(0, partSize), isAll: false };
        }),
      annotationPages: (id) => through(queries.annotationPages(id)),
      allAnnotationPages: () => through(annotationsInParts(database, null)),
    },
    library: () => gates.read(() => readLibrary(database)),
  };
}
