import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation, AnnotationKind } from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import type { ArticleId, Sha256 } from '../../core/ids';
import { schema0001 } from './schema/0001';
import { schema0002 } from './schema/0002';

/** An annotation as stored: with the ends of its extent, by which it is found in reading order. */
export interface AnnotationRow extends Annotation {
  readonly start: number;
  readonly end: number;
  /** The words tagged, as `enterpriseWordsOf` gives them; absent when it gives none. */
  readonly enterpriseWords?: string;
}

/** A text, stored once however many articles have it, and never changed. */
export interface TextRow {
  readonly hash: Sha256;
  readonly text: string;
}

/** How many annotations of each kind an article has; kept in the transaction that changes them. */
export type CountsRow = { readonly articleId: ArticleId } & Readonly<
  Record<AnnotationKind, number>
>;

/** Small facts that are no records: the undo stack, the coder's name, what was on screen. */
export interface StateRow {
  readonly key: string;
  readonly value: unknown;
}

/** The tables of one project. */
export interface Database extends Dexie {
  readonly articles: EntityTable<Article, 'id'>;
  readonly texts: EntityTable<TextRow, 'hash'>;
  readonly annotations: EntityTable<AnnotationRow, 'id'>;
  readonly changes: EntityTable<ChangeEntry, 'seq'>;
  readonly counts: EntityTable<CountsRow, 'articleId'>;
  readonly state: Table<StateRow, string>;
}

/**
 * Opens the store called `name`, making it when it is not there, and upgrading an older one. Every write is flushed to
 * the disk before it counts as done, unless `durability` is relaxed, as for a store in the making. Throws Dexie's errors: `VersionError` when a newer Dateline
 * wrote it, `OpenFailedError` and others when the browser cannot give it.
 */
export async function openDatabase(
  name: string,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<Database> {
  const database = new Dexie(name, { chromeTransactionDurability: durability });
  schema0001(database);
  schema0002(database);
  const declared = database.verno;
  await database.open();
  refuseNewer(database, declared);
  return database as Database;
}

/**
 * Closes a store of a version above `declared`, and throws `VersionError`: Dexie would open it as it is.
 * (Dexie's version 1 is IndexedDB's 10.)
 */
function refuseNewer(database: Dexie, declared: number): void {
  const stored = database.backendDB().version / 10;
  if (stored <= declared) return;
  database.close();
  throw new Dexie.VersionError(`the store has version ${stored}, this program knows ${declared}`);
}
