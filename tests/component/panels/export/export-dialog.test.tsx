import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  ExportDialog,
  type ExportDialogProps,
} from '../../../../src/renderer/panels/export/ExportDialog';
import { show } from '../show';

function props(changes: Partial<ExportDialogProps> = {}): ExportDialogProps {
  return {
    open: true,
    state: { kind: 'choosing' },
    format: 'dateline',
    scope: 'article',
    onScope: vi.fn(),
    thisArticle: { articles: 1, annotations: 29, title: 'Article 1' },
    allArticles: { articles: 3, annotations: 1_403 },
    onExport: vi.fn(),
    onCancel: vi.fn(),
    onClose: vi.fn(),
    onCopy: vi.fn(),
    ...changes,
  };
}

describe('the export dialog', () => {
  it('exports with Enter at once, and shows what each choice holds', async () => {
    const given = props();
    await show(<ExportDialog {...given} />);
    await expect.element(page.getByRole('button', { name: 'Export' })).toHaveFocus();
    await expect.element(page.getByText(/^One JSON file/)).toBeVisible();
    await expect.element(page.getByText('3 articles, 1,403 annotations')).toBeVisible();
    await page.getByRole('radio', { name: /All articles/ }).click();
    expect(given.onScope).toHaveBeenCalledWith('all');
    await page.getByRole('button', { name: 'Export' }).click();
    expect(given.onExport).toHaveBeenCalledTimes(1);
  });

  it('exports nothing where there is nothing', async () => {
    await show(<ExportDialog {...props({ thisArticle: null })} />);
    await expect.element(page.getByRole('button', { name: 'Export' })).toBeDisabled();
    await expect.element(page.getByRole('radio', { name: /This article/ })).toBeDisabled();
  });

  it('says how far it is, and Escape stops it', async () => {
    const given = props({ state: { kind: 'running', done: 1_200, total: 4_000, secondsLeft: 4 } });
    await show(<ExportDialog {...given} />);
    await expect.element(page.getByText('1,200 of 4,000 annotations written')).toBeVisible();
    await expect.element(page.getByText('about 4 seconds left')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(given.onCancel).toHaveBeenCalledTimes(1);
    expect(given.onClose).not.toHaveBeenCalled();
  });

  it('says what was verified and where it is', async () => {
    const destination = '/exports/article-1.json';
    const given = props({ state: { kind: 'done', destination, articles: 1, annotations: 29 } });
    await show(<ExportDialog {...given} />);
    await expect.element(page.getByText(/29 annotations exported and verified/)).toBeVisible();
    await page.getByRole('button', { name: 'Copy the path' }).click();
    expect(given.onCopy).toHaveBeenCalledWith(destination);
  });

  it('says what failed, what is safe and what to do', async () => {
    const given = props({ state: { kind: 'failed', problem: { code: 'disk-full' } } });
    await show(<ExportDialog {...given} />);
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/The disk is full/);
    await expect.element(alert).toMatchTextContent(/your annotations are safe/);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(given.onExport).toHaveBeenCalledTimes(1);
  });
});
