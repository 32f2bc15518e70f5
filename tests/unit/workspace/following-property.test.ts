import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { annotate, deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import type { Change } from '../../../src/core/change';
import { makeId, type Sha256 } from '../../../src/core/ids';
import { type Database, openDatabase } from '../../../src/renderer/storage/db';
import { queriesOver } from '../../../src/renderer/storage/queries';
import { Store } from '../../../src/renderer/storage/store';
import { buildAnnotation, buildArticle } from '../../support/builders';
import { Gates, readsThrough } from './following/gates';
import { Past } from './following/past';
import { type Watched, watchArticle, watchLibrary, watchRoster } from './following/watched';

const runs = Number(process.env['DATELINE_PROPERTY_RUNS'] ?? 100);

/** Milliseconds in which a busy machine makes all runs, and as many again to find the smallest that fails. */
const patience = 60_000 + runs * 1_000;

/** Something that happens. Numbers choose among what is there, counted round. None but `turn` waits for another. */
type Event =
  | { readonly event: 'turn' | 'undo' | 'redo' | 'go-back' | 'fill-disk' | 'empty-disk' }
  /** So many gates are opened in turn, and reads go on. */
  | { readonly event: 'open-gates'; readonly number: number; readonly count: number }
  | {
      readonly event: 'follow';
      readonly what: 'article' | 'library' | 'roster';
      readonly number: number;
    }
  | { readonly event: 'stop'; readonly number: number }
  | { readonly event: 'bring' | 'remove'; readonly article: number }
  /** Acts of a person, shown at once; `isKnown` is whether they are, or wait for their turn. */
  | {
      readonly event: 'add';
      readonly article: number;
      readonly at: number;
      readonly isKnown: boolean;
    }
  | { readonly event: 'note' | 'delete'; readonly number: number; readonly isKnown: boolean }
  /** One of several annotations is not as the act says it was: it is given up. */
  | { readonly event: 'conflict'; readonly number: number; readonly size: number };

const some = fc.nat({ max: 20 });
/** Few, so that several acts meet at one record. */
const few = fc.nat({ max: 3 });
const article = fc.nat({ max: 1 });
const isKnown = fc.boolean();

function only<const Name extends string>(...names: readonly Name[]) {
  return fc.record({ event: fc.constantFrom(...names) });
}

function happening<const Name extends string, Fields extends object>(
  names: readonly Name[],
  fields: { readonly [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
): fc.Arbitrary<{ readonly event: Name } & Fields> {
  return fc
    .tuple(fc.constantFrom(...names), fc.record(fields))
    .map(([event, given]) => ({ event, ...(given as Fields) }));
}

const weighted: readonly (readonly [number, fc.Arbitrary<Event>])[] = [
  [4, only('turn')],
  [20, happening(['open-gates'], { number: some, count: fc.integer({ min: 1, max: 8 }) })],
  [
    6,
    happening(['follow'], {
      what: fc.constantFrom(...(['article', 'article', 'article', 'library', 'roster'] as const)),
      number: some,
    }),
  ],
  [1, happening(['stop'], { number: some })],
  [1, happening(['bring', 'remove'], { article })],
  [4, happening(['add'], { article, at: some, isKnown })],
  [10, happening(['note', 'delete'], { number: few, isKnown })],
  [8, happening(['note', 'delete'], { number: few, isKnown: fc.constant(true) })],
  [6, happening(['conflict'], { number: few, size: fc.integer({ min: 1, max: 3 }) })],
  [4, only('undo', 'redo')],
  [1, only('go-back')],
  [4, only('fill-disk')],
  [3, only('empty-disk')],
];

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  ...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const hash = 'c'.repeat(64) as Sha256;

/** A store at which things happen, and all that follow it. */
class Scene {
  readonly database: Database;
  readonly #store: Store;
  readonly #past: Past;
  readonly #gates = new Gates();
  readonly #done: Promise<unknown>[] = [];
  #watched: Watched[] = [];
  #made = 0;

  private constructor(database: Database, store: Store) {
    this.database = database;
    this.#store = store;
    this.#past = new Past(store);
  }

  /** Two articles of some annotations. */
  static async open(name: string): Promise<Scene> {
    const database = await openDatabase(name);
    let counted = 0;
    const store = await Store.over({
      database,
      now: () => new Date(Date.UTC(2026, 10, 22, 9, 0, (counted += 1))).toISOString(),
      unique: () => `${(counted += 1)}`,
      coder: () => 'Tester',
    });
    const scene = new Scene(database, store);
    for (const number of [0, 1]) await scene.#bring(number);
    for (let at = 0; at < 12; at += 1) await store.apply(annotate(scene.#make(at % 2, at)));
    return scene;
  }

  async happen(event: Event): Promise<void> {
    const store = this.#store;
    switch (event.event) {
      case 'turn':
        return turn();
      case 'undo':
      case 'redo':
        return this.#do(store[event.event]());
      case 'go-back':
        return this.#do(store.goTo(null));
      case 'fill-disk':
        this.#fillDisk();
        return;
      case 'empty-disk':
        this.#emptyDisk();
        return this.#do(store.retry());
      case 'open-gates':
        for (let left = event.count; left > 0; left -= 1) {
          this.#gates.open(event.number);
          await turn();
        }
        return;
      case 'follow':
        return this.#follow(event.what, event.number);
      case 'stop':
        return this.#stop(event.number);
      case 'bring':
        return this.#do(this.#bring(event.article));
      case 'remove':
        return this.#do(this.#remove(event.article));
      case 'add': {
        const change = annotate(this.#make(event.article, event.at));
        return this.#apply(() => change, event.isKnown);
      }
      case 'note':
        return this.#apply((at) => {
          const found = this.#choose(event.number);
          return found && editNote(found, at, at);
        }, event.isKnown);
      case 'delete':
        return this.#apply(() => {
          const found = this.#choose(event.number);
          return found && deleteAnnotation(found);
        }, event.isKnown);
      case 'conflict':
        return this.#apply((at) => this.#conflict(event.number, event.size, at), true);
    }
  }

  /** Looks at every follower. */
  look(): void {
    for (const { look } of this.#watched) look();
  }

  /** Lets everything come to its end, and holds every follower against the store. */
  async end(): Promise<void> {
    this.#emptyDisk();
    await this.#store.retry();
    const reads = this.#watched.map(({ read }) => read);
    const ended = Promise.all([...this.#done, ...reads]).then(() => true);
    let isEnded = false;
    while (!isEnded || this.#gates.isBusy) {
      this.#gates.open(0);
      isEnded = await Promise.race([turn().then(() => false), ended]);
      // Once it has ended, what is asked besides gets its turn as well.
      await turn();
      this.look();
    }
    for (const { check } of this.#watched) await check(this.database);
  }

  close(): void {
    for (const { close } of this.#watched) close();
    this.database.close();
  }

  #do(done: Promise<unknown>): void {
    this.#done.push(done);
  }

  #apply(build: (at: string) => Change | null, isShown: boolean): void {
    this.#do(isShown ? this.#store.applyAtOnce(build) : this.#store.applyLatest(build));
  }

  #follow(what: 'article' | 'library' | 'roster', number: number): void {
    const reads = readsThrough(this.#gates, this.database);
    const followed = { store: this.#store, past: this.#past, reads };
    const watched =
      what === 'roster'
        ? watchRoster(followed)
        : what === 'library'
          ? watchLibrary(followed)
          : watchArticle(followed, idOf(number));
    if (watched) this.#watched.push(watched);
  }

  #stop(number: number): void {
    const [stopped] = this.#watched.splice(number % Math.max(1, this.#watched.length), 1);
    stopped?.close();
    // What it was reading is let go with everything at the end.
    if (stopped) this.#do(stopped.read);
  }

  #bring(number: number): Promise<unknown> {
    const after = buildArticle({ id: idOf(number), textHash: hash, textLength: text.length });
    return this.#store.applyLatest(
      async () =>
        (await this.database.articles.get(after.id))
          ? null
          : {
              label: { code: 'open-articles', count: 1, title: '' },
              records: [{ table: 'articles', id: after.id, before: null, after }],
            },
      [{ hash, text }],
    );
  }

  #remove(number: number): Promise<unknown> {
    return this.#store.applyLatest(async () => {
      const before = await this.database.articles.get(idOf(number));
      if (!before) return null;
      const records = [];
      for await (const page of queriesOver(this.database).annotationPages(before.id))
        for (const annotation of page) records.push(...deleteAnnotation(annotation).records);
      return {
        label: { code: 'remove-article', title: '' },
        records: [...records, { table: 'articles', id: before.id, before, after: null }],
      };
    });
  }

  #make(number: number, at: number): Annotation {
    this.#made += 1;
    return buildAnnotation({
      // Ids and places rise in no order, so that what is new comes also before what was read.
      id: `${(this.#made * 7) % 10}-${this.#made}`,
      articleId: idOf(number),
      text,
      span: { start: at, end: at + 3 },
    });
  }

  #choose(number: number): Annotation | null {
    const there = this.#past.annotations;
    return there[number % Math.max(1, there.length)] ?? null;
  }

  #conflict(number: number, size: number, at: string): Change | null {
    const chosen = Array.from({ length: size }, (_, more) => this.#choose(number + more));
    const [wrong, ...right] = [...new Set(chosen.filter((one) => one !== null))];
    if (!wrong) return null;
    const changes = [{ ...wrong, note: 'never so' }, ...right].map((one) => editNote(one, at, at));
    return {
      label: { code: 'change-kinds', kind: 'claim', count: size },
      records: changes.flatMap(({ records }) => records),
    };
  }

  #fillDisk(): void {
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    Object.assign(this.database.changes, { add: () => Promise.reject(full) });
  }

  #emptyDisk(): void {
    Reflect.deleteProperty(this.database.changes, 'add');
  }
}

function idOf(number: number) {
  return makeId('art', `${number % 2}`);
}

/** Lets what is under way go on for a turn. */
function turn(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}

let made = 0;

async function run(events: readonly Event[]): Promise<void> {
  made += 1;
  const scene = await Scene.open(`following-test-${made}`);
  try {
    for (const event of events) {
      await scene.happen(event);
      scene.look();
    }
    await scene.end();
  } finally {
    scene.close();
  }
}

describe('whatever is read and written at the same time', () => {
  it(
    'open article, library and roster go forward only, and end as the store is',
    () =>
      fc.assert(fc.asyncProperty(fc.array(anyEvent, { minLength: 20, maxLength: 80 }), run), {
        numRuns: runs,
      }),
    patience,
  );
});
