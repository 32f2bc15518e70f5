import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FindBar, type FindBarProps } from '../../../../src/renderer/panels/reader/FindBar';
import { show } from '../show';

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
