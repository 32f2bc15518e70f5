import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
} from 'react';
import { isHeld } from './held-key';
import { keyInTable, pressInTable, type TableSelection } from './move-in-table';
import { isKey } from './pressed-key';
import css from './VirtualTable.module.css';

/** A column of a `VirtualTable`. */
export interface TableColumn<Row, Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** A track of a CSS grid, such as `minmax(0, 2fr)`. */
  readonly width: string;
  /** How wide the table must be for the column to be shown: any width, about 640 px, about 880 px. */
  readonly shownFrom: 'any' | 'middle' | 'wide';
  readonly render: (row: Row) => ReactNode;
}

/** What `VirtualTable` takes. */
export interface VirtualTableProps<Row, Name extends string> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row, Name>[];
  readonly rows: readonly Row[];
  /** The keys of `rows`, in their order. Give the same array for the same rows. */
  readonly keys: readonly string[];
  readonly sort: { readonly column: Name; readonly direction: 'ascending' | 'descending' };
  /** A column's head was pressed. */
  readonly onSort: (column: Name) => void;
  readonly selection: TableSelection;
  readonly onSelection: (next: TableSelection) => void;
  /** Enter, or a double click. */
  readonly onOpen: (index: number) => void;
  /** Further keys while the table has the focus; the event's default is theirs to prevent. */
  readonly onKey?: (event: KeyboardEvent, active: number) => void;
  /** The element that takes the focus. */
  readonly boxRef: RefObject<HTMLDivElement | null>;
}

/** In CSS pixels. The styles hold the same numbers. */
const rowHeight = 30;
const headHeight = 31;

/**
 * A table of any length of which only the rows in sight exist, for choosing one row or many. Focus stays on the table,
 * which names its active row; where the table is narrow, the less important columns are left out.
 */
export function VirtualTable<Row, Name extends string>(props: VirtualTableProps<Row, Name>) {
  const { columns, rows, keys, selection, onSelection, onOpen, onKey, boxRef: box } = props;
  const id = useId();
  const active = useMemo(
    () => (selection.active === null ? -1 : keys.indexOf(selection.active)),
    [keys, selection.active],
  );
  const getItemKey = useCallback((index: number) => keyAt(keys, index), [keys]);
  // Its functions change what they return, so the React compiler, which is not used here, would leave this out.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The active row is always there, for `aria-activedescendant` to point at.
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), active),
  });

  const show = useEffectEvent(() => virtualizer.scrollToIndex(active, { align: 'auto' }));
  useEffect(() => {
    if (active >= 0) show();
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // The heads of the columns lie inside, and have keys of their own.
    if (event.target !== event.currentTarget) return;
    const { shiftKey: extend, altKey } = event;
    const key = isKey(event, 'A') ? 'a' : event.key;
    const toggle = event.ctrlKey || event.metaKey;
    const page = Math.max(
      1,
      Math.floor((event.currentTarget.clientHeight - headHeight) / rowHeight) - 1,
    );
    const next = altKey ? null : keyInTable(keys, selection, { key, toggle, extend, page });
    if (next) onSelection(next);
    else if (isHeld(event)) return;
    else if (key === 'Enter' && active >= 0 && !toggle && !altKey) onOpen(active);
    else {
      onKey?.(event, active);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const press = (event: MouseEvent, key: string): void => {
    const toggle = event.ctrlKey || event.metaKey;
    onSelection(pressInTable(keys, selection, { key, toggle, extend: event.shiftKey }));
  };

  return (
    <div
      ref={box}
      role="grid"
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
      tabIndex={0}
      className={css.box}
      style={tracksOf(columns)}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={css.head}>
        {columns.map((column) => (
          <Head
            key={column.name}
            column={column}
            direction={props.sort.column === column.name ? props.sort.direction : null}
            onSort={() => props.onSort(column.name)}
          />
        ))}
      </div>
      <div role="rowgroup" className={css.all} style={{ height: rows.length * rowHeight }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const key = keyAt(keys, index);
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // Keys are handled by the table, which has the focus.
            <div
              key={key}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={selection.selected.has(key)}
              data-active={index === active || undefined}
              className={css.row}
              style={{ transform: `translateY(${start - headHeight}px)` }}
              onClick={(event) => press(event, key)}
              onDoubleClick={() => onOpen(index)}
            >
              {columns.map(({ name, shownFrom, render }) => (
                <div key={name} role="gridcell" data-from={shownFrom} className={css.cell}>
                  {render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HeadProps<Row, Name extends string> {
  readonly column: TableColumn<Row, Name>;
  /** Null when the rows are not ordered by this column. */
  readonly direction: 'ascending' | 'descending' | null;
  readonly onSort: () => void;
}

function Head<Row, Name extends string>({ column, direction, onSort }: HeadProps<Row, Name>) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? 'none'}
      data-from={column.shownFrom}
      className={css.cell}
    >
      <button type="button" className={css.sort} onClick={onSort}>
        <span className={css.name}>{column.label}</span>
        {direction && <Arrow size={13} aria-hidden="true" />}
      </button>
    </div>
  );
}

function estimateSize(): number {
  return rowHeight;
}

function keyAt(keys: readonly string[], index: number): string {
  const key = keys[index];
  if (key === undefined) throw new Error(`no row ${index} of ${keys.length}`);
  return key;
}

function withIndex(range: number[], index: number): number[] {
  if (index < 0 || range.includes(index)) return range;
  return [...range, index].toSorted((a, b) => a - b);
}

/** The widths of the columns that are shown at each width of the table, for the styles to choose from. */
function tracksOf<Row, Name extends string>(
  columns: readonly TableColumn<Row, Name>[],
): CSSProperties {
  const tracks = (shown: readonly TableColumn<Row, Name>[]): string =>
    shown.map(({ width }) => width).join(' ');
  return {
    '--tracks-any': tracks(columns.filter(({ shownFrom }) => shownFrom === 'any')),
    '--tracks-middle': tracks(columns.filter(({ shownFrom }) => shownFrom !== 'wide')),
    '--tracks-wide': tracks(columns),
  } as CSSProperties;
}
