import fc from 'fast-check';
import { useMemo, useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  emptySelection,
  keyInTable,
  pressInTable,
  settleInTable,
  type TableSelection,
} from '../../../src/renderer/ui/move-in-table';
import { useTableSelection } from '../../../src/renderer/ui/use-table-selection';
import { type TableColumn, VirtualTable } from '../../../src/renderer/ui/VirtualTable';
import { eventually } from '../../support/eventually';
import { focusOn, show } from '../panels/show';

const five = ['a', 'b', 'c', 'd', 'e'];

/** `a [b] *c` in words: the selected rows in brackets, the active one with a star, the anchor with a caret. */
function inBrief({ selected, active, anchor }: TableSelection, keys = five): string {
  return keys
    .map((key) => {
      const marks = `${key === active ? '*' : ''}${key === anchor ? '^' : ''}`;
      return selected.has(key) ? `[${marks}${key}]` : `${marks}${key}`;
    })
    .join(' ');
}

function chosen(selected: string, active: string, anchor = active): TableSelection {
  return { selected: new Set(selected), active, anchor };
}

describe('pressInTable', () => {
  const cases = [
    { name: 'alone chooses one', from: chosen('ab', 'b'), key: 'd', gives: 'a b c [*^d] e' },
    {
      name: 'with toggle adds',
      from: chosen('ab', 'b'),
      key: 'd',
      toggle: true,
      gives: '[a] [b] c [*^d] e',
    },
    {
      name: 'with toggle takes away',
      from: chosen('ab', 'b'),
      key: 'a',
      toggle: true,
      gives: '*^a [b] c d e',
    },
    {
      name: 'with extend makes a range',
      from: chosen('b', 'b'),
      key: 'd',
      extend: true,
      gives: 'a [^b] [c] [*d] e',
    },
    {
      name: 'with extend makes one backwards',
      from: chosen('d', 'd'),
      key: 'b',
      extend: true,
      gives: 'a [*b] [c] [^d] e',
    },
    {
      name: 'with extend lets go of a range begun before',
      from: chosen('bcd', 'd', 'b'),
      key: 'a',
      extend: true,
      gives: '[*a] [^b] c d e',
    },
    {
      name: 'with both adds a range',
      from: chosen('ad', 'd'),
      key: 'e',
      toggle: true,
      extend: true,
      gives: '[a] b c [^d] [*e]',
    },
    {
      name: 'with extend and nothing to begin at chooses one',
      from: emptySelection,
      key: 'c',
      extend: true,
      gives: 'a b [*^c] d e',
    },
    {
      name: 'with extend begins at the active row when the anchor is gone',
      from: chosen('b', 'b', 'z'),
      key: 'c',
      extend: true,
      gives: 'a [^b] [*c] d e',
    },
  ];
  it.each(cases)('$name', ({ from, key, toggle = false, extend = false, gives }) => {
    expect(inBrief(pressInTable(five, from, { key, toggle, extend }))).toBe(gives);
  });
});

describe('keyInTable', () => {
  const cases = [
    { key: 'ArrowDown', from: chosen('b', 'b'), gives: 'a b [*^c] d e' },
    { key: 'ArrowUp', from: chosen('b', 'b'), gives: '[*^a] b c d e' },
    { key: 'ArrowDown', from: emptySelection, gives: '[*^a] b c d e' },
    { key: 'ArrowDown', from: chosen('e', 'e'), gives: 'a b c d [*^e]' },
    { key: 'Home', from: chosen('d', 'd'), gives: '[*^a] b c d e' },
    { key: 'End', from: chosen('b', 'b'), gives: 'a b c d [*^e]' },
    { key: 'PageDown', from: chosen('a', 'a'), gives: 'a b c [*^d] e' },
    { key: 'PageUp', from: chosen('e', 'e'), gives: 'a [*^b] c d e' },
    { key: 'ArrowDown', extend: true, from: chosen('b', 'b'), gives: 'a [^b] [*c] d e' },
    { key: 'ArrowUp', extend: true, from: chosen('bc', 'c', 'b'), gives: 'a [*^b] c d e' },
    { key: 'End', extend: true, from: chosen('b', 'b'), gives: 'a [^b] [c] [d] [*e]' },
    { key: 'ArrowDown', toggle: true, from: chosen('b', 'b'), gives: 'a [^b] *c d e' },
    { key: ' ', toggle: true, from: chosen('b', 'd', 'b'), gives: 'a [b] c [*^d] e' },
    { key: ' ', from: chosen('b', 'b'), gives: 'a *^b c d e' },
    { key: 'a', toggle: true, from: chosen('b', 'b'), gives: '[a] [*^b] [c] [d] [e]' },
    { key: 'A', toggle: true, from: emptySelection, gives: '[*a] [b] [c] [d] [e]' },
    { key: 'Escape', from: chosen('bc', 'c'), gives: 'a b *^c d e' },
    { key: 'Escape', from: chosen('', 'c'), gives: null },
    { key: 'a', from: chosen('b', 'b'), gives: null },
    { key: ' ', from: emptySelection, gives: null },
    { key: 'Enter', from: chosen('b', 'b'), gives: null },
  ];
  for (const { key, from, gives, toggle = false, extend = false } of cases)
    it(`${toggle ? 'Ctrl+' : ''}${extend ? 'Shift+' : ''}${key === ' ' ? 'Space' : key} makes ${inBrief(from)} into ${gives ?? 'nothing else'}`, () => {
      const next = keyInTable(five, from, { key, toggle, extend, page: 3 });
      expect(next && inBrief(next)).toBe(gives);
    });

  it('has nothing to do in an empty table', () => {
    const held = { toggle: false, extend: false, page: 3 };
    expect(keyInTable([], emptySelection, { key: 'ArrowDown', ...held })).toBeNull();
  });
});

describe('settleInTable', () => {
  const cases = [
    {
      name: 'keeps what is chosen in another order',
      from: chosen('bd', 'd', 'b'),
      after: 'edcba',
      gives: 'e [*d] c [^b] a',
    },
    {
      name: 'keeps it among new rows',
      from: chosen('b', 'b'),
      after: 'xabcdey',
      gives: 'x a [*^b] c d e y',
    },
    {
      name: 'goes to the next row left',
      from: chosen('bc', 'c', 'b'),
      after: 'ade',
      gives: 'a *^d e',
    },
    {
      name: 'goes to the one before when none follows',
      from: chosen('de', 'e'),
      after: 'abc',
      gives: 'a b *^c',
    },
    {
      name: 'lets go of the rest of a range alone',
      from: chosen('abc', 'c', 'a'),
      after: 'acde',
      gives: '[^a] [*c] d e',
    },
    { name: 'is empty when no row is left', from: chosen('b', 'b'), after: '', gives: '' },
  ];
  it.each(cases)('$name', ({ from, after, gives }) => {
    const keys = [...after];
    expect(inBrief(settleInTable(from, five, keys), keys)).toBe(gives);
  });

  it('leaves nothing active that is not there, whatever happens', () => {
    const anyKeys = fc.shuffledSubarray(five);
    const anyStep = fc.record({
      key: fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', ' ', 'a', 'Escape'),
      toggle: fc.boolean(),
      extend: fc.boolean(),
      keys: anyKeys,
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        let selection = emptySelection;
        let before: readonly string[] = five;
        for (const { keys, ...held } of steps) {
          selection = keyInTable(before, selection, { ...held, page: 2 }) ?? selection;
          selection = settleInTable(selection, before, keys);
          const { selected, active, anchor } = selection;
          expect(keys).toEqual(expect.arrayContaining([...selected]));
          for (const key of [active, anchor]) if (key !== null) expect(keys).toContain(key);
          before = keys;
        }
      }),
    );
  });
});

type Name = 'word' | 'number' | 'rest';

const columns: readonly TableColumn<number, Name>[] = [
  {
    name: 'word',
    label: 'Word',
    width: 'minmax(0, 1fr)',
    shownFrom: 'any',
    render: (row) => `word ${row}`,
  },
  { name: 'number', label: 'Number', width: '80px', shownFrom: 'middle', render: (row) => row },
  { name: 'rest', label: 'Rest', width: '80px', shownFrom: 'wide', render: () => 'rest' },
];

interface TableProps {
  readonly count?: number;
  readonly onSort?: (column: Name) => void;
  readonly onOpen?: (index: number) => void;
  readonly onKey?: (key: string, active: number) => void;
}

/** A table of numbers with its selection kept, as a panel keeps it. */
function Numbers({
  count = 1_000,
  onSort = () => undefined,
  onOpen = () => undefined,
  onKey,
}: TableProps) {
  const rows = useMemo(() => Array.from({ length: count }, (_, row) => row), [count]);
  const keys = useMemo(() => rows.map(String), [rows]);
  const [selection, select] = useTableSelection(keys);
  const [direction, setDirection] = useState<'ascending' | 'descending'>('ascending');
  const box = useRef<HTMLDivElement>(null);
  return (
    <VirtualTable
      label="Numbers"
      columns={columns}
      rows={rows}
      keys={keys}
      sort={{ column: 'word', direction }}
      onSort={(column) => {
        onSort(column);
        setDirection('descending');
      }}
      selection={selection}
      onSelection={select}
      onOpen={onOpen}
      onKey={(event, active) => onKey?.(event.key, active)}
      boxRef={box}
    />
  );
}

const size = { width: 1_000, height: 400 };
const grid = () => page.getByRole('grid', { name: 'Numbers' });
const row = (number: number) =>
  page.getByRole('row', { name: new RegExp(`^word ${number}(?!\\d)`) });

function selectedRows(): readonly string[] {
  return page
    .getByRole('row', { selected: true })
    .elements()
    .map(
      (element) =>
        element.querySelector('[role=gridcell]')?.textContent?.slice('word '.length) ?? '',
    );
}

function activeElement(): Element | null {
  return document.getElementById(grid().element().getAttribute('aria-activedescendant') ?? '');
}

describe('the table', () => {
  it('tells how many rows there are, and holds few', async () => {
    await show(<Numbers count={50_000} />, size);
    await expect.element(row(0)).toBeVisible();
    expect(grid().element().getAttribute('aria-rowcount')).toBe('50001');
    expect(row(0).element().getAttribute('aria-rowindex')).toBe('2');
    expect(page.getByRole('row').elements().length).toBeLessThan(60);
  });

  it.each([
    { width: 1_000, heads: ['Word', 'Number', 'Rest'] },
    { width: 700, heads: ['Word', 'Number'] },
    { width: 500, heads: ['Word'] },
  ])('shows $heads at $width pixels', async ({ width, heads }) => {
    await show(<Numbers />, { width, height: 300 });
    await expect.element(row(0)).toBeVisible();
    const shown = page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent);
    expect(shown).toEqual(heads);
    expect(row(0).element().querySelectorAll('[role=gridcell]')[0]?.clientWidth).toBeGreaterThan(
      400,
    );
  });

  it('says by which column it is ordered, and asks for another', async () => {
    const onSort = vi.fn();
    await show(<Numbers onSort={onSort} />, size);
    const head = page.getByRole('columnheader', { name: 'Word' });
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('button', { name: 'Word' }).click();
    await expect.element(head).toHaveAttribute('aria-sort', 'descending');
    await page.getByRole('button', { name: 'Number' }).click();
    expect(onSort.mock.calls).toEqual([['word'], ['number']]);
  });

  it('leaves the keys of a head to the head', async () => {
    const onSort = vi.fn();
    await show(<Numbers onSort={onSort} />, size);
    focusOn(page.getByRole('button', { name: 'Number' }));
    await userEvent.keyboard('{Enter}{ArrowDown}');
    expect(onSort).toHaveBeenCalledTimes(1);
    expect(selectedRows()).toEqual([]);
  });
});

describe('the pointer', () => {
  it('chooses, adds with Ctrl, makes a range with Shift, and opens twice pressed', async () => {
    const onOpen = vi.fn();
    await show(<Numbers onOpen={onOpen} />, size);
    await row(2).click();
    expect(selectedRows()).toEqual(['2']);
    expect(document.activeElement).toBe(grid().element());
    await row(4).click({ modifiers: ['Control'] });
    expect(selectedRows()).toEqual(['2', '4']);
    await row(6).click({ modifiers: ['Shift'] });
    expect(selectedRows()).toEqual(['4', '5', '6']);
    await row(3).dblClick();
    expect(onOpen).toHaveBeenLastCalledWith(3);
  });
});

describe('the keys', () => {
  it.each([
    { keys: '{ArrowDown}', selected: ['0'] },
    { keys: '{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}', selected: ['1', '2'] },
    { keys: '{ArrowDown}{Control>}{ArrowDown}{ArrowDown}{/Control} ', selected: ['0', '2'] },
    { keys: '{End}', selected: ['999'] },
    { keys: '{End}{Home}', selected: ['0'] },
  ])('$keys select $selected', async ({ keys, selected }) => {
    await show(<Numbers />, size);
    focusOn(grid());
    await userEvent.keyboard(keys);
    await eventually(() => expect(selectedRows()).toEqual(selected));
  });

  it('keep the active row in sight, below the heads, and name it', async () => {
    await show(<Numbers />, size);
    focusOn(grid());
    await userEvent.keyboard('{End}{PageUp}{PageUp}{PageUp}{PageUp}');
    await eventually(() => {
      const active = activeElement()?.getBoundingClientRect();
      const head = page.getByRole('columnheader', { name: 'Word' }).element().parentElement;
      const box = grid().element().getBoundingClientRect();
      expect(active?.top).toBeGreaterThanOrEqual((head?.getBoundingClientRect().bottom ?? 0) - 1);
      expect(active?.bottom).toBeLessThanOrEqual(box.bottom + 1);
    });
    expect(activeElement()?.getAttribute('aria-selected')).toBe('true');
    expect(activeElement()?.textContent).toMatch(/word 9[45]\d/);
  });

  it('name the active row also when it is scrolled out of sight', async () => {
    await show(<Numbers />, size);
    await row(2).click();
    grid().element().scrollTop = 21_000;
    await expect.element(row(700)).toBeVisible();
    expect(activeElement()?.textContent).toContain('word 2');
  });

  it('open with Enter, and hand on what is not theirs', async () => {
    const onOpen = vi.fn();
    const onKey = vi.fn();
    await show(<Numbers onOpen={onOpen} onKey={onKey} />, size);
    focusOn(grid());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}{Delete}x');
    expect(onOpen.mock.calls).toEqual([[1]]);
    expect(onKey.mock.calls).toEqual([
      ['Delete', 1],
      ['x', 1],
    ]);
  });

  it('that they take do not reach the window', async () => {
    await show(<Numbers />, size);
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): number => heard.push(key);
    document.addEventListener('keydown', listen);
    focusOn(grid());
    await userEvent.keyboard('{ArrowDown}{Escape}{Escape}x');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual(['Escape', 'x']);
  });

  it('choose 50,000 at once', async () => {
    await show(<Numbers count={50_000} />, size);
    focusOn(grid());
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(row(0)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Shift>}{End}{/Shift}');
    await expect.element(row(49_999)).toHaveAttribute('aria-selected', 'true');
  });
});

it('fewer rows than before let go of what is gone', async () => {
  const shown = await show(<Numbers />, size);
  focusOn(grid());
  await userEvent.keyboard('{End}');
  await expect.element(row(999)).toBeVisible();
  await shown.rerender(<Numbers count={4} />);
  await expect.element(row(3)).toBeVisible();
  expect(selectedRows()).toEqual([]);
  expect(activeElement()?.textContent).toContain('word 3');
});
