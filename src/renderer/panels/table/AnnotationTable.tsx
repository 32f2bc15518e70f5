import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { AnnotationId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { useTableSelection } from '../../ui/use-table-selection';
import { VirtualTable } from '../../ui/VirtualTable';
import type { RosterRow } from '../../workspace/annotation-roster';
import css from './AnnotationTable.module.css';
import { AnnotationTableActions } from './AnnotationTableActions';
import { AnnotationTableFilters, type TableScope } from './AnnotationTableFilters';
import { AnnotationTableState } from './AnnotationTableState';
import { annotationTableColumns, valuesInWords } from './annotation-table-columns';
import { askedByKey } from './annotation-table-keys';
import { annotationTableRows, sortBy, summarize, type TableView } from './annotation-table-rows';

/** What `AnnotationTable` takes. */
export interface AnnotationTableProps {
  /** All annotations of the scope that are read so far, in any order. Give the same array for the same rows. */
  readonly rows: readonly RosterRow[];
  /** How many of how many are read; null when all are. */
  readonly reading: { readonly loaded: number; readonly total: number } | null;
  /** Reads again what could not be read; null unless reading failed. */
  readonly onRetry: (() => void) | null;
  /** In the order of the library. */
  readonly articles: readonly Article[];
  readonly scope: TableScope;
  /** Null while no article is open. */
  readonly onScope: ((scope: TableScope) => void) | null;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  /** Names to offer for enterprises. */
  readonly names: readonly string[];
  /** The number of the paragraph in which a row begins, from 1; absent where the rows are of several articles. */
  readonly paragraphOf?: ((row: RosterRow) => number) | undefined;
  readonly onOpen: (row: RosterRow) => void;
  readonly onDelete: (ids: readonly AnnotationId[]) => void;
  readonly onKind: (ids: readonly AnnotationId[], kind: AnnotationKind) => void;
  readonly onName: (ids: readonly AnnotationId[], name: string | null) => void;
}

/**
 * All annotations of an article or of the project, to be ordered, filtered and changed many at a time. Keys act on what
 * is selected, or on the active row when nothing is. What the filters hide is let go, so that nothing unseen is changed.
 */
export function AnnotationTable(props: AnnotationTableProps) {
  const { rows, articles, view, onView, names, paragraphOf, reading, onRetry } = props;
  const words = useWords();
  const shownView = useDeferredValue(view);
  const box = useRef<HTMLDivElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const [nameWanted, setNameWanted] = useState(false);

  const summary = useMemo(() => summarize(rows), [rows]);
  const valueOf = useMemo(() => valuesInWords(words), [words]);
  const ordered = useMemo(
    () => annotationTableRows({ rows, view: shownView, articles, valueOf }),
    [rows, shownView, articles, valueOf],
  );
  const keys = useMemo(() => ordered.map(({ id }) => id), [ordered]);
  const [selection, select] = useTableSelection(keys);
  const chosen = useMemo(
    () =>
      selection.selected.size === 0 ? [] : ordered.filter(({ id }) => selection.selected.has(id)),
    [ordered, selection.selected],
  );
  const columns = useMemo(
    () =>
      annotationTableColumns({
        words,
        articles: new Map(articles.map((article) => [article.id, article])),
        valueOf,
        paragraphOf,
      }),
    [words, articles, valueOf, paragraphOf],
  );
  const revision = useRevision(selection.selected);

  const focusTable = (): void => box.current?.focus();
  useEffect(() => {
    // The text, which had the focus, is gone as the table appears; a field that has it keeps it.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const remove = (some: readonly RosterRow[]): void => {
    props.onDelete(idsOf(some));
    focusTable();
  };
  const changeKind = (some: readonly RosterRow[], kind: AnnotationKind): void => {
    props.onKind(idsOf(some), kind);
    focusTable();
  };

  const onKey = (event: KeyboardEvent, active: number): void => {
    const asked = askedByKey(event);
    if (!asked) return;
    // Also when nothing is meant: the same keys mean the article elsewhere in the window.
    event.preventDefault();
    event.stopPropagation();
    const activeRow = ordered[active];
    const meant = chosen.length === 0 && activeRow ? [activeRow] : chosen;
    if (meant.length === 0) return;
    if (asked.act === 'kind') changeKind(meant, asked.kind);
    else if (asked.act === 'delete') remove(meant);
    else if (name.current) name.current.focus();
    else if (chosen.length === 0 && activeRow?.kind === 'enterprise') {
      setNameWanted(true);
      select({ ...selection, selected: new Set([activeRow.id]), anchor: activeRow.id });
    }
  };

  return (
    <section className={css.panel} aria-label={words.annotationTable.title}>
      <h1 className="unseen">{words.annotationTable.title}</h1>
      <AnnotationTableFilters
        scope={props.scope}
        onScope={props.onScope}
        view={view}
        onView={onView}
        summary={summary}
        onDown={focusTable}
      />
      <div className={css.table}>
        <VirtualTable
          label={words.annotationTable.table}
          columns={columns}
          rows={ordered}
          keys={keys}
          sort={view.sort}
          onSort={(column) => onView({ ...view, sort: sortBy(view.sort, column) })}
          selection={selection}
          onSelection={(next) => {
            setNameWanted(false);
            select(next);
          }}
          onOpen={(index) => {
            const row = ordered[index];
            if (row) props.onOpen(row);
          }}
          onKey={onKey}
          boxRef={box}
        />
        <AnnotationTableState
          scope={props.scope}
          total={rows.length}
          shown={ordered.length}
          reading={reading}
          onRetry={onRetry}
          onShowAll={() => {
            onView({ ...view, kinds: annotationKinds, coder: null, query: '' });
            focusTable();
          }}
        />
      </div>
      <div className={css.foot}>
        <p className={css.summary} role="status">
          {rows.length > 0 && (
            <span>{words.annotationTable.shown(ordered.length, rows.length)}</span>
          )}
          {chosen.length > 0 && <span>{words.annotationTable.selected(chosen.length)}</span>}
          {rows.length > 0 && reading && (
            <span>{words.annotationTable.reading(reading.loaded, reading.total)}</span>
          )}
        </p>
        {chosen.length > 0 && (
          <AnnotationTableActions
            key={revision}
            chosen={chosen}
            names={names}
            onDelete={() => remove(chosen)}
            onKind={(kind) => changeKind(chosen, kind)}
            onName={(given) => props.onName(idsOf(chosen), given)}
            onDone={focusTable}
            nameRef={name}
            nameWanted={nameWanted}
          />
        )}
      </div>
    </section>
  );
}

function idsOf(rows: readonly RosterRow[]): readonly AnnotationId[] {
  return rows.map(({ id }) => id);
}

/** A number that rises whenever `value` is another object. */
function useRevision(value: object): number {
  const [held, setHeld] = useState({ value, revision: 0 });
  if (held.value === value) return held.revision;
  const revision = held.revision + 1;
  setHeld({ value, revision });
  return revision;
}
