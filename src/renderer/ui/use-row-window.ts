import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { RowGuess } from './row-places';
import { type RowRange, RowWindow } from './row-window';

/** What `useRowWindow` takes. */
export interface RowWindowOptions<Row> extends RowGuess<Row> {
  /** The element that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  /** A row that is drawn wherever it lies, or -1. */
  readonly kept: number;
}

/** How many rows are drawn beyond those in sight, at either end. */
const overscan = 6;

/** The window over `rows`, in step with them, and the indexes of the rows to be drawn, in order. */
export function useRowWindow<Row>({ box, rows, kept, keyOf, heightOf }: RowWindowOptions<Row>): {
  readonly view: RowWindow<Row>;
  readonly drawn: readonly number[];
} {
  const [view] = useState(() => new RowWindow<Row>({ keyOf, heightOf }));
  view.places.take(rows);
  const version = useSyncExternalStore(view.subscribe, () => view.version);
  useLayoutEffect(() => (box.current ? view.attach(box.current) : undefined), [box, view]);
  useLayoutEffect(() => {
    view.settle();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [view, version]);
  useEffect(() => {
    view.look();
    // Other rows may be in sight.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [view, rows]);
  return { view, drawn: indexesOf(view.range, rows.length, kept) };
}

function indexesOf({ first, end }: RowRange, count: number, kept: number): readonly number[] {
  const indexes: number[] = [];
  const from = end > first ? Math.max(0, first - overscan) : count;
  const to = Math.min(count, end + overscan);
  if (kept >= 0 && kept < Math.min(from, count)) indexes.push(kept);
  for (let index = from; index < to; index += 1) indexes.push(index);
  if (kept >= Math.max(from, to) && kept < count) indexes.push(kept);
  return indexes;
}
