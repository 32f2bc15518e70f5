import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { placePalette, type Rect } from '../../../../src/renderer/panels/reader/place-palette';
import { SelectionPalette } from '../../../../src/renderer/panels/reader/SelectionPalette';
import { eventually } from '../../../support/eventually';
import { focusOn, show } from '../show';

const column: Rect = { left: 200, top: 50, right: 800, bottom: 650 };
const size = { width: 240, height: 36 };

describe('placePalette', () => {
  it.each([
    {
      where: 'above the middle of the words',
      selection: { left: 400, top: 300, right: 500, bottom: 320 },
      place: { left: 330, top: 256 },
    },
    {
      where: 'below when there is no room above',
      selection: { left: 400, top: 80, right: 500, bottom: 100 },
      place: { left: 330, top: 108 },
    },
    {
      where: 'within the column at its left edge',
      selection: { left: 210, top: 300, right: 230, bottom: 320 },
      place: { left: 208, top: 256 },
    },
    {
      where: 'within the column at its right edge',
      selection: { left: 780, top: 300, right: 795, bottom: 320 },
      place: { left: 552, top: 256 },
    },
    {
      where: 'below words that begin above the column',
      selection: { left: 400, top: -200, right: 500, bottom: 120 },
      place: { left: 330, top: 128 },
    },
    {
      where: 'nowhere when the words fill the column',
      selection: { left: 400, top: 40, right: 500, bottom: 640 },
      place: null,
    },
    {
      where: 'nowhere when the words are scrolled away',
      selection: { left: 400, top: 900, right: 500, bottom: 920 },
      place: null,
    },
  ])('$where', ({ selection, place }) => {
    expect(placePalette({ selection, bounds: column, ...size })).toEqual(place);
  });

  it('is never over the words', () => {
    for (let top = -100; top < 800; top += 7) {
      for (const height of [18, 60, 300, 700]) {
        const selection = { left: 300, top, right: 500, bottom: top + height };
        const place = placePalette({ selection, bounds: column, ...size });
        if (!place) continue;
        const isClear = place.top + size.height <= top || place.top >= selection.bottom;
        expect(isClear, `selection at ${top}, ${height} high`).toBe(true);
      }
    }
  });
});

describe('SelectionPalette', () => {
  const given = {
    selection: { left: 300, top: 200, right: 380, bottom: 220 },
    bounds: { left: 0, top: 0, right: 700, bottom: 600 },
    shortcuts: { enterprise: '1', claim: '2', date: '3' },
  };

  it('lies above the words by its real size', async () => {
    await show(<SelectionPalette {...given} onTag={vi.fn()} />);
    const bar = page.getByRole('toolbar', { name: 'Tag the selected words' });
    await expect.element(bar).toBeVisible();
    // Its size is another once the faces are loaded.
    await eventually(() => {
      const box = bar.element().getBoundingClientRect();
      expect(Math.abs(box.bottom - 192)).toBeLessThan(1);
      expect(Math.abs((box.left + box.right) / 2 - 340)).toBeLessThan(1);
    });
  });

  it('tags without taking the focus or the selection', async () => {
    const onTag = vi.fn();
    await show(
      <>
        <p data-testid="words" tabIndex={-1}>
          Musok Mining Complex
        </p>
        <SelectionPalette {...given} onTag={onTag} />
      </>,
    );
    const words = page.getByTestId('words').element();
    if (!(words instanceof HTMLElement)) throw new Error('no words');
    words.focus();
    getSelection()?.selectAllChildren(words);
    await page.getByRole('button', { name: 'Claim' }).click();
    expect(onTag).toHaveBeenCalledWith('claim');
    expect(getSelection()?.toString()).toBe('Musok Mining Complex');
    expect(document.activeElement).toBe(words);
  });

  it('is one stop for Tab, and its arrows go round', async () => {
    await show(<SelectionPalette {...given} onTag={vi.fn()} />);
    const first = page.getByRole('button', { name: 'Enterprise' });
    await expect.element(first).toBeVisible();
    const stops = page
      .getByRole('button')
      .elements()
      .filter((button) => button.tabIndex === 0);
    expect(stops).toEqual([first.element()]);
    focusOn(first);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByRole('button', { name: 'Date' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Claim' })).toHaveFocus();
  });
});
