import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotate, deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import { openDatabase } from '../../../src/renderer/storage/db';
import { storeErrorOf } from '../../../src/renderer/storage/store-error';
import {
  article,
  day,
  deleteDatabase,
  hash,
  openArticle,
  openStore,
  text,
  works,
} from './open-store';

let count = 0;
let name: string;

beforeEach(() => {
  count += 1;
  name = `component-store-${count}`;
});

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDatabase(name);
});

const spyOnTransactions = () => {
  const opened: { readonly mode: string; readonly durability: string }[] = [];
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    const transaction = real.apply(this, args);
    opened.push({ mode: transaction.mode, durability: transaction.durability });
    return transaction;
  });
  return opened;
};

describe('what a person does', () => {
  it('is flushed to the disk before it counts as done', async () => {
    const opened = spyOnTransactions();
    const { database, store, queries } = await openStore(name);
    opened.length = 0;
    await store.apply(openArticle, [{ hash, text }]);
    await store.apply(annotate(works));
    await store.apply(editNote(works, 'check', works.updatedAt));
    await store.undo();
    await store.redo();
    await store.undo();
    await store.apply(deleteAnnotation(works));
    await queries.writeState('place', 12);
    database.close();
    const writing = opened.filter(({ mode }) => mode === 'readwrite');
    expect(writing).toHaveLength(8);
    expect(writing.filter(({ durability }) => durability !== 'strict')).toEqual([]);
  });

  it('is done only when the transaction is complete', async () => {
    const seen: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const transaction = real.apply(this, args);
      if (transaction.mode === 'readwrite')
        transaction.addEventListener('complete', () => seen.push('complete'));
      return transaction;
    });
    const { database, store } = await openStore(name);
    seen.length = 0;
    await store.apply(openArticle).then(() => seen.push('done'));
    database.close();
    expect(seen).toEqual(['complete', 'done']);
  });
});

describe('closing and opening again', () => {
  it('brings back articles, texts, annotations, counts, state and the undo stack', async () => {
    const first = await openStore(name);
    await first.store.apply(openArticle, [{ hash, text }]);
    await first.store.apply(annotate(works));
    await first.store.apply(annotate(day));
    await first.queries.writeState('open-article', article.id);
    first.database.close();

    const { database, store, queries } = await openStore(name);
    expect(await queries.listArticles()).toEqual([
      { article, counts: { enterprise: 1, claim: 0, date: 1 } },
    ]);
    expect(await queries.text(hash)).toBe(text);
    expect(await queries.annotation(works.id)).toEqual(works);
    expect(await queries.readState('open-article')).toBe(article.id);
    await store.undo();
    expect(await queries.annotation(day.id)).toBeNull();
    expect(await queries.annotation(works.id)).toEqual(works);
    database.close();
  });

  it('keeps a text with lone surrogates and invisible characters as it is', async () => {
    const odd = '\ud83cx\udffe \u0000 e\u0301 \u200b\r\n𠀋';
    const first = await openStore(name);
    await first.store.apply(openArticle, [{ hash, text: odd }]);
    first.database.close();
    const { database, queries } = await openStore(name);
    expect(await queries.text(hash)).toBe(odd);
    database.close();
  });
});

describe('a disk that is full', () => {
  const places = [
    { name: 'when a record is put', on: IDBObjectStore.prototype, method: 'put' },
    { name: 'when a record is added', on: IDBObjectStore.prototype, method: 'add' },
  ] as const;
  it.each(places)('is said, and the act kept, $name', async ({ on, method }) => {
    const { database, store, queries } = await openStore(name);
    await store.apply(openArticle, [{ hash, text }]);
    vi.spyOn(on, method).mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect(await store.apply(annotate(works))).toMatchObject({
      ok: false,
      error: { code: 'no-space' },
    });
    expect(store.state.status).toMatchObject({ state: 'failed', unsaved: 1 });
    vi.restoreAllMocks();
    expect(await queries.annotation(works.id)).toBeNull();
    expect((await store.retry()).ok).toBe(true);
    expect(await queries.annotation(works.id)).toEqual(works);
    expect(store.state.status).toEqual({ state: 'saved' });
    database.close();
  });

  it('is said, and the act kept, when the whole transaction is given up', async () => {
    let isFull = false;
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const transaction = real.apply(this, args);
      if (!isFull || transaction.mode !== 'readwrite') return transaction;
      const error = new DOMException('the disk is full', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { get: () => error });
      return transaction;
    });
    // As Chromium does when the flush finds no room: no request fails, but after the last one the transaction aborts.
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = put.apply(this, args);
      if (isFull && this.name === 'state')
        this.count().addEventListener('success', () => this.transaction.abort());
      return request;
    });
    const { database, store, queries } = await openStore(name);
    await store.apply(openArticle, [{ hash, text }]);
    isFull = true;
    expect(await store.apply(annotate(works))).toMatchObject({
      ok: false,
      error: { code: 'no-space' },
    });
    expect(store.state.status).toMatchObject({ state: 'failed', unsaved: 1 });
    isFull = false;
    expect((await store.retry()).ok).toBe(true);
    expect(await queries.annotation(works.id)).toEqual(works);
    database.close();
  });
});

describe('a database that was taken away', () => {
  it('is said when it was closed under the store', async () => {
    const { database, store } = await openStore(name);
    await store.apply(openArticle, [{ hash, text }]);
    database.close();
    expect(await store.apply(annotate(works))).toMatchObject({
      ok: false,
      error: { code: 'closed' },
    });
    expect(store.state.status).toMatchObject({ state: 'failed', unsaved: 1 });
  });
});

describe('a store that a newer Dateline wrote', () => {
  it('is not opened, and nothing of it is changed', async () => {
    const { database } = await openStore(name);
    const newer = database.backendDB().version + 10;
    database.close();
    (await openRaw(name, newer)).close();
    const thrown: unknown = await openDatabase(name).then(
      (opened) => {
        opened.close();
        return null;
      },
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(Error);
    expect(storeErrorOf(thrown)).toMatchObject({ code: 'newer-version' });
    const after = await openRaw(name);
    expect(after.version).toBe(newer);
    after.close();
  });
});

function openRaw(databaseName: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
