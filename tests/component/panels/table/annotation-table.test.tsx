import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AnnotationBody } from '../../../../src/core/annotation/annotation';
import {
  AnnotationTable,
  type AnnotationTableProps,
} from '../../../../src/renderer/panels/table/AnnotationTable';
import { askedByKey } from '../../../../src/renderer/panels/table/annotation-table-keys';
import { wholeView } from '../../../../src/renderer/panels/table/annotation-table-rows';
import { type RosterRow, rowOf } from '../../../../src/renderer/workspace/annotation-roster';
import { eventually } from '../../../support/eventually';
import { annotationId, articleId, buildAnnotation, buildArticle, madeAt } from '../build';
import { focusOn, show } from '../show';

const bodies: readonly AnnotationBody[] = [
  { kind: 'enterprise' },
  { kind: 'claim', status: 'completed' },
  { kind: 'date', edtf: '2025-01-15' },
  { kind: 'enterprise', name: 'Kumgol Works' },
];
const articles = [
  buildArticle(1, { title: 'Kilns relit' }),
  buildArticle(2, { title: '수력발전소' }),
];

/** Row number `number` begins at that number times 100, and its words are `words` with the number. */
function buildRow(number: number, facts: Partial<Parameters<typeof rowOf>[0]> = {}): RosterRow {
  const body = bodies[number % bodies.length] ?? { kind: 'enterprise' };
  return rowOf(buildAnnotation(number, `words ${number}`, body, facts));
}

const eight = Array.from({ length: 8 }, (_, number) =>
  buildRow(number, { articleId: articleId(number < 6 ? 1 : 2) }),
);

type Given = Partial<AnnotationTableProps>;

function props(changes: Given = {}): AnnotationTableProps {
  return {
    rows: eight,
    reading: null,
    onRetry: null,
    articles,
    scope: 'project',
    onScope: vi.fn(),
    view: wholeView,
    onView: vi.fn(),
    names: ['Kumgol Works', 'Kumgol Kiln'],
    onOpen: vi.fn(),
    onDelete: vi.fn(),
    onKind: vi.fn(),
    onName: vi.fn(),
    ...changes,
  };
}

/** The table with its view kept and its deletions carried out, as the workspace does both. */
function Kept({ given }: { readonly given: AnnotationTableProps }) {
  const [view, setView] = useState(given.view);
  const [rows, setRows] = useState(given.rows);
  return (
    <AnnotationTable
      {...given}
      rows={rows}
      view={view}
      onView={setView}
      onDelete={(ids) => {
        given.onDelete(ids);
        setRows((before) => before.filter(({ id }) => !ids.includes(id)));
      }}
      onKind={(ids, kind) => {
        given.onKind(ids, kind);
        setRows((before) =>
          before.map((row) =>
            ids.includes(row.id) ? ({ ...row, kind, value: null } as RosterRow) : row,
          ),
        );
      }}
    />
  );
}

const size = { width: 1_100, height: 500 };

async function showTable(changes: Given = {}): Promise<AnnotationTableProps> {
  const given = props(changes);
  await show(<Kept given={given} />, size);
  return given;
}

const grid = () => page.getByRole('grid', { name: 'Table of annotations' });
const row = (number: number) =>
  page.getByRole('row', { name: new RegExp(`words ${number}(?!\\d)`) });
const name = () => page.getByRole('combobox');

function shownWords(): readonly string[] {
  return page
    .getByRole('gridcell', { name: /^words/ })
    .elements()
    .map((cell) => cell.textContent ?? '');
}

function activeWords(): string | undefined {
  const id = grid().element().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.querySelectorAll('[role=gridcell]')[1]?.textContent;
}

describe('the rows', () => {
  it('say the kind, the words, the value, the article, the coder and the change', async () => {
    await showTable();
    const cells = row(2).element().querySelectorAll('[role=gridcell]');
    expect([...cells].map(({ textContent }) => textContent).slice(0, 5)).toEqual([
      'Date',
      'words 2',
      '15 January 2025',
      'Kilns relit',
      'A. Coder',
    ]);
    expect(row(2).element().querySelector('time')?.dateTime).toBe(madeAt);
  });

  it('say the paragraph instead where the rows are of one article', async () => {
    await showTable({ scope: 'article', paragraphOf: ({ start }) => start / 100 + 1 });
    await expect.element(row(4).getByText('¶ 5')).toBeVisible();
  });

  it('say that there is a note, and more than one part', async () => {
    const noted = buildRow(1, {
      note: 'ask',
      fragments: [
        { start: 1, end: 2 },
        { start: 4, end: 5 },
      ],
    });
    await showTable({ rows: [noted] });
    await expect.element(page.getByRole('img', { name: 'Has a note' })).toBeVisible();
    await expect.element(page.getByText('2 parts')).toBeVisible();
  });

  it('keep words and value in sight at 560 pixels', async () => {
    await show(<AnnotationTable {...props()} />, { width: 560, height: 400 });
    await expect.element(row(3)).toBeVisible();
    const heads = page
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent);
    expect(heads).toEqual(['Kind', 'Words', 'Value']);
    const [, words] = row(3).element().querySelectorAll('[role=gridcell]');
    expect(words?.clientWidth).toBeGreaterThan(200);
  });

  it('open with Enter and with a double click', async () => {
    const given = await showTable();
    await row(3).dblClick();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(vi.mocked(given.onOpen).mock.calls).toEqual([[eight[3]], [eight[4]]]);
  });
});

describe('the filters', () => {
  it('leave what matches, and say how much that is', async () => {
    await showTable();
    const filter = page.getByRole('textbox', { name: 'Filter annotations' });
    await filter.fill('words 5');
    await expect.element(page.getByText('1 of 8 shown')).toBeVisible();
    expect(shownWords()).toEqual(['words 5']);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('8 of 8 shown')).toBeVisible();
    await filter.fill('발전소');
    await expect.element(page.getByText('2 of 8 shown')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(grid().element());
  });

  it('hide and show kinds', async () => {
    await showTable();
    await page.getByRole('button', { name: '4 enterprises' }).click();
    await expect.element(page.getByText('4 of 8 shown')).toBeVisible();
    expect(shownWords()).toEqual(['words 1', 'words 2', 'words 5', 'words 6']);
  });

  it('offer the coders once there are several', async () => {
    const rows = [buildRow(0), buildRow(1, { provenance: { coder: '', origin: 'hand' } })];
    await showTable({ rows });
    await page.getByRole('combobox', { name: 'Coder' }).selectOptions('No name given');
    await expect.element(page.getByText('1 of 2 shown')).toBeVisible();
    await page.getByRole('combobox', { name: 'Coder' }).selectOptions('Every coder');
    await expect.element(page.getByText('2 of 2 shown')).toBeVisible();
  });

  it('that let nothing through can be lifted at once', async () => {
    await showTable({ view: { ...wholeView, kinds: ['date'], query: 'words 0' } });
    await page.getByRole('button', { name: 'Show all annotations' }).click();
    await expect.element(page.getByText('8 of 8 shown')).toBeVisible();
    expect(document.activeElement).toBe(grid().element());
  });

  it('let go of what they hide, so that nothing unseen is changed', async () => {
    await showTable();
    await row(0).click();
    await row(1).click({ modifiers: ['Control'] });
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('button', { name: '4 enterprises' }).click();
    await expect.element(page.getByText('1 selected')).toBeVisible();
    await page.getByRole('button', { name: '4 enterprises' }).click();
    await expect.element(page.getByText('8 of 8 shown')).toBeVisible();
    await expect.element(page.getByText('1 selected')).toBeVisible();
  });
});

describe('the scope', () => {
  it('is chosen between the article and the project', async () => {
    const given = await showTable();
    await page.getByRole('radio', { name: 'This article' }).click();
    expect(given.onScope).toHaveBeenCalledWith('article');
  });

  it('is no choice while no article is open', async () => {
    await showTable({ onScope: null });
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
  });
});

describe('the order', () => {
  it('is that of the library and the text until a head is pressed, and keeps what is selected', async () => {
    await showTable({ rows: eight.toReversed() });
    expect(shownWords()[0]).toBe('words 0');
    await row(1).click();
    await page.getByRole('button', { name: 'Words' }).click();
    await page.getByRole('button', { name: 'Words' }).click();
    await eventually(() => expect(shownWords()[0]).toBe('words 7'));
    await expect.element(row(1)).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByText('1 selected')).toBeVisible();
  });
});

describe('deleting', () => {
  it.each([
    { name: 'the active row with Delete', keys: '{Home}{Delete}', ids: [0], active: 'words 1' },
    { name: 'it with Backspace', keys: '{End}{Backspace}', ids: [7], active: 'words 6' },
    {
      name: 'several, and goes on at the next one left',
      keys: '{Home}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Delete}',
      ids: [1, 2, 3],
      active: 'words 4',
    },
  ])('takes away $name', async ({ keys, ids, active }) => {
    const given = await showTable();
    focusOn(grid());
    await userEvent.keyboard(keys);
    expect(given.onDelete).toHaveBeenCalledExactlyOnceWith(ids.map(annotationId));
    await eventually(() => expect(activeWords()).toBe(active));
    expect(document.activeElement).toBe(grid().element());
  });

  it('can be done time and again', async () => {
    const given = await showTable();
    focusOn(grid());
    await userEvent.keyboard('{Home}{Delete}');
    await eventually(() => expect(activeWords()).toBe('words 1'));
    await userEvent.keyboard('{Delete}');
    await eventually(() => expect(activeWords()).toBe('words 2'));
    expect(given.onDelete).toHaveBeenCalledTimes(2);
  });

  it('by the button leaves the focus in the table, also when nothing is left', async () => {
    const given = await showTable();
    focusOn(grid());
    await userEvent.keyboard('{Control>}a{/Control}');
    await page.getByRole('button', { name: 'Delete 8' }).click();
    expect(given.onDelete).toHaveBeenCalledExactlyOnceWith(eight.map(({ id }) => id));
    await expect.element(page.getByText('Nothing is tagged in this project yet.')).toBeVisible();
    expect(document.activeElement).toBe(grid().element());
  });
});

describe('changing the kind', () => {
  it.each([
    { keys: '1', kind: 'enterprise' },
    { keys: '2', kind: 'claim' },
    { keys: '3', kind: 'date' },
  ])('by $keys makes $kind of what is selected, which stays selected', async ({ keys, kind }) => {
    const given = await showTable();
    focusOn(grid());
    await userEvent.keyboard(`{Home}{ArrowDown}{Shift>}{ArrowDown}{/Shift}${keys}`);
    expect(given.onKind).toHaveBeenCalledExactlyOnceWith([annotationId(1), annotationId(2)], kind);
    await expect.element(page.getByText('2 selected')).toBeVisible();
  });

  it('by a button', async () => {
    const given = await showTable();
    await row(4).click();
    await page.getByRole('button', { name: 'Change 1 to date' }).click();
    expect(given.onKind).toHaveBeenCalledExactlyOnceWith([annotationId(4)], 'date');
    expect(document.activeElement).toBe(grid().element());
  });

  it('offers no kind that all have already', async () => {
    await showTable();
    await row(4).click();
    await expect
      .element(page.getByRole('button', { name: 'Change 1 to enterprise' }))
      .toBeDisabled();
  });

  it('keys without a row to act on are kept from the article all the same', async () => {
    const given = await showTable();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): number => heard.push(key);
    document.addEventListener('keydown', listen);
    focusOn(grid());
    await userEvent.keyboard('1{Delete}n');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual(['n']);
    expect(given.onKind).not.toHaveBeenCalled();
    expect(given.onDelete).not.toHaveBeenCalled();
  });
});

describe('naming', () => {
  it('by R names the enterprises selected, and Enter comes back to the table', async () => {
    const given = await showTable();
    focusOn(grid());
    await userEvent.keyboard('{Control>}a{/Control}r');
    await expect.element(name()).toHaveFocus();
    await userEvent.keyboard('Kiln No. 2{Enter}');
    expect(given.onName).toHaveBeenCalledExactlyOnceWith(
      eight.map(({ id }) => id),
      'Kiln No. 2',
    );
    expect(document.activeElement).toBe(grid().element());
  });

  it('by R selects the active row when nothing is selected', async () => {
    await showTable();
    focusOn(grid());
    await userEvent.keyboard('{Home}{Escape}r');
    await expect.element(name()).toHaveFocus();
    await expect.element(page.getByText('1 selected')).toBeVisible();
  });

  it('takes a name used before', async () => {
    const given = await showTable();
    await row(0).click();
    await userEvent.keyboard('rkiln{ArrowDown}{Enter}');
    await eventually(() =>
      expect(given.onName).toHaveBeenCalledExactlyOnceWith([annotationId(0)], 'Kumgol Kiln'),
    );
    expect(document.activeElement).toBe(grid().element());
  });

  it('shows the name that all have, and takes it away', async () => {
    const given = await showTable();
    await row(3).click();
    await row(7).click({ modifiers: ['Control'] });
    await expect.element(name()).toHaveValue('Kumgol Works');
    await name().fill('');
    await userEvent.keyboard('{Enter}');
    expect(given.onName).toHaveBeenCalledExactlyOnceWith([annotationId(3), annotationId(7)], null);
  });

  it('stores what was typed for the rows it was typed for when another is chosen', async () => {
    const given = await showTable();
    await row(0).click();
    await userEvent.keyboard('r');
    await userEvent.keyboard('Half typed');
    await row(3).click();
    expect(given.onName).toHaveBeenCalledExactlyOnceWith([annotationId(0)], 'Half typed');
    await expect.element(name()).toHaveValue('Kumgol Works');
  });

  it('says that there are several names, and stores nothing for it', async () => {
    const given = await showTable();
    await row(0).click();
    await row(3).click({ modifiers: ['Control'] });
    await expect.element(page.getByPlaceholder('Several names')).toHaveValue('');
    await userEvent.keyboard('r{Enter}');
    expect(given.onName).not.toHaveBeenCalled();
  });

  it('is not offered for claims and dates', async () => {
    await showTable();
    await row(1).click();
    await row(2).click({ modifiers: ['Control'] });
    await expect.element(page.getByText('2 selected')).toBeVisible();
    await expect.element(name()).not.toBeInTheDocument();
  });

  it('goes back by Escape, past the list and what was typed, without storing', async () => {
    const given = await showTable();
    await row(0).click();
    await userEvent.keyboard('rkiln{Escape}{Escape}{Escape}');
    expect(document.activeElement).toBe(grid().element());
    expect(given.onName).not.toHaveBeenCalled();
  });
});

describe('askedByKey', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  it.each([
    {
      name: 'R where the layout writes hangul',
      press: { key: 'ㄱ', code: 'KeyR' },
      asked: { act: 'name' },
    },
    {
      name: 'R where the layout has moved it',
      press: { key: 'r', code: 'KeyO' },
      asked: { act: 'name' },
    },
    { name: 'another letter at its place', press: { key: 'p', code: 'KeyR' }, asked: null },
    {
      name: 'a digit of the other row',
      press: { key: '&', code: 'Digit1' },
      asked: { act: 'kind', kind: 'enterprise' },
    },
    {
      name: 'a digit of the number pad',
      press: { key: '3', code: 'Numpad3' },
      asked: { act: 'kind', kind: 'date' },
    },
    { name: 'a chord', press: { key: 'r', code: 'KeyR', ctrlKey: true }, asked: null },
    {
      name: 'the number pad without Num Lock',
      press: { key: 'End', code: 'Numpad1' },
      asked: null,
    },
    {
      name: 'a sign typed with AltGr',
      press: { key: '²', code: 'Digit2', getModifierState: () => true },
      asked: null,
    },
    { name: 'a sign at its place', press: { key: '®', code: 'KeyR' }, asked: null },
    { name: 'a digit that is no kind', press: { key: '4', code: 'Digit4' }, asked: null },
  ])('understands $name', ({ press, asked }) => {
    expect(askedByKey({ ...plain, ...press })).toEqual(asked);
  });
});

describe('a table without rows', () => {
  it.each([
    { scope: 'article', words: 'Nothing is tagged in this article yet.' },
    { scope: 'project', words: 'Nothing is tagged in this project yet.' },
  ] as const)('says so of the $scope', async ({ scope, words }) => {
    await showTable({ rows: [], scope });
    await expect.element(page.getByText(words)).toBeVisible();
  });

  it('says how far reading is, after a while', async () => {
    await showTable({ rows: [], reading: { loaded: 5_000, total: 20_000 } });
    const progress = page.getByRole('progressbar', { name: '5,000 of 20,000 annotations read' });
    await expect.element(progress).toBeVisible();
    await expect.element(progress).toHaveAttribute('value', '0.25');
  });

  it('says that reading failed, and reads again', async () => {
    const onRetry = vi.fn();
    await showTable({ rows: [], onRetry });
    await expect
      .element(page.getByRole('alert').getByText('The annotations could not be read.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe('many rows', () => {
  const many = Array.from({ length: 50_000 }, (_, number) => buildRow(number));

  it('keep the selection while more arrive', async () => {
    const shown = await show(
      <AnnotationTable
        {...props({ rows: many.slice(20_000, 25_000), reading: { loaded: 5_000, total: 50_000 } })}
      />,
      size,
    );
    await expect.element(page.getByText('5,000 of 50,000 annotations read')).toBeVisible();
    await row(20_003).click();
    await shown.rerender(<AnnotationTable {...props({ rows: many })} />);
    await expect.element(page.getByText('50,000 of 50,000 shown')).toBeVisible();
    await expect.element(page.getByText('1 selected')).toBeVisible();
    expect(activeWords()).toBe('words 20003');
  });

  it('exist only near what is in sight', async () => {
    await showTable({ rows: many });
    await expect.element(row(0)).toBeVisible();
    expect(page.getByRole('row').elements().length).toBeLessThan(60);
  });
});

it('reads in Korean', async () => {
  await show(<AnnotationTable {...props()} />, { ...size, language: 'ko' });
  await expect.element(page.getByText('8개 중 8개 보임')).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: '고친 때' })).toBeVisible();
});
