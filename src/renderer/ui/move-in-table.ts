import { moveInList } from './move-in-list';

/** What is chosen in a table, by the keys of its rows. */
export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  /** The row that keys act on. */
  readonly active: string | null;
  /** Where a range that Shift extends begins. */
  readonly anchor: string | null;
}

/** Nothing chosen, no row active. */
export const emptySelection: TableSelection = { selected: new Set(), active: null, anchor: null };

/** Which keys were held. `toggle` is Ctrl, or ⌘ on macOS. */
export interface HeldKeys {
  readonly toggle: boolean;
  readonly extend: boolean;
}

/** A press on a row: alone it chooses that row, with `toggle` it adds or takes away, with `extend` it makes a range. */
export function pressInTable(
  keys: readonly string[],
  selection: TableSelection,
  { key, toggle, extend }: HeldKeys & { readonly key: string },
): TableSelection {
  if (extend) return extendTo(keys, selection, { key, keep: toggle });
  return toggle ? toggleIn(selection, key) : { selected: new Set([key]), active: key, anchor: key };
}

/** A key pressed in a table of the rows `keys`. */
export interface TableKey extends HeldKeys {
  readonly key: string;
  /** How many rows Page Up and Page Down pass. */
  readonly page: number;
}

/**
 * What a key makes of the selection, or null when the key is not for it. Arrows, Home, End and the page keys choose the
 * row they move to, extend to it with Shift, and only move with Ctrl; Space adds or takes away the active row; Ctrl+A
 * chooses all; Escape lets go of what is chosen.
 */
export function keyInTable(
  keys: readonly string[],
  selection: TableSelection,
  { key, page, toggle, extend }: TableKey,
): TableSelection | null {
  const active = selection.active === null ? -1 : keys.indexOf(selection.active);
  if (key === ' ') return active < 0 ? null : toggleIn(selection, keys[active] as string);
  if (key === 'Escape')
    return selection.selected.size > 0 ? { ...selection, selected: new Set() } : null;
  if (toggle && key.toLowerCase() === 'a')
    return { ...selection, selected: new Set(keys), active: selection.active ?? keys[0] ?? null };
  const index = moveInList({ key, active, length: keys.length, page });
  const next = index === null ? undefined : keys[index];
  if (next === undefined) return null;
  if (extend) return extendTo(keys, selection, { key: next, keep: toggle });
  if (toggle) return { ...selection, active: next };
  return { selected: new Set([next]), active: next, anchor: next };
}

/**
 * The selection when the rows are now `after` and were `before`: rows that are gone are let go, and an active row that is
 * gone gives way to the next one left, or to the last one before it.
 */
export function settleInTable(
  selection: TableSelection,
  before: readonly string[],
  after: readonly string[],
): TableSelection {
  const { selected, active, anchor } = selection;
  if (selected.size === 0 && active === null && anchor === null) return selection;
  const left = new Set(after);
  const next = active === null || left.has(active) ? active : neighbourOf(active, before, left);
  return {
    selected: [...selected].every((key) => left.has(key))
      ? selected
      : new Set([...selected].filter((key) => left.has(key))),
    active: next,
    anchor: anchor !== null && left.has(anchor) ? anchor : next,
  };
}

function neighbourOf(
  gone: string,
  before: readonly string[],
  left: ReadonlySet<string>,
): string | null {
  const at = before.indexOf(gone);
  if (at < 0) return null;
  return (
    before.slice(at).find((key) => left.has(key)) ??
    before.slice(0, at).findLast((key) => left.has(key)) ??
    null
  );
}

function toggleIn({ selected }: TableSelection, key: string): TableSelection {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return { selected: next, active: key, anchor: key };
}

function extendTo(
  keys: readonly string[],
  { selected, active, anchor }: TableSelection,
  { key, keep }: { readonly key: string; readonly keep: boolean },
): TableSelection {
  const begin = [anchor, active, key].find((one) => one !== null && keys.includes(one)) ?? key;
  const from = keys.indexOf(begin);
  const to = keys.indexOf(key);
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { selected: new Set(keep ? [...selected, ...range] : range), active: key, anchor: begin };
}
