import {
  type AriaAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
} from 'react';
import { isHeld } from './held-key';
import { moveInList } from './move-in-list';
import { useRowWindow } from './use-row-window';
import css from './VirtualRows.module.css';

/** What assistive technology is told of a row. */
export type RowAria = Pick<
  AriaAttributes,
  'aria-expanded' | 'aria-label' | 'aria-level' | 'aria-posinset' | 'aria-selected' | 'aria-setsize'
>;

/** What `VirtualRows` takes. */
export interface VirtualRowsProps<Row> {
  readonly role: 'listbox' | 'tree';
  readonly label: string;
  /** The array must not change: give another one for other rows. Rows that stayed should be the same objects. */
  readonly rows: readonly Row[];
  /** The same function at every render, as `heightOf`; the first ones given are used. */
  readonly keyOf: (row: Row) => string;
  /** About how high a row is in CSS pixels, before it is measured. */
  readonly heightOf: (row: Row) => number;
  readonly ariaOf: (row: Row, index: number) => RowAria;
  readonly render: (row: Row, index: number) => ReactNode;
  /** Whether several rows can be chosen at once. */
  readonly multiple?: boolean;
  /** The row that the keys act on, or -1. It is kept in sight when it changes. */
  readonly active: number;
  /** Arrow keys, Home, End, Page Up and Page Down. */
  readonly onMove: (index: number) => void;
  /** A click. */
  readonly onPress: (index: number) => void;
  /** Further keys, on the active row; the event's default is theirs to prevent. */
  readonly onKey?: (event: KeyboardEvent, index: number) => void;
}

/**
 * A list of any length of which only the rows in sight exist. Focus stays on the list, which names its active row; rows
 * are measured, so that larger text needs no other numbers.
 */
export function VirtualRows<Row>({
  role,
  label,
  rows,
  keyOf,
  heightOf,
  ariaOf,
  render,
  multiple = false,
  active,
  onMove,
  onPress,
  onKey,
}: VirtualRowsProps<Row>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // The active row is always there, for `aria-activedescendant` to point at.
  const { view, drawn } = useRowWindow({ box, rows, keyOf, heightOf, kept: active });

  const activeKey = active >= 0 && active < rows.length ? keyOf(rowAt(rows, active)) : null;
  const show = useEffectEvent(() => view.show(active));
  useEffect(() => {
    if (activeKey !== null) show();
  }, [activeKey]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { first, end } = view.range;
    const page = Math.max(1, end - first - 2);
    const next = moveInList({ key: event.key, active, length: rows.length, page });
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) {
      if (!isHeld(event)) onKey?.(event, active);
    } else {
      event.preventDefault();
      if (next !== active) onMove(next);
    }
  };

  return (
    <div
      ref={box}
      role={role}
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      aria-activedescendant={activeKey === null ? undefined : `${id}-${active}`}
      tabIndex={0}
      className={css.box}
      onKeyDown={onKeyDown}
    >
      <div role="none" className={css.all} style={{ height: view.places.total }}>
        {drawn.map((index) => {
          const row = rowAt(rows, index);
          return (
            // Keys are handled by the list, which has the focus.
            <div
              key={keyOf(row)}
              ref={view.measure}
              data-index={index}
              id={`${id}-${index}`}
              role={role === 'tree' ? 'treeitem' : 'option'}
              {...ariaOf(row, index)}
              data-active={index === active || undefined}
              className={css.row}
              style={{ transform: `translateY(${view.places.startOf(index)}px)` }}
              onClick={() => onPress(index)}
            >
              {render(row, index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`no row ${index} of ${rows.length}`);
  return row;
}
