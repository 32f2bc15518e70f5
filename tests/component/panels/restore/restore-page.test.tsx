import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  RestorePage,
  type RestorePageProps,
} from '../../../../src/renderer/panels/restore/RestorePage';
import type {
  RestoreChoice,
  RestoreReason,
} from '../../../../src/renderer/panels/restore/restore-state';
import { focusOn, type ShowOptions, show } from '../show';
import {
  actsAfter13,
  atClock,
  earlier,
  latest,
  present,
  restoreProps,
  snapshotAt,
} from './build-restore';

/** The page with its choice kept, as the window keeps it. */
function Choosing({ given }: { readonly given: RestorePageProps }) {
  const [choice, setChoice] = useState<RestoreChoice | null>(given.choice);
  return (
    <RestorePage
      {...given}
      choice={choice}
      onChoose={(next) => {
        given.onChoose(next);
        setChoice(next);
      }}
    />
  );
}

async function showPage(
  changes: Partial<RestorePageProps> = {},
  options: ShowOptions = {},
): Promise<RestorePageProps> {
  const given = restoreProps(changes);
  await show(<Choosing given={given} />, { width: 1_000, height: 700, ...options });
  return given;
}

const points = page.getByRole('tree', { name: 'Points to restore' });
const row = (name: string | RegExp) => points.getByRole('treeitem', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const at13 = 'Snapshot of 22 November 2026, 13:00, 12.4 MB';

afterEach(() => page.viewport(1_440, 900));

describe('what it says of each reason', () => {
  const reasons: readonly {
    readonly reason: RestoreReason;
    readonly changes?: Partial<RestorePageProps>;
    readonly says: readonly string[];
  }[] = [
    {
      reason: { kind: 'missing' },
      changes: { present: null },
      says: [
        'Your project is missing',
        'Nothing in the backup was changed.',
        'Restore it to go on',
      ],
    },
    {
      reason: { kind: 'damaged', detail: 'DataError: no backing store' },
      changes: { present: null },
      says: ['does not open', 'The system says: DataError', 'left as it is', 'Restore the backup'],
    },
    {
      reason: { kind: 'newer' },
      changes: { present: null },
      says: ['A newer Dateline', 'Nothing in it was changed', 'into a store of this version'],
    },
    {
      reason: { kind: 'behind', changes: 14 },
      says: [
        'The store holds 11 articles and 322 annotations. Its last change is of 22 November 2026, 13:50.',
        '14 changes are in the backup alone',
        'The backup goes up to 22 November 2026, 14:05.',
        'Restore to have everything back',
      ],
    },
    {
      reason: { kind: 'diverged' },
      says: [
        'differ',
        'each holds other changes',
        'neither in the store',
        'Compare what both hold',
      ],
    },
    {
      reason: { kind: 'asked' },
      says: ['Restore from the backup', 'kept aside, whatever you restore', 'Choose a point'],
    },
  ];
  it.each(reasons)('$reason.kind: what was found, what is safe, what to do', async (one) => {
    await showPage({ reason: one.reason, ...one.changes });
    const head = page.getByRole('heading', { level: 1 }).element().parentElement;
    for (const words of one.says) expect(head?.textContent).toContain(words);
    expect(head?.querySelectorAll('p')).toHaveLength(3);
  });

  it('says that there is nothing to restore, and lets no key start anew by accident', async () => {
    const given = await showPage({
      reason: { kind: 'missing' },
      present: null,
      offer: { kind: 'read', lineages: [], damagedFiles: [] },
      choice: null,
      preview: null,
      onStartEmpty: vi.fn(),
    });
    await expect.element(page.getByText(/^Nothing here can be restored/)).toBeVisible();
    await expect.element(page.getByText(`Dateline looked in ${given.folder}`)).toBeVisible();
    await expect.element(button('Restore')).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(given.onStartEmpty).not.toHaveBeenCalled();
  });

  it('says why the backup could not be read', async () => {
    const problem = { code: 'permission-denied' } as const;
    await showPage({ offer: { kind: 'unreadable', problem }, choice: null, preview: null });
    await expect
      .element(page.getByText('You have no permission to read the backup.'))
      .toBeVisible();
  });
});

describe('the points', () => {
  it('begin with everything, recommended and chosen, and Enter restores it at once', async () => {
    const given = await showPage();
    await expect.element(points).toHaveFocus();
    await expect
      .element(row('Everything up to the last change, recommended, 22 November 2026, 14:05'))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(given.onRestore).toHaveBeenCalledOnce();
    expect(given.onChoose).not.toHaveBeenCalled();
  });

  it('are chosen by the arrow keys; a damaged one is passed over and cannot be restored', async () => {
    const given = await showPage();
    await userEvent.keyboard('{ArrowDown}');
    expect(given.onChoose).toHaveBeenLastCalledWith({ lineage: 'lin_now', seq: 1_300 });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect
      .element(row('Snapshot of 22 November 2026, 12:00, damaged, cannot be restored'))
      .toHaveAttribute('aria-selected', 'false');
    expect(given.onChoose).toHaveBeenCalledOnce();
    expect(given.onRestore).not.toHaveBeenCalled();
  });

  it('unfold to the right, ask for their changes once, and fold to the left', async () => {
    const given = await showPage();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.element(row('Reading the changes after it…')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(row('Reading the changes after it…')).not.toBeInTheDocument();
    expect(given.onUnfold).toHaveBeenCalledExactlyOnceWith({ lineage: 'lin_now', seq: 1_300 });
  });

  it('let any change after a snapshot be the end', async () => {
    const given = await showPage({ acts: actsAfter13(3) });
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(given.onChoose).toHaveBeenLastCalledWith({ lineage: 'lin_now', seq: 1_302 });
    await expect
      .element(
        row('Up to: Tagged ‘Kangan Mine 2’ as enterprise, 22 November 2026, 13:02 · by A. Coder'),
      )
      .toHaveAttribute('aria-level', '2');
    await userEvent.keyboard('{Enter}');
    expect(given.onRestore).toHaveBeenCalledOnce();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(row(at13)).toHaveAttribute('aria-selected', 'true');
  });

  it('stand under their projects when there are several, the newest unfolded', async () => {
    const offer = { kind: 'read', lineages: [present, earlier], damagedFiles: [] } as const;
    const given = await showPage({ offer });
    const before = row('An earlier project, until 22 November 2026, 09:30');
    await expect.element(row('This project')).toHaveAttribute('aria-expanded', 'true');
    await expect.element(before).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(before).toHaveAttribute('aria-expanded', 'true');
    expect(given.onRestore).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowRight}');
    expect(given.onChoose).toHaveBeenLastCalledWith({ lineage: 'lin_before', seq: null });
  });

  it('are chosen and unfolded by the pointer as well', async () => {
    const given = await showPage({ acts: actsAfter13(1) });
    await row(at13).click();
    expect(given.onChoose).toHaveBeenLastCalledWith({ lineage: 'lin_now', seq: 1_300 });
    row(at13).element().querySelector('button')?.click();
    await expect.element(row(/^Up to:/)).toBeVisible();
  });

  it('with a hundred thousand changes are quick', async () => {
    await showPage({ acts: actsAfter13(100_000) });
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.element(row(/^Up to:/).first()).toBeVisible();
    expect(points.getByRole('treeitem').elements().length).toBeLessThan(40);
  });

  it('name the files that are damaged', async () => {
    const damagedFiles = ['a.gz', 'b.dlj', 'c.txt', 'd.gz'];
    await showPage({ offer: { kind: 'read', lineages: [present], damagedFiles } });
    await expect
      .element(
        page.getByText('4 files of the backup are damaged and left out: a.gz, b.dlj, c.txt …'),
      )
      .toBeVisible();
  });
});

describe('what the chosen point holds', () => {
  const holds = page.getByRole('region', { name: 'What it holds' });

  it('is held against what is there now', async () => {
    await showPage();
    for (const words of [
      '12 articles, 340 annotations',
      'now: 11 articles, 322 annotations',
      'Tagged ‘Kangan Mine 5’ as enterprise',
      '22 November 2026, 14:05 · by A. Coder',
    ])
      await expect.element(holds.getByText(words, { exact: true })).toBeVisible();
  });

  it('says which texts are lost, and that nothing was changed in it', async () => {
    const preview = {
      kind: 'ready',
      articles: 1,
      annotations: 0,
      lastChange: null,
      missingTexts: 1,
    } as const;
    await showPage({ preview });
    await expect.element(holds.getByText('Nothing was ever changed in it.')).toBeVisible();
    await expect.element(holds.getByText(/^The text of one article is not/)).toBeVisible();
  });

  it('is being read, while it can be restored already', async () => {
    const given = await showPage({ preview: { kind: 'reading', share: 0.4 } });
    await expect.element(holds.getByRole('progressbar')).toHaveAttribute('value', '0.4');
    await userEvent.keyboard('{Enter}');
    expect(given.onRestore).toHaveBeenCalledOnce();
  });

  it('cannot be restored when it could not be read', async () => {
    const problem = { code: 'damaged', fileName: 'snapshot-1.gz' } as const;
    const given = await showPage({ preview: { kind: 'unreadable', problem } });
    await expect.element(holds.getByText('‘snapshot-1.gz’ is damaged.')).toBeVisible();
    await expect.element(button('Restore')).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    expect(given.onRestore).not.toHaveBeenCalled();
  });
});

describe('the ways on', () => {
  const ways = [
    { name: 'Go on with the store as it is', call: 'onGoOn', how: /^You give up/ },
    {
      name: 'Start with an empty project',
      call: 'onStartEmpty',
      how: /^Nothing is removed: you can/,
    },
    { name: 'Look again', call: 'onRetry', how: /read once more/ },
    { name: 'Close', call: 'onClose', how: /^The project stays/ },
  ] as const;
  it.each(ways)(
    '$name: offered where it can be done, with what becomes of the rest',
    async (way) => {
      const act = vi.fn();
      await showPage({ [way.call]: act });
      await expect.element(button(way.name)).toHaveAccessibleDescription(way.how);
      await button(way.name).click();
      expect(act).toHaveBeenCalledOnce();
      for (const { name } of ways)
        if (name !== way.name) await expect.element(button(name)).not.toBeInTheDocument();
    },
  );

  it('Escape closes where the person asked for the page, and nothing elsewhere', async () => {
    const onClose = vi.fn();
    await showPage({ reason: { kind: 'asked' }, onClose });
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('a restore that runs', () => {
  const stage = {
    kind: 'restoring',
    done: { articles: 4, annotations: 120 },
    of: { articles: 12, annotations: 340 },
    secondsLeft: 4,
  } as const;

  it.each(['{Escape}', '{Enter}'])('says how far it is, and %s stops it', async (key) => {
    const given = await showPage({ stage, onClose: vi.fn() });
    await expect.element(page.getByText('4 of 12 articles, 120 of 340 annotations')).toBeVisible();
    await expect.element(page.getByText('about 4 seconds left')).toBeVisible();
    await expect.element(button('Cancel')).toHaveFocus();
    await userEvent.keyboard(key);
    expect(given.onCancel).toHaveBeenCalledOnce();
    expect(given.onClose).not.toHaveBeenCalled();
    await expect.element(button('Restore')).not.toBeInTheDocument();
  });

  it('that failed says so in the place of the reason, and can be tried again', async () => {
    const shown = await show(<RestorePage {...restoreProps({ stage })} />, { width: 1_000 });
    const failed = restoreProps({ stage: { kind: 'failed', problem: { code: 'no-space' } } });
    await shown.rerender(<RestorePage {...failed} />);
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/The backup was not restored/);
    await expect.element(alert).toMatchTextContent(/Nothing was changed/);
    await expect.element(alert).toMatchTextContent(/Free some space/);
    await expect.element(points).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(failed.onRestore).toHaveBeenCalledOnce();
  });
});

describe('what is kept aside', () => {
  const keptAside = [
    { name: 'dateline', at: atClock(9, 30) },
    { name: 'dateline-2', at: null },
  ];

  it('is removed after one question, which keeps it by default', async () => {
    const given = await showPage({ keptAside });
    await expect.element(page.getByText('Put aside on 22 November 2026, 09:30')).toBeVisible();
    await button('Remove dateline…').click();
    await expect.element(button('Keep it')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(given.onRemoveKept).not.toHaveBeenCalled();
    await button('Remove dateline-2…').click();
    await button('Remove it for good').click();
    expect(given.onRemoveKept).toHaveBeenCalledExactlyOnceWith('dateline-2');
  });

  it('is kept by Escape, which does not close the page', async () => {
    const given = await showPage({ reason: { kind: 'asked' }, keptAside, onClose: vi.fn() });
    await button('Remove dateline…').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Remove dateline…')).toHaveFocus();
    expect(given.onClose).not.toHaveBeenCalled();
  });
});

describe('the window', () => {
  it.each([
    [640, 480],
    [599, 900],
    [1_280, 860],
  ])(
    'of %i × %i never scrolls sideways and always shows what can be done',
    async (width, height) => {
      await page.viewport(width, height);
      const lineages = [
        { ...present, points: [latest, ...[13, 12, 11].map((hours) => snapshotAt(hours))] },
        earlier,
      ];
      const offer = { kind: 'read', lineages, damagedFiles: [`${'x'.repeat(90)}.gz`] } as const;
      await showPage({ offer, onGoOn: vi.fn(), onRetry: vi.fn() }, { width, height });
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const list = points.element();
      expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
      for (const name of ['Restore', 'Go on with the store as it is', 'Look again'])
        expect(button(name).element().getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    },
  );

  it('speaks Korean', async () => {
    await showPage({}, { language: 'ko' });
    await expect
      .element(page.getByRole('heading', { name: '백업이 프로젝트보다 앞서 있습니다' }))
      .toBeVisible();
    focusOn(page.getByRole('tree', { name: '복원할 시점' }));
    await expect.element(page.getByText('지금: 글 11편, 주석 322개')).toBeVisible();
  });
});
