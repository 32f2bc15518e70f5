import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CostsCard } from '../../../src/renderer/dev/costs/CostsCard';
import type { Figures } from '../../../src/renderer/dev/costs/figures';
import { costsTitle } from '../../../src/renderer/dev/costs/words';
import { focusOn, show } from '../panels/show';

const figures: Figures = {
  frames: {
    durations: [16.7, 16.6, 50.1, 16.7],
    median: 16.7,
    percentile95: 50.1,
    longest: 83.4,
  },
  longFrames: { count: 2, last: { duration: 83, blocking: 33, invoker: '#document.onkeydown' } },
  costs: [
    {
      job: 'open',
      last: { known: 121.4, drawn: 180, stored: null },
      median: { known: 110, drawn: 171, stored: null },
      runs: 3,
    },
    {
      job: 'tag',
      last: { known: 1.5, drawn: 31.2, stored: 58 },
      median: { known: 1.4, drawn: 30, stored: 61 },
      runs: 20,
    },
  ],
};

const nothing: Figures = {
  frames: { durations: [], median: null, percentile95: null, longest: null },
  longFrames: null,
  costs: [],
};

const card = () => page.getByRole('complementary', { name: costsTitle });

async function showCard({ shown = figures, onClose = vi.fn(), onCopy = vi.fn() } = {}) {
  await show(
    <>
      <button type="button">the article</button>
      <input aria-label="a field" />
      <CostsCard figures={shown} onClose={onClose} onCopy={onCopy} />
    </>,
  );
  return { onClose, onCopy };
}

describe('CostsCard', () => {
  it('shows a bar for every frame, the slow ones apart', async () => {
    await showCard();
    const chart = card().getByRole('img', { name: 'Durations of the last 4 frames' });
    const bars = Array.from(
      chart.element().querySelectorAll('path'),
      (path) => path.getAttribute('d')?.split('M').length ?? 0,
    );
    expect(bars.map((pieces) => pieces - 1)).toEqual([3, 1]);
  });

  it.each([
    { what: 'the median', words: 'Median16.7 ms' },
    { what: 'the 95th percentile', words: '95th percentile50.1 ms' },
    { what: 'the longest frame', words: 'Longest in 10 s83.4 ms' },
    { what: 'long frames', words: 'Long frames2; the last 83.0 ms, blocking 33.0 ms' },
  ])('shows $what', async ({ words }) => {
    await showCard();
    await expect.element(card()).toMatchTextContent(words);
  });

  it.each([
    { job: 'Open', cells: ['121.4', '180.0', '–', '110.0', '171.0', '–', '3'] },
    { job: 'Tag', cells: ['1.5', '31.2', '58.0', '1.4', '30.0', '61.0', '20'] },
  ])('shows what $job cost', async ({ job, cells }) => {
    await showCard();
    const row = card()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: job }) });
    const shown = Array.from(row.element().querySelectorAll('td'), (cell) => cell.textContent);
    expect(shown).toEqual(cells);
  });

  it('says what to do while nothing was done', async () => {
    await showCard({ shown: nothing });
    await expect
      .element(card().getByText(/^Open an article, tag words or undo a step/u))
      .toBeVisible();
    await expect.element(card().getByRole('table')).not.toBeInTheDocument();
  });

  it('leaves the focus where it is when it comes, and when it is pressed', async () => {
    const { onCopy } = await showCard();
    expect(document.activeElement).toBe(document.body);
    const article = focusOn(page.getByRole('button', { name: 'the article' }));
    await page.getByRole('button', { name: 'Copy' }).click();
    expect(onCopy).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(article);
  });

  it('gives the focus back when it is closed by keys that Tab brought there', async () => {
    const { onClose } = await showCard();
    const field = focusOn(page.getByLabelText('a field'));
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(field);
  });

  it('closes by Escape, from wherever the focus is', async () => {
    const { onClose } = await showCard();
    focusOn(page.getByRole('button', { name: 'the article' }));
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it.each([
    { name: 'a field has', field: true, prevented: false },
    { name: 'something else has taken', field: false, prevented: true },
  ])('stays when Escape is what $name', async ({ field, prevented }) => {
    const { onClose } = await showCard();
    const target = focusOn(
      field ? page.getByLabelText('a field') : page.getByRole('button', { name: 'the article' }),
    );
    if (prevented) target.addEventListener('keydown', (event) => event.preventDefault());
    await userEvent.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
  });
});
