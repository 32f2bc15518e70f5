import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  ClosingDialog,
  type UnwrittenWork,
} from '../../../../src/renderer/panels/saving/ClosingDialog';
import { show } from '../show';

function choices() {
  return { onTryAgain: vi.fn(), onExport: vi.fn(), onCloseAnyway: vi.fn(), onKeepOpen: vi.fn() };
}

const failed: UnwrittenWork = { kind: 'failed', problem: { code: 'no-space' }, edits: 3 };

describe('the question before closing', () => {
  const cases = [
    {
      name: 'edits that could not be saved',
      unwritten: failed,
      title: { en: 'Not everything is saved', ko: '저장되지 않은 것이 있습니다' },
      says: { en: '3 edits are in this window only', ko: '편집 3개는 이 창에만' },
      buttons: ['Close anyway', 'Export first…', 'Keep open', 'Try again'],
    },
    {
      name: 'what the backup lacks',
      unwritten: {
        kind: 'not-kept',
        failure: { kind: 'failed', problem: { code: 'missing' }, behind: 1, folder: '/backup' },
      },
      title: { en: 'Not everything is in the backup', ko: '백업되지 않은 것이 있습니다' },
      says: { en: 'Saved, but not in the backup', ko: '저장했지만 백업하지 못했습니다' },
      buttons: ['Close anyway', 'Export first…', 'Keep open', 'Try again'],
    },
    {
      name: 'text that cannot be stored',
      unwritten: { kind: 'typed', field: 'Value' },
      title: { en: 'Not everything is saved', ko: '저장되지 않은 것이 있습니다' },
      says: { en: 'The field ‘Value’ holds text', ko: '‘Value’ 입력란에' },
      buttons: ['Close anyway', 'Keep open'],
    },
    {
      name: 'what is still being written',
      unwritten: { kind: 'writing' },
      title: { en: 'Still saving', ko: '아직 저장하는 중' },
      says: { en: 'closes by itself', ko: '저절로 닫힙니다' },
      buttons: ['Close anyway', 'Keep open'],
    },
  ] as const satisfies readonly {
    readonly unwritten: UnwrittenWork;
    readonly [more: string]: unknown;
  }[];

  it.each(cases)('says what is not written, and what to do: $name', async (given) => {
    await show(<ClosingDialog unwritten={given.unwritten} {...choices()} />);
    const dialog = page.getByRole('dialog', { name: given.title.en });
    await expect.element(dialog).toMatchTextContent(new RegExp(given.says.en));
    const labels = [...dialog.element().querySelectorAll('footer button')];
    expect(labels.map(({ textContent }) => textContent)).toEqual(given.buttons);
  });

  it.each(cases)('says it in Korean: $name', async (given) => {
    await show(<ClosingDialog unwritten={given.unwritten} {...choices()} />, { language: 'ko' });
    const dialog = page.getByRole('dialog', { name: given.title.ko });
    await expect.element(dialog).toMatchTextContent(new RegExp(given.says.ko));
  });

  it.each([
    { key: '{Enter}', does: 'onTryAgain' },
    { key: '{Escape}', does: 'onKeepOpen' },
  ] as const)('$key does $does, and loses nothing', async ({ key, does }) => {
    const given = choices();
    await show(<ClosingDialog unwritten={failed} {...given} />);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toHaveFocus();
    await userEvent.keyboard(key);
    for (const [name, choice] of Object.entries(given))
      expect(choice, name).toHaveBeenCalledTimes(name === does ? 1 : 0);
  });

  it.each([
    { button: 'Close anyway', does: 'onCloseAnyway' },
    { button: 'Export first…', does: 'onExport' },
  ] as const)('$button does $does', async ({ button, does }) => {
    const given = choices();
    await show(<ClosingDialog unwritten={failed} {...given} />);
    await page.getByRole('button', { name: button }).click();
    expect(given[does]).toHaveBeenCalledTimes(1);
  });

  it('offers no export while there is nothing to export', async () => {
    await show(<ClosingDialog unwritten={failed} {...choices()} onExport={null} />);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(page.getByRole('button', { name: 'Export first…' }).elements()).toEqual([]);
  });

  it('is not there while nothing is asked', async () => {
    await show(<ClosingDialog unwritten={null} {...choices()} />);
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });
});
