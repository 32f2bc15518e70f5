import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import type { KindCounts } from '../../../core/health/finding';
import type { ArticleId } from '../../../core/ids';
import { searchFold } from '../../../core/text/fold';
import { foldWords } from '../../../core/text/shadow';
import { compareSpans } from '../../../core/text/span';
import type { RosterRow } from '../../workspace/annotation-roster';

/** The columns by which the table can be ordered. `place`: by article as in the library, then in reading order. */
export type TableColumnName = 'kind' | 'words' | 'value' | 'place' | 'coder' | 'changed';

/** By what, and which way, the table is ordered. */
export interface TableSort {
  readonly column: TableColumnName;
  readonly direction: 'ascending' | 'descending';
}

/** Which rows the table shows, and in which order. */
export interface TableView {
  readonly kinds: readonly AnnotationKind[];
  /** Whose annotations; the empty string is one who gave no name, and null is everyone. */
  readonly coder: string | null;
  /** Looked for in the words, the value and the title of the article. */
  readonly query: string;
  readonly sort: TableSort;
}

/** What decides the rows of the table. */
export interface TableSource {
  /** In any order. */
  readonly rows: readonly RosterRow[];
  readonly view: TableView;
  /** In the order of the library. */
  readonly articles: readonly { readonly id: ArticleId; readonly title: string }[];
  /** How the value of a row reads; null when nothing was said. */
  readonly valueOf: (row: RosterRow) => string | null;
}

/** A new project's view: everything, in the order of the library and of reading. */
export const wholeView: TableView = {
  kinds: annotationKinds,
  coder: null,
  query: '',
  sort: { column: 'place', direction: 'ascending' },
};

/**
 * The rows that the view lets through, in its order. Rows that the chosen column does not tell apart stand in the order
 * of place, whichever the direction; those with nothing in the column stand last.
 */
export function annotationTableRows({
  rows,
  view,
  articles,
  valueOf,
}: TableSource): readonly RosterRow[] {
  const values = foldedOnce(valueOf);
  const placed = filterRows({ rows, view, articles, values })
    .map(placeIn(articles))
    .toSorted(comparePlaces);
  const { column, direction } = view.sort;
  const way = direction === 'ascending' ? 1 : -1;
  if (column !== 'place') {
    const keyed = placed.map(({ row }) => ({ row, key: keyIn(column, row, values) }));
    return keyed.toSorted((a, b) => compareKeys(a.key, b.key, way)).map(({ row }) => row);
  }
  return (way === 1 ? placed : placed.toReversed()).map(({ row }) => row);
}

/** The order after a column's head was pressed: the other way round, or by that column from its natural end. */
export function sortBy(sort: TableSort, column: TableColumnName): TableSort {
  if (sort.column !== column)
    return { column, direction: column === 'changed' ? 'descending' : 'ascending' };
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** How much of each kind there is, and who made it. */
export interface RosterSummary {
  /** Mentions: the same words of one article are counted once, however many rows call them the kind. */
  readonly counts: KindCounts;
  /** Once each, in order; the empty string for those who gave no name. */
  readonly coders: readonly string[];
}

/** What the filters have to offer over `rows`. */
export function summarize(rows: readonly RosterRow[]): RosterSummary {
  const counts = { enterprise: 0, claim: 0, date: 0 };
  const coders = new Set<string>();
  const seen = new SeenMentions();
  for (const row of rows) {
    if (seen.add(row)) counts[row.kind] += 1;
    coders.add(row.coder);
  }
  return { counts, coders: [...coders].toSorted((a, b) => compareStrings(fold(a), fold(b))) };
}

/** The mentions of rows in any order. Strings are made only where several rows start at one place, which few do. */
class SeenMentions {
  readonly #byArticle = new Map<ArticleId, Map<number, RosterRow | Set<string>>>();

  /** Takes the mention of `row` in. Returns whether it was not there. */
  add(row: RosterRow): boolean {
    let places = this.#byArticle.get(row.articleId);
    if (!places) this.#byArticle.set(row.articleId, (places = new Map()));
    const there = places.get(row.start);
    if (!there) {
      places.set(row.start, row);
      return true;
    }
    const seen = there instanceof Set ? there : new Set([mentionOfRow(there)]);
    places.set(row.start, seen);
    const { size } = seen;
    return seen.add(mentionOfRow(row)).size > size;
  }
}

function mentionOfRow({ kind, end, mention }: RosterRow): string {
  return mention ?? `${kind} ${end}`;
}

interface FilterSource extends Omit<TableSource, 'valueOf'> {
  readonly values: (row: RosterRow) => string | null;
}

function filterRows({ rows, view, articles, values }: FilterSource): readonly RosterRow[] {
  const { kinds, coder } = view;
  const wanted = fold(view.query).trim();
  if (kinds.length === annotationKinds.length && coder === null && wanted === '') return rows;
  const shown = new Set(kinds);
  const titled = new Set(
    articles.filter(({ title }) => fold(title).includes(wanted)).map(({ id }) => id),
  );
  return rows.filter(
    (row) =>
      shown.has(row.kind) &&
      (coder === null || row.coder === coder) &&
      (wanted === '' ||
        foldedWords(row).includes(wanted) ||
        titled.has(row.articleId) ||
        values(row)?.includes(wanted) === true),
  );
}

interface PlacedRow {
  readonly row: RosterRow;
  /** Of its article in the library; an article that is not there comes last. */
  readonly article: number;
}

function placeIn(articles: TableSource['articles']): (row: RosterRow) => PlacedRow {
  const places = new Map(articles.map(({ id }, index) => [id, index]));
  return (row) => ({ row, article: places.get(row.articleId) ?? articles.length });
}

function comparePlaces(a: PlacedRow, b: PlacedRow): number {
  return (
    a.article - b.article ||
    compareSpans(a.row, b.row) ||
    compareStrings(a.row.articleId, b.row.articleId) ||
    compareStrings(a.row.id, b.row.id)
  );
}

/** What a column orders by; null where it has nothing. Dates order by EDTF, which is by time and before all words. */
function keyIn(
  column: Exclude<TableColumnName, 'place'>,
  row: RosterRow,
  values: (row: RosterRow) => string | null,
): string | null {
  switch (column) {
    case 'kind':
      return String(annotationKinds.indexOf(row.kind));
    case 'words':
      return foldedWords(row);
    case 'value':
      return row.kind === 'date' ? row.value : values(row);
    case 'coder':
      return fold(row.coder) || null;
    case 'changed':
      return row.updatedAt;
  }
}

function compareKeys(a: string | null, b: string | null, way: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return way * compareStrings(a, b);
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const wordsFolded = new WeakMap<RosterRow, string>();

/** The folded words of a row, made once for each row. */
function foldedWords(row: RosterRow): string {
  let folded = wordsFolded.get(row);
  if (folded === undefined) {
    folded = fold(row.words);
    wordsFolded.set(row, folded);
  }
  return folded;
}

/** The folded value of a row; each value is folded once, since many rows share one. */
function foldedOnce(valueOf: (row: RosterRow) => string | null): (row: RosterRow) => string | null {
  const folded = new Map<string, string>();
  return (row) => {
    const value = valueOf(row);
    if (value === null) return null;
    const known = folded.get(value) ?? fold(value);
    folded.set(value, known);
    return known;
  };
}

const compared = searchFold({ matchCase: false });

/** Most words are plain, and in a large project there are many. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/;

/** `text` as it is compared, as the search in an article does it: what people type finds what typesetters set. */
function fold(text: string): string {
  return plainWords.test(text) ? text.toLowerCase() : foldWords(text, compared);
}
