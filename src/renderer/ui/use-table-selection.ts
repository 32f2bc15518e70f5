import { useState } from 'react';
import { emptySelection, settleInTable, type TableSelection } from './move-in-table';

/**
 * What is chosen in a table whose rows are `keys` now, and how to choose otherwise. When the rows become others, what is
 * gone is let go. Give the same array for the same rows.
 */
export function useTableSelection(
  keys: readonly string[],
): readonly [TableSelection, (next: TableSelection) => void] {
  const [held, setHeld] = useState({ keys, selection: emptySelection });
  let { selection } = held;
  if (held.keys !== keys) {
    selection = settleInTable(selection, held.keys, keys);
    setHeld({ keys, selection });
  }
  return [selection, (next) => setHeld({ keys, selection: next })];
}
