import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { annotate, editNote } from '../../../../src/core/annotation/edits';
import { type GroupId, makeId } from '../../../../src/core/ids';
import HistoryPane from '../../../../src/renderer/app/history/HistoryPane';
import { en } from '../../../../src/renderer/i18n/en';
import { ko } from '../../../../src/renderer/i18n/ko';
import {
  HistoryPanel,
  type HistoryPanelProps,
} from '../../../../src/renderer/panels/history/HistoryPanel';
import type { ShownStep } from '../../../../src/renderer/panels/history/history-days';
import { openDatabase } from '../../../../src/renderer/storage/db';
import { ArticleDecoder } from '../../../../src/renderer/workers/article-decoder';
import { openWorkspace, type Workspace } from '../../../../src/renderer/workspace/workspace';
import { annotationOf, buildArticle } from '../../../support/builders';
import { eventually } from '../../../support/eventually';
import { memoryDesktop } from '../../../unit/workspace/memory-desktop';
import { focusOn, show } from '../show';

/** Ten in the morning by the clock of this machine, whatever its zone. */
const now = new Date(2026, 10, 22, 10, 0).toISOString();

function groupId(number: number): GroupId {
  return makeId('grp', String(number));
}

/** When it was so many minutes before `now`. */
function before(minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}

function step(number: number, facts: Partial<ShownStep> = {}): ShownStep {
  return {
    groupId: groupId(number),
    label: { code: 'annotate', kind: 'enterprise', exact: `words ${number}` },
    at: before(100 - number),
    coder: 'A. Coder',
    isHead: false,
    ...facts,
  };
}

/** Steps with these numbers, the newest first, of which `head` is the last done. */
function stepsOf(numbers: readonly number[], head: number | null): readonly ShownStep[] {
  return numbers.map((number) => step(number, { isHead: number === head }));
}

function props(changes: Partial<HistoryPanelProps> = {}): HistoryPanelProps {
  return {
    steps: stepsOf([5, 4, 3, 2, 1], 3),
    hasMore: false,
    now,
    coder: 'A. Coder',
    onGoTo: vi.fn(),
    onMore: vi.fn(),
    onClose: vi.fn(),
    ...changes,
  };
}

const row = (name: RegExp) => page.getByRole('button', { name });
const here = () => row(/You are here/);

function labels(): readonly (string | null)[] {
  return page
    .getByRole('button', { name: /Tagged|Before the first edit/ })
    .elements()
    .map((element) => element.getAttribute('aria-label'));
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the words for how long ago', () => {
  it.each([
    [-30, 'just now', '방금'],
    [0, 'just now', '방금'],
    [59.9, 'just now', '방금'],
    [60, '1 minute ago', '1분 전'],
    [119, '1 minute ago', '1분 전'],
    [120, '2 minutes ago', '2분 전'],
    [3_599, '59 minutes ago', '59분 전'],
    [3_600, '1 hour ago', '1시간 전'],
    [86_399, '23 hours ago', '23시간 전'],
  ])('of %s seconds', (seconds, english, korean) => {
    expect(en.history.ago(seconds)).toBe(english);
    expect(ko.history.ago(seconds)).toBe(korean);
  });
});

describe('the rows', () => {
  it('say what was done and when, and which were undone', async () => {
    await show(<HistoryPanel {...props()} />);
    await expect.element(here()).toHaveAttribute('aria-current', 'step');
    expect(labels()).toEqual([
      'Tagged ‘words 5’ as enterprise, undone, 1 hour ago, 22 November 2026, 08:25',
      'Tagged ‘words 4’ as enterprise, undone, 1 hour ago, 22 November 2026, 08:24',
      'Tagged ‘words 3’ as enterprise, You are here, 1 hour ago, 22 November 2026, 08:23',
      'Tagged ‘words 2’ as enterprise, 1 hour ago, 22 November 2026, 08:22',
      'Tagged ‘words 1’ as enterprise, 1 hour ago, 22 November 2026, 08:21',
      'Before the first edit',
    ]);
    expect(document.querySelectorAll('[aria-current]')).toHaveLength(1);
  });

  it('mark the beginning when everything is undone', async () => {
    await show(<HistoryPanel {...props({ steps: stepsOf([2, 1], null) })} />);
    await expect
      .element(row(/^Before the first edit, You are here$/))
      .toHaveAttribute('aria-current', 'step');
  });

  it.each([
    { name: 'the present one goes without saying', coder: 'A. Coder', words: '1 hour ago' },
    { name: 'another one is named', coder: 'B. Coder', words: '1 hour ago · by B. Coder' },
    { name: 'one without a name is told apart', coder: '', words: '1 hour ago · without a name' },
  ])('name the coder: $name', async ({ coder, words }) => {
    const steps = [step(2, { isHead: true }), step(1, { coder })];
    await show(<HistoryPanel {...props({ steps })} />);
    await expect
      .element(row(/words 1/))
      .toHaveTextContent(`Tagged ‘words 1’ as enterprise${words}Go back 1 step`);
    const [, who] = words.split(' · ');
    await expect
      .element(row(/words 1/))
      .toHaveAccessibleName(expect.stringMatching(who ? new RegExp(`, ${who}$`) : /08:21$/));
  });

  it('name the article where it is known, and give the exact time on the words', async () => {
    const steps = [step(1, { isHead: true, articleTitle: 'Coal at Anju' })];
    await show(<HistoryPanel {...props({ steps })} />);
    await expect.element(page.getByText('You are here · 1 hour ago · Coal at Anju')).toBeVisible();
    await expect
      .element(page.getByText('1 hour ago', { exact: true }))
      .toHaveAttribute('title', '22 November 2026, 08:21');
    await expect.element(row(/22 November 2026, 08:21, Coal at Anju$/)).toBeVisible();
  });

  it('stand under the days of the person’s own clock', async () => {
    const times = [
      new Date(2026, 10, 22, 0, 0),
      new Date(2026, 10, 21, 23, 59),
      new Date(2026, 10, 21, 0, 0),
      new Date(2026, 10, 20, 23, 59),
      new Date(2025, 10, 22, 10, 0),
    ];
    const steps = times.map((at, index) =>
      step(9 - index, { at: at.toISOString(), isHead: index === 0 }),
    );
    await show(<HistoryPanel {...props({ steps })} />);
    await expect.element(here()).toBeVisible();
    expect(
      page
        .getByRole('region')
        .elements()
        .slice(1)
        .map((day) => [
          day.querySelector('h3')?.textContent,
          ...[...day.querySelectorAll('time')].map(({ textContent }) => textContent),
        ]),
    ).toEqual([
      ['Today', '10 hours ago'],
      ['Yesterday', '23:59', '00:00'],
      ['20 November 2026', '23:59'],
      ['22 November 2025', '10:00'],
    ]);
  });

  it('keep up with the time', async () => {
    const given = props({ steps: [step(99, { isHead: true })] });
    const shown = await show(<HistoryPanel {...given} />);
    await expect.element(page.getByText('1 minute ago')).toBeVisible();
    await shown.rerender(<HistoryPanel {...given} now={before(-1)} />);
    await expect.element(page.getByText('2 minutes ago')).toBeVisible();
  });

  it('speak Korean', async () => {
    await show(<HistoryPanel {...props()} />, { language: 'ko' });
    await expect
      .element(row(/^기업으로 표시: ‘words 3’, 현재 위치, 1시간 전, 2026년 11월 22일 08:23$/))
      .toBeVisible();
    await expect.element(page.getByRole('heading', { name: '오늘' })).toBeVisible();
  });
});

describe('going', () => {
  const ways = [
    { to: /words 5/, target: groupId(5), hint: 'Go forward 2 steps' },
    { to: /words 4/, target: groupId(4), hint: 'Go forward 1 step' },
    { to: /words 2/, target: groupId(2), hint: 'Go back 1 step' },
    { to: /words 1/, target: groupId(1), hint: 'Go back 2 steps' },
    { to: /Before the first edit/, target: null, hint: 'Go back 3 steps' },
  ];
  it.each(ways)('to $target: $hint', async ({ to, target, hint }) => {
    const given = props();
    await show(<HistoryPanel {...given} />);
    await expect.element(row(to)).toHaveAccessibleDescription(hint);
    await row(to).hover();
    await expect.element(page.getByText(hint)).toBeVisible();
    await row(to).click();
    expect(given.onGoTo).toHaveBeenCalledExactlyOnceWith(target);
  });

  it('nowhere from where the project is', async () => {
    const given = props();
    await show(<HistoryPanel {...given} />);
    await here().click();
    expect(given.onGoTo).not.toHaveBeenCalled();
    await expect.element(here()).toHaveAccessibleDescription('');
  });
});

describe('the keys', () => {
  const moves = [
    { keys: '{ArrowDown}', to: /words 2/ },
    { keys: '{ArrowUp}', to: /words 4/ },
    { keys: '{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}', to: /words 5/ },
    { keys: '{ArrowDown}{ArrowDown}{ArrowUp}', to: /words 2/ },
    { keys: '{Home}', to: /words 5/ },
    { keys: '{End}', to: /Before the first edit/ },
    { keys: '{End}{ArrowDown}', to: /Before the first edit/ },
    { keys: '{PageDown}', to: /Before the first edit/ },
  ];
  it.each(moves)(
    '$keys from the current point moves to $to and changes nothing',
    async ({ keys, to }) => {
      const given = props();
      await show(<HistoryPanel {...given} />);
      await expect.element(here()).toHaveFocus();
      await userEvent.keyboard(keys);
      await expect.element(row(to)).toHaveFocus();
      expect(given.onGoTo).not.toHaveBeenCalled();
    },
  );

  it('Enter goes to the row that has the focus, which keeps it', async () => {
    const given = props();
    const shown = await show(<HistoryPanel {...given} />);
    await expect.element(here()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(given.onGoTo).toHaveBeenCalledExactlyOnceWith(groupId(1));
    await shown.rerender(<HistoryPanel {...given} steps={stepsOf([5, 4, 3, 2, 1], 1)} />);
    await expect.element(here()).toHaveFocus();
    await expect.element(row(/words 3/)).toHaveAccessibleDescription('Go forward 2 steps');
  });

  it('Tab goes past the list in one step', async () => {
    await show(
      <>
        <HistoryPanel {...props()} />
        <button type="button">after</button>
      </>,
    );
    focusOn(page.getByRole('button', { name: 'Close the history' }));
    await userEvent.tab();
    await expect.element(here()).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'after' })).toHaveFocus();
  });

  it('Escape closes, as the button does', async () => {
    const given = props();
    await show(<HistoryPanel {...given} />);
    await expect.element(here()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(given.onClose).toHaveBeenCalledTimes(1);
    await page.getByRole('button', { name: 'Close the history' }).click();
    expect(given.onClose).toHaveBeenCalledTimes(2);
  });
});

describe('a long history', () => {
  const numbers = Array.from({ length: 90 }, (_, index) => 90 - index);

  it('asks for more near its end, and shows no beginning until it is there', async () => {
    const given = props({ steps: stepsOf(numbers, 90), hasMore: true });
    const shown = await show(<HistoryPanel {...given} />);
    await expect.element(here()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(given.onMore).not.toHaveBeenCalled();
    await expect.element(row(/Before the first edit/)).not.toBeInTheDocument();
    await userEvent.keyboard('{End}');
    await expect.element(row(/‘words 1’/)).toHaveFocus();
    await eventually(() => expect(given.onMore).toHaveBeenCalled());
    await shown.rerender(<HistoryPanel {...given} hasMore={false} />);
    await expect.element(row(/Before the first edit/)).toBeInTheDocument();
  });

  it('begins at the current point, below what was undone, and keeps the focused row in sight', async () => {
    await show(<HistoryPanel {...props({ steps: stepsOf(numbers, 40) })} />);
    await expect.element(here()).toHaveFocus();
    await expect.element(here()).toBeInViewport();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(row(/words 43/)).toHaveFocus();
    const day = page.getByRole('heading', { name: 'Today' }).element().getBoundingClientRect();
    const top = row(/words 43/)
      .element()
      .getBoundingClientRect().top;
    expect(top).toBeGreaterThanOrEqual(day.bottom - 1);
  });
});

describe('without steps', () => {
  it('says what will be listed, and still closes by Escape', async () => {
    const given = props({ steps: [] });
    await show(<HistoryPanel {...given} />);
    await expect.element(page.getByText('Nothing has been edited yet.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(given.onClose).toHaveBeenCalledTimes(1);
  });

  it('says nothing before they are read', async () => {
    await show(<HistoryPanel {...props({ steps: null })} />);
    await expect
      .element(page.getByRole('region', { name: 'History' }))
      .toHaveAttribute('aria-busy', 'true');
    await expect.element(page.getByText('Nothing has been edited yet.')).not.toBeInTheDocument();
  });
});

describe('the pane', () => {
  const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
  const works = annotationOf(text, 'Kangan Steel Works');
  const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });
  const article = buildArticle();
  let opened = 0;
  let workspace: Workspace;

  beforeEach(async () => {
    opened += 1;
    workspace = await openWorkspace({
      database: await openDatabase(`history-pane-${opened}`),
      verdict: { kind: 'new' },
      desktop: memoryDesktop([]),
      decoder: new ArticleDecoder(),
      language: 'en',
      version: '0.0.0',
      backup: null,
      backupFolder: '/backup',
    });
    await workspace.store.apply(
      {
        label: { code: 'open-articles', count: 1, title: article.title },
        records: [{ table: 'articles', id: article.id, before: null, after: article }],
      },
      [{ hash: article.textHash, text }],
    );
  });

  const showPane = (onClose = vi.fn()) =>
    show(<HistoryPane desk={{ workspace, reader: () => null }} onClose={onClose} />);
  const rows = () => page.getByRole('button', { name: /Opened|Tagged|Edited|Before/ });

  it('follows the store: an edit, an undo, and an edit after it', async () => {
    await showPane();
    await expect.element(row(/^Opened ‘Steel works report’, You are here/)).toBeVisible();
    await workspace.store.apply(annotate(works));
    await expect
      .element(row(/Kangan Steel Works.*You are here.*Steel works report$/))
      .toBeVisible();
    await workspace.store.undo();
    await expect.element(row(/Kangan Steel Works.*undone/)).toBeVisible();
    await workspace.store.apply(annotate(day));
    await expect.element(row(/5 May 2024.*You are here/)).toBeVisible();
    await expect.element(row(/Kangan Steel Works/)).not.toBeInTheDocument();
  });

  it('goes to the row that is pressed, and back again', async () => {
    await workspace.store.apply(annotate(works));
    await workspace.store.apply(annotate(day));
    await showPane();
    await row(/^Before the first edit/).click();
    await expect.element(row(/^Before the first edit, You are here/)).toBeVisible();
    expect(await workspace.queries.listArticles()).toEqual([]);
    await row(/5 May 2024/).click();
    await expect.element(row(/5 May 2024.*You are here/)).toBeVisible();
    expect(await workspace.queries.countAnnotations(article.id)).toBe(2);
  });

  it('reads further pages near the end, and keeps them after an edit', async () => {
    await workspace.store.apply(annotate(works));
    for (let number = 1; number <= 150; number += 1)
      await workspace.store.applyLatest(async (at) => {
        const annotation = await workspace.queries.annotation(works.id);
        return annotation && editNote(annotation, `note ${number}`, at);
      });
    await showPane();
    await expect.element(here()).toHaveFocus();
    expect(rows().elements()).toHaveLength(100);
    await userEvent.keyboard('{End}');
    await expect.element(row(/^Before the first edit/)).toBeInTheDocument();
    expect(rows().elements()).toHaveLength(153);
    await workspace.store.apply(annotate(day));
    await expect.element(row(/5 May 2024.*You are here/)).toBeInTheDocument();
    expect(rows().elements()).toHaveLength(154);
  });

  it('renews its words each minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() });
    await showPane();
    await expect.element(page.getByText('just now')).toBeVisible();
    vi.advanceTimersByTime(3 * 60_000);
    await expect.element(page.getByText('3 minutes ago')).toBeVisible();
  });
});
