import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MenuBar } from '../../../src/renderer/panels/commands/MenuBar';
import { FindBar, type FindBarProps } from '../../../src/renderer/panels/reader/FindBar';
import { StatusLine, type StatusLineProps } from '../../../src/renderer/panels/saving/StatusLine';
import { Notices } from '../../../src/renderer/ui/Notices';
import { show } from './show';

function findProps(changes: Partial<FindBarProps> = {}): FindBarProps {
  return {
    query: 'complex',
    onQuery: vi.fn(),
    current: 3,
    total: 17,
    matchCase: false,
    onMatchCase: vi.fn(),
    onNext: vi.fn(),
    onPrevious: vi.fn(),
    onClose: vi.fn(),
    summons: 1,
    shortcuts: {},
    ...changes,
  };
}

function statusProps(changes: Partial<StatusLineProps> = {}): StatusLineProps {
  return {
    save: { kind: 'saved' },
    onRetry: vi.fn(),
    backup: { kind: 'kept' },
    onRetryBackup: vi.fn(),
    counts: { enterprise: 14, claim: 1, date: 6 },
    place: { paragraph: 4, start: 212, end: 262 },
    coder: '',
    onCoder: vi.fn(),
    coderSummons: 0,
    shell: 'Browser window',
    ...changes,
  };
}

describe('the find bar', () => {
  it('takes the focus when it is asked for, and again', async () => {
    const given = findProps();
    const shown = await show(<FindBar {...given} />);
    const field = page.getByRole('textbox', { name: 'Find in the article' });
    await expect.element(field).toHaveFocus();
    await page.getByRole('button', { name: 'Next match' }).click();
    await expect.element(field).not.toHaveFocus();
    await shown.rerender(<FindBar {...given} summons={2} />);
    await expect.element(field).toHaveFocus();
  });

  it('goes forward, back and away with its keys', async () => {
    const given = findProps();
    await show(<FindBar {...given} />);
    await userEvent.keyboard('{Enter}{Enter}{Shift>}{Enter}{/Shift}{Escape}');
    expect(given.onNext).toHaveBeenCalledTimes(2);
    expect(given.onPrevious).toHaveBeenCalledTimes(1);
    expect(given.onClose).toHaveBeenCalledTimes(1);
  });

  it.each([
    { query: 'complex', current: 3, total: 17, words: '3 of 17' },
    { query: 'complex', current: null, total: 1, words: '1 match' },
    { query: 'zzz', current: null, total: 0, words: 'No match' },
    { query: '', current: null, total: 0, words: '' },
  ])('says ‘$words’', async ({ query, current, total, words }) => {
    await show(<FindBar {...findProps({ query, current, total })} />);
    await expect.element(page.getByRole('status')).toHaveTextContent(words);
  });
});

describe('the menu bar', () => {
  it('runs an entry with the keys, and not one that is not available', async () => {
    const onCommand = vi.fn();
    await show(
      <MenuBar
        onCommand={onCommand}
        groups={[
          {
            label: 'Edit',
            entries: [
              {
                kind: 'command',
                id: 'edit.undo',
                label: 'Undo',
                shortcut: 'Ctrl+Z',
                enabled: true,
              },
              { kind: 'command', id: 'edit.redo', label: 'Redo', enabled: false },
              { kind: 'separator' },
              {
                kind: 'command',
                id: 'view.theme.dark',
                label: 'Dark',
                enabled: true,
                checked: true,
              },
            ],
          },
        ]}
      />,
    );
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expect
      .element(page.getByRole('menuitem', { name: 'Redo' }))
      .toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(page.getByRole('menuitemcheckbox', { name: 'Dark' }))
      .toHaveAttribute('aria-checked', 'true');
    await page.getByRole('menuitem', { name: 'Undo' }).click();
    expect(onCommand).toHaveBeenCalledWith('edit.undo');
    await expect.element(page.getByRole('menuitem', { name: 'Undo' })).not.toBeInTheDocument();
  });
});

describe('the status line', () => {
  it('says what is stored, counted and selected', async () => {
    await show(<StatusLine {...statusProps()} />, { width: 900 });
    await expect.element(page.getByRole('status')).toHaveTextContent('Saved');
    for (const words of ['14 enterprises', '1 claim', '6 dates', 'para 4, 212–262'])
      await expect.element(page.getByText(words, { exact: true })).toBeVisible();
  });

  it('says why it could not save, what is safe and what to do, and retries', async () => {
    const given = statusProps({ save: { kind: 'failed', problem: { code: 'no-space' } } });
    await show(<StatusLine {...given} />, { width: 900 });
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/the disk is full/);
    await expect.element(alert).toMatchTextContent(/Everything saved before is safe/);
    await expect.element(alert).toMatchTextContent(/Free some space/);
    await page.getByRole('button', { name: 'Retry' }).click();
    expect(given.onRetry).toHaveBeenCalledTimes(1);
  });

  const halfSaved: readonly Partial<StatusLineProps>[] = [
    { save: { kind: 'saved' }, backup: { kind: 'writing' } },
    { save: { kind: 'saving' }, backup: { kind: 'kept' } },
    { save: { kind: 'saving' }, backup: { kind: 'writing' } },
  ];
  it.each(halfSaved)('is saving until both have it: %o', async (changes) => {
    await show(<StatusLine {...statusProps(changes)} />, { width: 900 });
    await expect.element(page.getByRole('status')).toHaveTextContent('Saving…');
  });

  const folder = '/somewhere/backup';
  const diskFull = { kind: 'failed', problem: { code: 'disk-full' }, behind: 3, folder } as const;

  it('says at once what is not in the backup, why and what to do, and retries', async () => {
    const given = statusProps({ backup: diskFull });
    await show(<StatusLine {...given} />, { width: 900 });
    await expect
      .element(page.getByText('Saved, but not in the backup: the disk is full.', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByText('Free some space on the disk, then retry.')).toBeVisible();
    await expect
      .element(page.getByText('The last 3 changes are in the store alone.'))
      .toBeVisible();
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Retry the backup' }).click();
    expect(given.onRetryBackup).toHaveBeenCalledTimes(1);
    expect(given.onRetry).not.toHaveBeenCalled();
  });

  it.each(['saving', 'failed'] as const)('never says saved while the store is %s', async (kind) => {
    const save = { kind, problem: { code: 'closed' } } as const;
    await show(<StatusLine {...statusProps({ save, backup: diskFull })} />, { width: 900 });
    await expect
      .element(page.getByText('Not in the backup: the disk is full.', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByText(/^Saved/)).not.toBeInTheDocument();
  });

  it('asks for a name without taking the focus, and keeps it', async () => {
    const given = statusProps();
    await show(<StatusLine {...given} />, { width: 900 });
    const field = page.getByRole('textbox', { name: 'Your name for the record' });
    await expect.element(field).not.toHaveFocus();
    await field.fill(' A. Coder ');
    await userEvent.keyboard('{Enter}');
    expect(given.onCoder).toHaveBeenCalledWith('A. Coder');
    expect(given.onCoder).toHaveBeenCalledTimes(1);
  });

  it('opens the name for editing when it is asked for, and Escape keeps the old one', async () => {
    const given = statusProps({ coder: 'A. Coder' });
    const shown = await show(<StatusLine {...given} />, { width: 900 });
    await shown.rerender(<StatusLine {...given} coderSummons={1} />);
    const field = page.getByRole('textbox', { name: 'Your name for the record' });
    await expect.element(field).toHaveFocus();
    await field.fill('Someone else');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: /A\. Coder/ })).toBeVisible();
    expect(given.onCoder).not.toHaveBeenCalled();
  });
});

describe('notices', () => {
  it('go by themselves, but for alerts and while they are held', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const onDismiss = vi.fn();
      await show(
        <Notices
          label="Notices"
          dismissLabel="Dismiss"
          onDismiss={onDismiss}
          notices={[
            { id: 'a', tone: 'status', text: 'Removed' },
            { id: 'b', tone: 'alert', text: 'Not opened' },
          ]}
        />,
      );
      vi.advanceTimersByTime(6_000);
      expect(onDismiss).not.toHaveBeenCalled();
      vi.advanceTimersByTime(2_000);
      expect(onDismiss.mock.calls).toEqual([['a']]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('act once and go', async () => {
    const onDismiss = vi.fn();
    const onAct = vi.fn();
    await show(
      <Notices
        label="Notices"
        dismissLabel="Dismiss"
        onDismiss={onDismiss}
        notices={[{ id: 'a', tone: 'status', text: 'Removed', action: { label: 'Undo', onAct } }]}
      />,
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(onAct).toHaveBeenCalledTimes(1);
    expect(onDismiss).toHaveBeenCalledWith('a');
  });
});
