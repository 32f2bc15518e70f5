import { type Annotation, extentOf } from '../../core/annotation/annotation';
import type { RecordOf, Table } from '../../core/records/records';
import type { AnnotationRow, Database } from './db';
import { enterpriseWordsOf } from './schema/0002';

/** How the records of a table are stored: with what its indices need beside their fields. */
type RowForms = {
  readonly [T in Table]: {
    readonly toRow: (record: RecordOf<T>) => RecordOf<T>;
    readonly toRecord: (row: RecordOf<T>) => RecordOf<T>;
  };
};

const forms: RowForms = {
  articles: { toRow: (article) => article, toRecord: (row) => row },
  annotations: { toRow: rowOfAnnotation, toRecord: annotationOfRow },
};

/** The row under which an annotation is stored. */
export function rowOfAnnotation(annotation: Annotation): AnnotationRow {
  const enterpriseWords = enterpriseWordsOf(annotation);
  return {
    ...annotation,
    ...extentOf(annotation),
    ...(enterpriseWords !== null && { enterpriseWords }),
  };
}

/** The annotation that a row holds. */
export function annotationOfRow({
  start: _start,
  end: _end,
  enterpriseWords: _enterpriseWords,
  ...annotation
}: Annotation & Partial<AnnotationRow>): Annotation {
  return annotation;
}

/** The row under which a record is stored. */
export function rowOf<T extends Table>(table: T, record: RecordOf<T>): RecordOf<T> {
  return forms[table].toRow(record);
}

/** The record that a row of a table holds. */
export function recordOfRow<T extends Table>(table: T, row: RecordOf<T>): RecordOf<T> {
  return forms[table].toRecord(row);
}

/**
 * The records of a table by id, page by page. What is written while they are read may be in a page to come or not: whoever
 * needs it listens to the store.
 */
export async function* recordPages<T extends Table>(
  database: Database,
  table: T,
  size: number,
): AsyncGenerator<readonly RecordOf<T>[]> {
  let after = '';
  for (;;) {
    const rows: (RecordOf<T> & { readonly id: string })[] = await database
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
