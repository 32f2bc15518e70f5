import { describe, expect, it, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { type Article, compareArticles } from '../../../../src/core/article';
import type { KindCounts } from '../../../../src/core/health/finding';
import type { ArticleId } from '../../../../src/core/ids';
import { workStatusOf } from '../../../../src/core/work-status';
import {
  type LibraryCounts,
  LibraryPanel,
  type LibraryPanelProps,
} from '../../../../src/renderer/panels/library/LibraryPanel';
import { type LibraryRow, libraryRows } from '../../../../src/renderer/panels/library/library-rows';
import { articleId, buildArticle } from '../build';
import { focusOn, show } from '../show';

function dated(number: number, date: string | null): Article {
  const { published: _published, ...rest } = buildArticle(number);
  return date === null ? rest : { ...rest, published: { date, basis: 'header' } };
}

const shelf = [
  dated(1, '2025-01-03'),
  dated(2, null),
  dated(3, '2025-02-01'),
  dated(4, '2025-01-20'),
].toSorted(compareArticles);

const noCounts = { enterprise: 0, claim: 0, date: 0 };

/** Counts of which those of one article can be set, as tagging does. */
class SettableCounts implements LibraryCounts {
  statusVersion = 0;
  readonly #known = new Map<ArticleId, KindCounts>();
  readonly #listeners = new Set<() => void>();

  countsOf(id: ArticleId): KindCounts {
    return this.#known.get(id) ?? noCounts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(id: ArticleId, counts: KindCounts): void {
    if (!this.#known.has(id)) this.statusVersion += 1;
    this.#known.set(id, counts);
    for (const listener of this.#listeners) listener();
  }
}

function props(changes: Partial<LibraryPanelProps> = {}): LibraryPanelProps {
  return {
    articles: shelf,
    counts: new SettableCounts(),
    openId: null,
    onOpen: vi.fn(),
    onRemove: vi.fn(),
    onOpenFiles: vi.fn(),
    onOpenSamples: vi.fn(),
    ...changes,
  };
}

function inBrief(row: LibraryRow): string {
  if (row.kind === 'article') return row.article.title;
  const done = row.done > 0 ? `, ${row.done} done` : '';
  return `${row.month ?? 'undated'} (${row.count}${done})`;
}

const statusOf = (article: Article) => workStatusOf(article, noCounts);

/** The shelf, worked on: article 1 is done, 4 in work, 2 and 3 are new. */
const worked = shelf.map((article): Article => {
  if (article.id === articleId(1)) return { ...article, status: 'done' };
  return article.id === articleId(4) ? { ...article, status: 'in-work' } : article;
});

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
      articles: [dated(4, '2025-01-20'), dated(1, '2025-01-03')],
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
    const view = { articles, statusOf, query, shown: 'all', folded } as const;
    expect(libraryRows(view).map(inBrief)).toEqual(rows);
  });

  it.each([
    {
      what: 'how many of a month are done',
      shown: 'all',
      query: '',
      rows: [
        '2025-02 (1)',
        'Article 3',
        '2025-01 (2, 1 done)',
        'Article 4',
        'Article 1',
        'undated (1)',
        'Article 2',
      ],
    },
    {
      what: 'the new ones alone',
      shown: 'new',
      query: '',
      rows: ['2025-02 (1)', 'Article 3', 'undated (1)', 'Article 2'],
    },
    { what: 'those in work alone', shown: 'in-work', query: '', rows: ['Article 4'] },
    { what: 'those done alone', shown: 'done', query: '', rows: ['Article 1'] },
    { what: 'the new ones that a query finds', shown: 'new', query: '2025', rows: ['Article 3'] },
    { what: 'nothing where both find nothing', shown: 'done', query: '2025-02', rows: [] },
  ] as const)('$what', ({ shown, query, rows }) => {
    const view = { articles: worked, statusOf, query, shown, folded: none };
    expect(libraryRows(view).map(inBrief)).toEqual(rows);
  });

  it('leaves the row of an article the same object while it stands as it stood', () => {
    const view = { statusOf, query: '', shown: 'all', folded: none } as const;
    const before = libraryRows({ ...view, articles: shelf });
    const other = { ...dated(2, null), title: 'Another' };
    const articles = shelf.map((article) => (article.id === other.id ? other : article));
    const after = libraryRows({ ...view, articles });
    const articlesAnew = after.filter((row) => row.kind === 'article' && !before.includes(row));
    expect(articlesAnew.map(inBrief)).toEqual(['Another']);
  });

  it('finds in any of the fields, whatever the case, and not over their ends', () => {
    const steel = { ...dated(1, '2025-01-03'), title: 'Steel', outlet: 'The Gazette' };
    const view = { articles: [steel], statusOf, shown: 'all', folded: none } as const;
    const finds = (query: string) => libraryRows({ ...view, query }).length > 0;
    expect(['steel', ' GAZETTE ', '01-03', 'article-1.txt'].map(finds)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['steel the', 'copper'].map(finds)).toEqual([false, false]);
  });

  it('a month of done ones does not say so while only those are shown', () => {
    const articles = shelf.map((article): Article => ({ ...article, status: 'done' }));
    const view = { articles, statusOf, query: '', folded: none };
    expect(libraryRows({ ...view, shown: 'done' }).map(inBrief)[0]).toBe('2025-02 (1)');
    expect(libraryRows({ ...view, shown: 'all' }).map(inBrief)[0]).toBe('2025-02 (1, 1 done)');
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

const entry = (words: string): Locator => page.getByRole('treeitem').filter({ hasText: words });
const filterBy = (name: string): Locator => page.getByRole('radio', { name });

describe('how far the work is', () => {
  it.each([
    { article: 'Article 1', status: 'Done' },
    { article: 'Article 3', status: 'New' },
    { article: 'Article 4', status: 'In work' },
  ])('is said of $article: $status', async ({ article, status }) => {
    await show(<LibraryPanel {...props({ articles: worked })} />);
    await expect.element(entry(article)).toHaveAccessibleName(new RegExp(status));
    await expect.element(entry(article).getByTitle(status)).toBeVisible();
  });

  it('follows from the annotations where nobody has said', async () => {
    const counts = new SettableCounts();
    await show(<LibraryPanel {...props({ counts })} />);
    await expect.element(entry('Article 3')).toHaveAccessibleName(/New/);
    counts.set(articleId(3), { enterprise: 0, claim: 2, date: 0 });
    await expect.element(entry('Article 3')).toHaveAccessibleName(/In work.*2 claims/);
    await expect.element(filterBy('In work 1')).toBeInTheDocument();
    await expect.element(filterBy('New 3')).toBeInTheDocument();
  });

  it('takes an article off the list of new ones when something is tagged in it', async () => {
    const counts = new SettableCounts();
    await show(<LibraryPanel {...props({ counts })} />);
    await filterBy('New 4').click();
    counts.set(articleId(4), { enterprise: 1, claim: 0, date: 0 });
    await expect.element(entry('Article 4')).not.toBeInTheDocument();
    await expect.element(entry('Article 3')).toBeVisible();
  });

  it('draws the one row whose numbers are others', async () => {
    const counts = new SettableCounts();
    const drawn: string[] = [];
    /** Notes each time a row asks for its title, which it does whenever it is drawn. */
    const watched = shelf.map((article) => ({
      ...article,
      get title() {
        drawn.push(article.id);
        return article.title;
      },
    }));
    counts.set(articleId(3), { enterprise: 1, claim: 0, date: 0 });
    await show(<LibraryPanel {...props({ articles: watched, counts })} />);
    await expect.element(entry('Article 3')).toHaveAccessibleName(/1 enterprise/);
    drawn.length = 0;
    counts.set(articleId(3), { enterprise: 2, claim: 0, date: 0 });
    await expect.element(entry('Article 3')).toHaveAccessibleName(/2 enterprises/);
    expect([...new Set(drawn)]).toEqual([articleId(3)]);
  });

  it('stands at the head of a month as soon as one of it is done', async () => {
    await show(<LibraryPanel {...props({ articles: worked })} />);
    await expect.element(entry('2025-01')).toHaveTextContent('2025-01(1 of 2 done)');
    await expect.element(entry('2025-02')).toHaveTextContent('2025-02(1)');
  });

  it('filters the list, by pointer and by arrow keys', async () => {
    await show(<LibraryPanel {...props({ articles: worked })} />);
    await expect.element(filterBy('All 4')).toBeChecked();
    await filterBy('In work 1').click();
    await expect.element(entry('Article 1')).not.toBeInTheDocument();
    await expect.element(entry('Article 4')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(filterBy('Done 1')).toBeChecked();
    await expect.element(entry('Article 1')).toBeVisible();
    await expect.element(entry('Article 4')).not.toBeInTheDocument();
  });

  it('that no article has is said, with the way back', async () => {
    await show(<LibraryPanel {...props()} />);
    await filterBy('Done 0').click();
    await expect.element(page.getByText('No article is done yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all articles' }).click();
    await expect.element(entry('Article 3')).toBeVisible();
  });

  it('filters no longer when one article is left', async () => {
    const shown = await show(<LibraryPanel {...props({ articles: worked })} />);
    await filterBy('Done 1').click();
    const left = worked.filter(({ id }) => id === articleId(2));
    await shown.rerender(<LibraryPanel {...props({ articles: left })} />);
    await expect.element(entry('Article 2')).toBeVisible();
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
  });
});

it('marks an article that has a note', async () => {
  const noted = worked.map(
    (article): Article =>
      article.id === articleId(1) ? { ...article, note: 'compare with the spring' } : article,
  );
  await show(<LibraryPanel {...props({ articles: noted })} />);
  await expect.element(entry('Article 1')).toHaveAccessibleName(/Has a note/);
  await expect.element(entry('Article 1').getByTitle('compare with the spring')).toBeVisible();
  await expect.element(entry('Article 3')).not.toHaveAccessibleName(/Has a note/);
});

describe('a large library', () => {
  const large = Array.from({ length: 20_000 }, (_, number) =>
    dated(number, `20${10 + (number % 15)}-0${1 + (number % 9)}-15`),
  ).toSorted(compareArticles);

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

it('does not say that it is empty while it is read', async () => {
  const shown = await show(<LibraryPanel {...props({ articles: [], isReading: true })} />);
  await expect.element(page.getByRole('button', { name: 'Open files…' })).toBeVisible();
  await expect.element(page.getByText('Open the sample articles')).not.toBeInTheDocument();
  await shown.rerender(<LibraryPanel {...props()} />);
  await expect.element(entry('Article 3')).toBeVisible();
});

it('says what to do while it is empty', async () => {
  const given = props({ articles: [] });
  await show(<LibraryPanel {...given} />);
  await page.getByRole('button', { name: 'Open files…' }).click();
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  expect(given.onOpenFiles).toHaveBeenCalledTimes(1);
  expect(given.onOpenSamples).toHaveBeenCalledTimes(1);
});
