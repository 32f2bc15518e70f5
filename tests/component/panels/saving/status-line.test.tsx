import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  StatusLine,
  type StatusLineProps,
} from '../../../../src/renderer/panels/saving/StatusLine';
import { show } from '../show';

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
