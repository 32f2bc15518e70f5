import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ProblemDialog } from '../../../../src/renderer/panels/opening/ProblemDialog';
import { show } from '../show';

describe('files that could not be opened', () => {
  it.each([
    {
      language: 'en',
      what: '‘scan.pdf’ is not a text file but PDF.',
      title: '2 files could not be opened',
    },
    {
      language: 'ko',
      what: '‘scan.pdf’ 파일은 텍스트 파일이 아닙니다 (PDF).',
      title: '파일 2개를 열지 못했습니다',
    },
  ] as const)('are named with cause and remedy ($language)', async ({ language, what, title }) => {
    const onClose = vi.fn();
    await show(
      <ProblemDialog
        open
        openedCount={1}
        onClose={onClose}
        problems={[
          { code: 'binary', fileName: 'scan.pdf', what: 'PDF' },
          { code: 'undecodable', fileName: 'old.txt', encoding: 'utf-8', byteOffset: 10_233 },
        ]}
      />,
      { language },
    );
    await expect.element(page.getByRole('dialog', { name: title })).toBeVisible();
    await expect.element(page.getByText(what)).toBeVisible();
    await expect.element(page.getByText(/10,233/)).toBeVisible();
    // The dialog gives the focus to its button a moment after it is there.
    await expect.poll(() => document.activeElement?.tagName).toBe('BUTTON');
    await userEvent.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
