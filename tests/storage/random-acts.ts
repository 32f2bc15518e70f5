import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { annotate, deleteAnnotation, editNote } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import { type ArticleId, type GroupId, makeId } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { readStagedGroup } from '../../src/renderer/storage/staged-group';
import { Store } from '../../src/renderer/storage/store';
import { readUndoStack } from '../../src/renderer/storage/undo-stack';
import { buildAnnotation, buildArticle } from '../support/builders';
import { annotationsIn, articlesIn, countsIn } from '../support/stored-records';

export const text = 'The Kangan Steel Works met its plan on 5 May 2024. '.repeat(4);

/** Something done to a store. Numbers choose among what is there, in turn. */
export type RandomAct =
  | { readonly act: 'open'; readonly article: number }
  | { readonly act: 'remove'; readonly article: number }
  | { readonly act: 'annotate'; readonly article: number; readonly at: number }
  | { readonly act: 'note'; readonly annotation: number; readonly note: string }
  | { readonly act: 'delete'; readonly annotation: number }
  | { readonly act: 'undo' | 'redo' | 'withdraw' | 'end-group' }
  | { readonly act: 'go-to'; readonly step: number }
  | { readonly act: 'part'; readonly size: number };

const nat = fc.nat({ max: 40 });

/** Any act; parts of groups, undo and redo are not rare. */
export const anyAct: fc.Arbitrary<RandomAct> = fc.oneof(
  fc.record({ act: fc.constant('open' as const), article: fc.nat({ max: 3 }) }),
  fc.record({ act: fc.constant('remove' as const), article: fc.nat({ max: 3 }) }),
  fc.record({ act: fc.constant('annotate' as const), article: fc.nat({ max: 3 }), at: nat }),
  fc.record({ act: fc.constant('annotate' as const), article: fc.nat({ max: 3 }), at: nat }),
  fc.record({ act: fc.constant('note' as const), annotation: nat, note: fc.string() }),
  fc.record({ act: fc.constant('delete' as const), annotation: nat }),
  fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ act: fc.constantFrom('withdraw' as const, 'end-group' as const) }),
  fc.record({ act: fc.constant('go-to' as const), step: nat }),
  fc.record({ act: fc.constant('part' as const), size: fc.integer({ min: 1, max: 4 }) }),
);

/** A store to which random acts are done. */
export class RandomStore {
  readonly database: Database;
  readonly store: Store;
  #count = 0;
  #group: { readonly id: GroupId; readonly articleId: ArticleId } | null = null;

  private constructor(database: Database, store: Store) {
    this.database = database;
    this.store = store;
  }

  static async open(name: string): Promise<RandomStore> {
    const database = await openDatabase(name);
    let minutes = 0;
    const store = await Store.over({
      database,
      now: () => new Date(Date.UTC(2026, 10, 22, 9, (minutes += 1))).toISOString(),
      unique: () => crypto.randomUUID(),
      coder: () => 'Tester',
    });
    return new RandomStore(database, store);
  }

  /** Does it; what cannot be done in this state is refused by the store, or changes nothing. */
  async do(act: RandomAct): Promise<void> {
    const { store } = this;
    switch (act.act) {
      case 'open':
        await store.applyLatest(() => openArticle(makeId('art', `${act.article}`)));
        return;
      case 'remove':
        await store.applyLatest(() => this.#removeArticle(makeId('art', `${act.article}`)));
        return;
      case 'annotate':
        await store.applyLatest(() => this.#annotate(makeId('art', `${act.article}`), act.at));
        return;
      case 'note':
        await this.#edit(act.annotation, (annotation, at) => editNote(annotation, act.note, at));
        return;
      case 'delete':
        await this.#edit(act.annotation, deleteAnnotation);
        return;
      case 'undo':
        await store.undo();
        return;
      case 'redo':
        await store.redo();
        return;
      case 'go-to':
        await this.#goTo(act.step);
        return;
      case 'part':
        await this.#stage(act.size);
        return;
      case 'withdraw':
        await store.withdrawGroup();
        this.#group = null;
        return;
      case 'end-group':
        await this.#endGroup();
    }
  }

  async #removeArticle(id: ArticleId): Promise<Change | null> {
    const article = (await articlesIn(this.database)).find((one) => one.id === id);
    if (!article) return null;
    const annotations = await annotationsIn(this.database);
    return {
      label: { code: 'remove-article', title: article.title },
      records: [
        ...annotations
          .filter(({ articleId }) => articleId === id)
          .flatMap((one) => deleteAnnotation(one).records),
        { table: 'articles', id, before: article, after: null },
      ],
    };
  }

  async #annotate(articleId: ArticleId, at: number): Promise<Change | null> {
    const article = await this.database.articles.get(articleId);
    return article ? annotate(this.#newAnnotation(articleId, at)) : null;
  }

  #newAnnotation(articleId: ArticleId, at: number) {
    this.#count += 1;
    const kind = (['enterprise', 'date'] as const)[at % 2] ?? 'date';
    // Ids do not rise with time, so that new ones come also before what was read already.
    const id = `${(this.#count * 7_919) % 1_000}-${this.#count}`;
    return buildAnnotation({
      id,
      articleId,
      text,
      span: { start: at, end: at + 3 },
      body: { kind },
    });
  }

  async #edit(
    which: number,
    edit: (annotation: ReturnType<typeof buildAnnotation>, at: string) => Change,
  ): Promise<void> {
    await this.store.applyLatest(async (at) => {
      const annotations = await annotationsIn(this.database);
      const annotation = annotations[which % Math.max(1, annotations.length)];
      return annotation ? edit(annotation, at) : null;
    });
  }

  async #goTo(step: number): Promise<void> {
    const entries = await this.database.changes.toArray();
    const targets = [null, ...entries.filter(({ act }) => act === 'do').map((e) => e.groupId)];
    await this.store.goTo(targets[step % targets.length] ?? null);
  }

  async #stage(size: number): Promise<void> {
    this.#group ??= {
      id: makeId('grp', crypto.randomUUID()),
      articleId: makeId('art', `import-${(this.#count += 1)}`),
    };
    const { id, articleId } = this.#group;
    await this.store.applyPart({
      groupId: id,
      isLast: false,
      build: async () => ({
        label: { code: 'import', count: size, articles: 1, fileName: 'other.json' },
        records: Array.from({ length: size }, (_, at) =>
          annotate(this.#newAnnotation(articleId, at * 4)),
        ).flatMap(({ records }) => records),
      }),
    });
  }

  async #endGroup(): Promise<void> {
    if (!this.#group) return;
    const { id, articleId } = this.#group;
    await this.store.applyPart({
      groupId: id,
      isLast: true,
      build: async () => openArticle(articleId),
    });
    this.#group = null;
  }
}

function openArticle(id: ArticleId): Change {
  const article = buildArticle({ id, title: `Report ${id}`, textLength: text.length });
  return {
    label: { code: 'open-articles', count: 1, title: article.title },
    records: [{ table: 'articles', id, before: null, after: article }],
  };
}

/** All that a store holds of its content. */
export async function contentOf(database: Database) {
  return {
    articles: await articlesIn(database),
    annotations: await annotationsIn(database),
    changes: await database.changes.toArray(),
    counts: await countsIn(database),
    undoStack: await readUndoStack(database),
    staged: await readStagedGroup(database),
  };
}
