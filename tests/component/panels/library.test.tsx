import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Article } from '../../../src/core/article';
import { LibraryPanel, type LibraryPanelProps } from '../../../src/renderer/panels/LibraryPanel';
import { type LibraryRow, libraryRows } from '../../../src/renderer/panels/library-rows';
import { articleId, buildArticle } from './build';
import { focusOn, show } from './show';

function dated(number: number, date: string | null): Article {
  const { published: _published, ...rest } = buildArticle(number);
  return date === null ? rest : { ...rest, published: { date, basis: 'header' } };
}

const shelf = [
  dated(1, '2025-01-03'),
  dated(2, null),
  dated(3, '2025-02-01'),
  dated(4, '2025-01-20'),
];

function props(changes: Partial<LibraryPanelProps> = {}): LibraryPanelProps {
  return {
    articles: shelf,
    openId: null,
    onOpen: vi.fn(),
    onRemove: vi.fn(),
    onOpenFiles: vi.fn(),
    onOpenSamples: vi.fn(),
    ...changes,
  };
}

function inBrief(row: LibraryRow): string {
  return row.kind === 'month' ? `${row.month ?? 'undated'} (${row.count})` : row.article.title;
}

describe('libraryRows', () => {
  const none = new Set<string>();
  it.each([
    {
      what: 'months newest first, undated last, the newest of a month first',
      articles: shelf,
      query: '',
      folded: none,
      rows: [
        '2025-02 (1)',
        'Article 3',
        '2025-01 (2)',
        'Article 4',
        'Article 1',
        'undated (1)',
        'Article 2',
      ],
    },
    {
      what: 'no heads while there is one month',
      articles: [dated(1, '2025-01-03'), dated(4, '2025-01-20')],
      query: '',
      folded: none,
      rows: ['Article 4', 'Article 1'],
    },
    {
      what: 'the head alone of a folded month',
      articles: shelf,
      query: '',
      folded: new Set(['2025-01', 'undated']),
      rows: ['2025-02 (1)', 'Article 3', '2025-01 (2)', 'undated (1)'],
    },
    {
      what: 'what a query finds, in folded months as well',
      articles: shelf,
      query: '2025-0',
      folded: new Set(['2025-01']),
      rows: ['2025-02 (1)', 'Article 3', '2025-01 (2)', 'Article 4', 'Article 1'],
    },
    {
      what: 'nothing for a query that finds nothing',
      articles: shelf,
      query: 'zzz',
      folded: none,
      rows: [],
    },
  ])('$what', ({ articles, query, folded, rows }) => {
    expect(libraryRows({ articles, query, folded }).map(inBrief)).toEqual(rows);
  });
});

const tree = () => page.getByRole('tree', { name: 'Library' });

describe('the keys', () => {
  it('move, open, fold and remove', async () => {
    const given = props();
    await show(<LibraryPanel {...given} />);
    focusOn(tree());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(given.onOpen).toHaveBeenLastCalledWith(articleId(3));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}');
    expect(given.onRemove).toHaveBeenLastCalledWith(articleId(4));
    await userEvent.keyboard('{ArrowLeft}');
    await expect
      .element(page.getByRole('treeitem', { name: /2025-01/ }))
      .toHaveAttribute('aria-expanded', 'false');
    await expect.element(page.getByText('Article 4')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText('Article 4')).toBeVisible();
  });
});

describe('the pointer', () => {
  it('opens with a click, and removes with the button that hovering shows', async () => {
    const given = props();
    await show(<LibraryPanel {...given} />);
    await page.getByText('Article 1').click();
    expect(given.onOpen).toHaveBeenCalledWith(articleId(1));
    await page.getByText('Article 3').hover();
    await page.getByRole('button', { name: 'Remove ‘Article 3’ from the library' }).click();
    expect(given.onRemove).toHaveBeenCalledWith(articleId(3));
    expect(given.onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('a large library', () => {
  const large = Array.from({ length: 20_000 }, (_, number) =>
    dated(number, `20${10 + (number % 15)}-0${1 + (number % 9)}-15`),
  );

  it('shows the open article, and few rows besides', async () => {
    await show(<LibraryPanel {...props({ articles: large, openId: articleId(15_000) })} />);
    await expect.element(page.getByText('Article 15000')).toBeVisible();
    await expect
      .element(page.getByRole('treeitem', { selected: true }))
      .toHaveAttribute('aria-level', '2');
    expect(page.getByRole('treeitem').elements().length).toBeLessThan(60);
  });

  it('is filtered by a box that a small one does not have', async () => {
    const shown = await show(<LibraryPanel {...props({ articles: large })} />);
    const filter = page.getByRole('textbox', { name: 'Filter articles' });
    await filter.fill('article 1234');
    await expect.element(page.getByText('Article 1234', { exact: true })).toBeVisible();
    await filter.fill('none such');
    await expect.element(page.getByText('No article matches ‘none such’.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(filter).toHaveValue('');
    await shown.rerender(<LibraryPanel {...props()} />);
    await expect.element(filter).not.toBeInTheDocument();
  });
});

it('says what to do while it is empty', async () => {
  const given = props({ articles: [] });
  await show(<LibraryPanel {...given} />);
  await page.getByRole('button', { name: 'Open files…' }).click();
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  expect(given.onOpenFiles).toHaveBeenCalledTimes(1);
  expect(given.onOpenSamples).toHaveBeenCalledTimes(1);
});
