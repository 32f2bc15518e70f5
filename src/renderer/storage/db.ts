import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import type { ChangeEntry } from '../../core/change';
import type { KindCounts } from '../../core/health/finding';
import type { AnnotationId, ArticleId, Sha256 } from '../../core/ids';
import { tables } from '../../core/records/records';
import { upgradeEntry } from '../../core/records/upgrade';
import { schema0001 } from './schema/0001';
import { schema0002 } from './schema/0002';
import { schema0003 } from './schema/0003';
import { schema0004 } from './schema/0004';

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

/**
 * The blocks that hold the annotations of an article as they were after entry `seq` of the log, and what they lack. An
 * article without is read row by row.
 */
export interface BlockSet {
  readonly seq: number;
  /** How many blocks they are. */
  readonly count: number;
  /** The annotations made, changed or removed since, each once: the rows alone say what they are. */
  readonly touched: readonly AnnotationId[];
}

/**
 * How many annotations of each kind an article has, and where a copy of them lies that is read faster; kept in the
 * transaction that changes them.
 */
export type CountsRow = KindCounts & {
  readonly articleId: ArticleId;
  readonly blocks?: BlockSet;
};

/** A stretch of the annotations of an article as they were after entry `seq` of the log. Never changed, only removed. */
export interface BlockRow {
  readonly articleId: ArticleId;
  readonly seq: number;
  /** Which stretch, from 0, in reading order. */
  readonly number: number;
  /** The annotations in reading order, as JSON: one string is read many times faster than as many rows. */
  readonly annotations: string;
}

/** What a block is found by: article, entry and number. */
export type BlockKey = readonly [ArticleId, number, number];

/**
 * A stretch of the library as it was after entry `seq` of the log. All pages have the same `seq`: a copy of the library
 * takes the place of the one before at once.
 */
export interface LibraryPageRow {
  readonly seq: number;
  /** Which stretch, from 0. */
  readonly number: number;
  /** JSON, as `library-copy.ts` writes it. */
  readonly listed: string;
}

/** What a page of the library is found by: entry and number. */
export type LibraryPageKey = readonly [number, number];

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
  readonly blocks: Table<BlockRow, BlockKey>;
  readonly libraryPages: Table<LibraryPageRow, LibraryPageKey>;
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
  schema0003(database);
  schema0004(database);
  const declared = database.verno;
  // Every entry that is read, by whomever, is as this program would have written it.
  database.table('changes').hook('reading', (entry: ChangeEntry) => upgradeEntry(entry));
  await database.open();
  refuseNewer(database, declared);
  return database as Database;
}

/** The tables of all kinds of records, for a transaction over them. */
export function recordTables(database: Database): Table[] {
  return tables.map((table) => database.table(table));
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
