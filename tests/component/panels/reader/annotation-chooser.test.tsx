import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  AnnotationChooser,
  type AnnotationChooserProps,
} from '../../../../src/renderer/panels/reader/AnnotationChooser';
import type { Rect } from '../../../../src/renderer/panels/reader/place-palette';
import { eventually } from '../../../support/eventually';
import { mouse } from '../../reader/mouse';
import { nextFrames } from '../../reader/page';
import { buildAnnotation } from '../build';
import { show } from '../show';

const day = buildAnnotation(1, '15 January 2025', { kind: 'date', edtf: '2025-01-15' });
const works = buildAnnotation(2, 'Hwangjin Steel', { kind: 'enterprise' });
const claim = buildAnnotation(3, 'Hwangjin Steel met its plan on 15 January 2025', {
  kind: 'claim',
  status: 'completed',
});

const place: Rect = { left: 100, top: 200, right: 110, bottom: 220 };
const bounds: Rect = { left: 0, top: 0, right: 400, bottom: 600 };

function props(changes: Partial<AnnotationChooserProps> = {}): AnnotationChooserProps {
  return {
    place,
    bounds,
    annotations: [day, works, claim],
    selectedId: null,
    language: 'en',
    focused: false,
    onHover: vi.fn(),
    onPick: vi.fn(),
    onClose: vi.fn(),
    ...changes,
  };
}

const list = () => page.getByRole('listbox', { name: 'Annotations here, innermost first' });
const rows = () => page.getByRole('option');
/** The box that is placed, which holds the list and its title. */
const box = (): DOMRect => {
  const outer = list().element().closest('[style]');
  if (!outer) throw new Error('not placed');
  return outer.getBoundingClientRect();
};

/** The list as it is once it is placed: its size is another once the faces are loaded. */
async function showChooser(given: AnnotationChooserProps): Promise<void> {
  await show(<AnnotationChooser {...given} />);
  await expect.element(list()).toBeVisible();
  await document.fonts.ready;
}

describe('the rows', () => {
  it('say kind, words and value, in the order given', async () => {
    await showChooser(props());
    expect(
      rows()
        .elements()
        .map((row) => row.getAttribute('aria-label')),
    ).toEqual([
      'Date: 15 January 2025, 15 January 2025',
      'Enterprise: Hwangjin Steel',
      'Claim: Hwangjin Steel met its plan on 15 January 2025, Completed',
    ]);
  });

  it('show long words cut, and stay within the window', async () => {
    const long = buildAnnotation(4, 'Hwangjin Steel met its plan. '.repeat(30), {
      kind: 'claim',
      status: 'unknown',
    });
    await showChooser(props({ annotations: [works, long] }));
    const heights = rows()
      .elements()
      .map((row) => row.getBoundingClientRect().height);
    expect(heights[1]).toBe(heights[0]);
    expect(box().right).toBeLessThanOrEqual(bounds.right);
    expect(rows().nth(1).element().getAttribute('aria-label')?.length).toBeLessThan(260);
  });

  it('mark the one that is selected', async () => {
    await showChooser(props({ selectedId: works.id }));
    expect(
      rows()
        .elements()
        .map((row) => row.getAttribute('aria-selected')),
    ).toEqual(['false', 'true', 'false']);
  });

  it('are named in Korean too', async () => {
    await show(<AnnotationChooser {...props()} />, { language: 'ko' });
    await expect
      .element(page.getByRole('listbox', { name: '이 자리의 주석, 안쪽부터' }))
      .toBeVisible();
    await expect.element(page.getByRole('option', { name: '기업: Hwangjin Steel' })).toBeVisible();
  });
});

describe('its place', () => {
  it('is below the line, from the letter on', async () => {
    await showChooser(props({ annotations: [works] }));
    await eventually(() => {
      expect(box().top).toBe(place.bottom + 8);
      expect(box().left).toBe(place.left);
    });
  });

  it('is above the line when there is no room below', async () => {
    const low = { left: 100, top: 540, right: 110, bottom: 560 };
    await showChooser(props({ place: low }));
    await eventually(() => expect(Math.abs(box().bottom - (low.top - 8))).toBeLessThan(1));
  });

  it('is within the column at its right edge', async () => {
    await showChooser(props({ place: { left: 380, top: 200, right: 390, bottom: 220 } }));
    await eventually(() => expect(Math.abs(box().right - (bounds.right - 8))).toBeLessThan(1));
  });

  it('never covers the line and never leaves the column, however little room there is', async () => {
    const many = Array.from({ length: 12 }, (_, number) =>
      buildAnnotation(number + 10, `Hwangjin Steel ${number}`, { kind: 'enterprise' }),
    );
    for (let top = 0; top <= 280; top += 40) {
      const line = { left: 100, top, right: 110, bottom: top + 20 };
      const column = { ...bounds, bottom: 300 };
      const shown = await show(
        <AnnotationChooser {...props({ place: line, bounds: column, annotations: many })} />,
      );
      await eventually(() => {
        const { top: from, bottom: to, height } = box();
        expect(height).toBeGreaterThan(100);
        expect(to <= line.top || from >= line.bottom, `line at ${top}`).toBe(true);
        expect(from >= 0 && to <= column.bottom, `line at ${top}`).toBe(true);
      });
      await shown.unmount();
    }
  });
});

describe('by pointer', () => {
  it('shows in the text what is pointed at, and nothing any more when it leaves', async () => {
    const given = props();
    await showChooser(given);
    await rows().nth(1).hover();
    expect(given.onHover).toHaveBeenLastCalledWith(works.id);
    await userEvent.unhover(rows().nth(1));
    await eventually(() => expect(given.onHover).toHaveBeenLastCalledWith(null));
  });

  it('picks with a click, and takes neither focus nor selection', async () => {
    const given = props();
    await show(
      <>
        <p data-testid="words" tabIndex={-1}>
          Hwangjin Steel
        </p>
        <AnnotationChooser {...given} />
      </>,
    );
    const words = page.getByTestId('words').element() as HTMLElement;
    words.focus();
    getSelection()?.selectAllChildren(words);
    await rows().nth(2).click();
    expect(given.onPick).toHaveBeenCalledExactlyOnceWith(claim.id);
    expect(document.activeElement).toBe(words);
    expect(getSelection()?.toString()).toBe('Hwangjin Steel');
  });
});

describe('by keyboard', () => {
  it('has the focus when it was opened so, on the selected row', async () => {
    const given = props({ focused: true, selectedId: works.id });
    await showChooser(given);
    await expect.element(list()).toHaveFocus();
    expect(given.onHover).toHaveBeenLastCalledWith(works.id);
    expect(list().element().getAttribute('aria-activedescendant')).toBe(rows().nth(1).element().id);
  });

  it('is not moved by a pointer that rests where the list appears', async () => {
    await mouse.move({ x: 150, y: 300 });
    const given = props({ focused: true });
    await showChooser(given);
    await expect.element(list()).toHaveFocus();
    await nextFrames();
    expect(document.elementFromPoint(150, 300)?.closest('[role=option]')).not.toBeNull();
    expect(given.onHover).toHaveBeenCalledExactlyOnceWith(day.id);
  });

  it('leaves the focus where it is otherwise', async () => {
    await showChooser(props());
    expect(document.activeElement).toBe(document.body);
  });

  const cases = [
    { keys: '{ArrowDown}', row: 1 },
    { keys: '{ArrowDown}{ArrowDown}{ArrowDown}', row: 2 },
    { keys: '{ArrowDown}{ArrowUp}', row: 0 },
    { keys: '{ArrowUp}', row: 0 },
    { keys: '{End}', row: 2 },
    { keys: '{End}{Home}', row: 0 },
  ];
  it.each(cases)('$keys moves to row $row, which Enter picks', async ({ keys, row }) => {
    const given = props({ focused: true });
    await showChooser(given);
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard(keys);
    const { id } = given.annotations[row] ?? works;
    expect(given.onHover).toHaveBeenLastCalledWith(id);
    await userEvent.keyboard('{Enter}');
    expect(given.onPick).toHaveBeenCalledExactlyOnceWith(id);
  });

  it('closes with Escape, and keeps its keys to itself', async () => {
    const given = props({ focused: true });
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    await showChooser(given);
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}1{Escape}');
    document.removeEventListener('keydown', listen);
    expect(given.onClose).toHaveBeenCalledTimes(1);
    expect(given.onPick).not.toHaveBeenCalled();
    expect(heard).toEqual(['1']);
  });

  it('closes when the focus goes elsewhere', async () => {
    const given = props({ focused: true });
    await show(
      <>
        <AnnotationChooser {...given} />
        <button type="button">elsewhere</button>
      </>,
    );
    await expect.element(list()).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'elsewhere' })).toHaveFocus();
    expect(given.onClose).toHaveBeenCalledTimes(1);
  });
});
