import type { RecordOf, Table } from '../../core/records/records';
import { tables } from '../../core/records/records';
import { type ArticleRow, nothingCounted } from './article-row';
import type { Database } from './db';

/** A kind of which each record has a row of its own; annotations lie together in pages. */
export type RowTable = Exclude<Table, 'annotations'>;

/** The tables of these kinds. */
export const rowTables = tables.filter((table): table is RowTable => table !== 'annotations');

/** The kinds of which more is stored than the fields of the record. */
interface FullerRows {
  readonly articles: ArticleRow;
}

/** The row of a record of a kind. */
export type RowOf<T extends RowTable> = T extends keyof FullerRows ? FullerRows[T] : RecordOf<T>;

type RowForms = {
  readonly [T in RowTable]: {
    /** The row of a record in the place of the one that is stored. */
    readonly toRow: (record: RecordOf<T>, stored: RowOf<T> | undefined) => RowOf<T>;
    readonly toRecord: (row: RowOf<T>) => RecordOf<T>;
  };
};

const forms: RowForms = {
  articles: {
    toRow: (article, stored) => ({ ...article, counts: stored?.counts ?? nothingCounted }),
    toRecord: ({ counts: _counts, ...article }) => article,
  },
};

/** The row under which a record is stored, in the place of `stored`. */
export function rowOf<T extends RowTable>(
  table: T,
  record: RecordOf<T>,
  stored: RowOf<T> | undefined,
): RowOf<T> {
  return forms[table].toRow(record, stored);
}

/** The record that a row of a table holds. */
export function recordOfRow<T extends RowTable>(table: T, row: RowOf<T>): RecordOf<T> {
  return forms[table].toRecord(row);
}

/**
 * The records of a table by id, page by page. What is written while they are read may be in a page to come or not: whoever
 * needs it listens to the store.
 */
export async function* recordPages<T extends RowTable>(
  database: Database,
  table: T,
  size: number,
): AsyncGenerator<readonly RecordOf<T>[]> {
  let after = '';
  for (;;) {
    const rows: RowOf<T>[] = await database
      .table(table)
      .where(':id')
      .above(after)
      .limit(size)
      .toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => recordOfRow(table, row));
    if (rows.length < size) return;
    after = last.id;
  }
}
