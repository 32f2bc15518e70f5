import { Dexie } from 'dexie';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { Article } from '../../src/core/article';
import type { ChangeEntry } from '../../src/core/change';
import type { KindCounts } from '../../src/core/health/finding';
import type { ArticleId } from '../../src/core/ids';
import type { StateRow, TextRow } from '../../src/renderer/storage/db';

/** An annotation as versions 1 to 4 of the store had it, in a row of its own. */
export interface FormerRow extends Annotation {
  readonly start: number;
  readonly end: number;
  /** From version 2 on. */
  readonly enterpriseWords?: string;
}

/** The tables of a store of versions 1 to 4, but for its copies of them. */
export interface FormerTables {
  readonly articles: readonly Article[];
  readonly texts: readonly TextRow[];
  readonly annotations: readonly FormerRow[];
  readonly changes: readonly ChangeEntry[];
  readonly counts: readonly (KindCounts & { readonly articleId: ArticleId })[];
  readonly state: readonly StateRow[];
}

/** What each former version declared beside the one before it. */
const declared: readonly Readonly<Record<string, string>>[] = [
  {
    articles: 'id, source.sha256',
    texts: 'hash',
    annotations: 'id, [articleId+start], body.name',
    changes: 'seq, groupId',
    counts: 'articleId',
    state: 'key',
  },
  { annotations: 'id, [articleId+start], body.name, enterpriseWords' },
  { blocks: '[articleId+seq+number]' },
  { libraryPages: '[seq+number]' },
];

/** Makes a store called `name` of a former version, which holds `tables`. */
export async function makeFormerStore(
  name: string,
  version: 1 | 2 | 3 | 4,
  tables: object,
): Promise<void> {
  const database = new Dexie(name);
  for (const [index, stores] of declared.slice(0, version).entries())
    database.version(index + 1).stores(stores);
  await database.open();
  for (const [table, rows] of Object.entries(tables)) await database.table(table).bulkAdd(rows);
  database.close();
}

/** The annotation that a former row holds. */
export function annotationOfFormerRow({
  start: _start,
  end: _end,
  enterpriseWords: _enterpriseWords,
  ...annotation
}: FormerRow): Annotation {
  return annotation;
}
