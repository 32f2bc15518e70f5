import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  HealthDialog,
  type HealthDialogProps,
} from '../../../../src/renderer/panels/health/HealthDialog';
import type {
  HealthState,
  ShownFinding,
} from '../../../../src/renderer/panels/health/health-state';
import { annotationId, articleId } from '../build';
import { focusOn, show } from '../show';

const differing: ShownFinding = {
  code: 'quote-differs',
  articleId: articleId(1),
  annotationId: annotationId(1),
  articleTitle: 'Article 1',
  words: 'Kangan\nMine',
};
const lost: ShownFinding = {
  ...differing,
  code: 'article-missing',
  annotationId: annotationId(2),
  count: 7,
};
const gap: ShownFinding = { code: 'log-gap' };

function faulty(findings: readonly ShownFinding[], count = findings.length): HealthState {
  return { kind: 'faulty', findings, count };
}

function props(changes: Partial<HealthDialogProps> = {}): HealthDialogProps {
  return {
    open: true,
    state: faulty([differing, differing, lost, gap]),
    onShow: vi.fn(),
    onExport: vi.fn(),
    onRestore: vi.fn(),
    onAgain: vi.fn(),
    onClose: vi.fn(),
    ...changes,
  };
}

const dialog = page.getByRole('dialog', { name: 'Check of the project' });
const button = (name: string) => dialog.getByRole('button', { name, exact: true }).last();
const list = dialog.getByRole('listbox', { name: 'Faults' });

describe('the health dialog', () => {
  it('counts the faults by kind, and says that nothing was changed', async () => {
    await show(<HealthDialog {...props()} />);
    const alert = dialog.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/4 faults found/);
    await expect.element(alert).toMatchTextContent(/Nothing was changed/);
    const groups = dialog.getByRole('list', { name: 'Faults by kind' }).getByRole('listitem');
    expect(groups.elements().map(({ textContent }) => textContent)).toEqual([
      '7 annotations without their article',
      '2 annotations whose words differ',
      '1 gap in the history',
    ]);
  });

  it('shows the annotation of a fault by Enter, and of none that cannot be shown', async () => {
    const given = props();
    await show(<HealthDialog {...given} />);
    focusOn(list);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(given.onShow).toHaveBeenCalledExactlyOnceWith(differing);
    await userEvent.keyboard('{ArrowDown}{Enter}{ArrowDown}{Enter}');
    expect(given.onShow).toHaveBeenCalledOnce();
    await expect.element(button('Show the annotation')).toBeDisabled();
    await expect
      .element(list.getByRole('option', { name: 'Some edits are missing from the history.' }))
      .toHaveAttribute('aria-selected', 'true');
  });

  it('says of each fault where it is', async () => {
    await show(<HealthDialog {...props({ state: faulty([differing]) })} />);
    const name = 'Kangan Mine; Article 1; The words at its place are not those that were tagged.';
    await expect.element(list.getByRole('option', { name })).toBeVisible();
  });

  it.each([
    ['Open the restore page', 'onRestore'],
    ['Export what is there…', 'onExport'],
    ['Close', 'onClose'],
  ] as const)('has the way on: %s', async (name, call) => {
    const given = props();
    await show(<HealthDialog {...given} />);
    await button(name).click();
    expect(given[call]).toHaveBeenCalledOnce();
  });

  it('lists a thousand quickly, and says how many more there are', async () => {
    const state = faulty(
      Array.from({ length: 1_000 }, () => differing),
      3_210,
    );
    await show(<HealthDialog {...props({ state })} />);
    await expect
      .element(dialog.getByText('The first 1,000 of 3,210 are listed.'))
      .toBeInTheDocument();
    expect(list.getByRole('option').elements().length).toBeLessThan(40);
  });

  const others: readonly { readonly state: HealthState; readonly says: string }[] = [
    { state: { kind: 'checking', done: 0, total: 0 }, says: 'Checking…' },
    { state: { kind: 'checking', done: 3, total: 12 }, says: '3 of 12 articles checked' },
    {
      state: { kind: 'sound', articles: 12, annotations: 1 },
      says: '12 articles, 1 annotation checked',
    },
    { state: { kind: 'stopped', detail: 'DataError: gone' }, says: 'DataError: gone' },
  ];
  it.each(others)('$state.kind: says ‘$says’, and Escape closes', async ({ state, says }) => {
    const given = props({ state });
    await show(<HealthDialog {...given} />);
    await expect.element(dialog.getByText(says)).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(given.onClose).toHaveBeenCalledOnce();
  });

  it('checks again after it was stopped', async () => {
    const given = props({ state: { kind: 'stopped', detail: '' } });
    await show(<HealthDialog {...given} />);
    await button('Check again').click();
    expect(given.onAgain).toHaveBeenCalledOnce();
  });

  it('speaks Korean', async () => {
    await show(<HealthDialog {...props()} />, { language: 'ko' });
    await expect.element(page.getByText('말이 다른 주석 2개')).toBeVisible();
  });
});
