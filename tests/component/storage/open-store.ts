import type { Change } from '../../../src/core/change';
import type { Sha256 } from '../../../src/core/ids';
import { type Database, openDatabase } from '../../../src/renderer/storage/db';
import { type Queries, queriesOver } from '../../../src/renderer/storage/queries';
import { Store } from '../../../src/renderer/storage/store';
import { annotationOf, buildArticle } from '../../support/builders';

export const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
export const hash = 'a'.repeat(64) as Sha256;
export const article = buildArticle({ textHash: hash });
export const works = annotationOf(text, 'Kangan Steel Works');
export const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });

/** The change that brings `article` in. */
export const openArticle: Change = {
  label: { code: 'open-articles', count: 1, title: article.title },
  records: [{ table: 'articles', id: article.id, before: null, after: article }],
};

/** A store in the browser's own database. */
export interface OpenStore {
  readonly database: Database;
  readonly store: Store;
  readonly queries: Queries;
}

/** Opens the store called `name`, as the program does. */
export async function openStore(name: string): Promise<OpenStore> {
  const database = await openDatabase(name);
  const store = await Store.over({
    database,
    now: () => new Date().toISOString(),
    unique: () => crypto.randomUUID(),
    coder: () => 'Tester',
  });
  return { database, store, queries: queriesOver(database) };
}

/** Deletes the database called `name`, as soon as all that have it open have closed it. */
export async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error));
  });
}
