import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RightColumn } from '../../../../src/renderer/panels/inspector/RightColumn';
import { AppFrame } from '../../../../src/renderer/panels/window/AppFrame';
import {
  type FrameLayout,
  fitColumns,
  frameModeOf,
  toggleColumn,
  usualLayout,
} from '../../../../src/renderer/panels/window/frame-layout';
import { focusOn, show } from '../show';

describe('fitColumns', () => {
  it.each([
    { width: 1_440, library: 276, inspector: 328 },
    { width: 1_200, library: 276, inspector: 328 },
    { width: 1_120, library: 276, inspector: 280 },
    { width: 1_024, library: 200, inspector: 260 },
    { width: 900, library: 184, inspector: 260 },
  ])('in a window of $width', ({ width, library, inspector }) => {
    const fit = fitColumns(usualLayout, width);
    expect(fit.library.width).toBe(library);
    expect(fit.inspector.width).toBe(inspector);
  });

  it('leaves the article its measure whatever was dragged, as long as the columns can give way', () => {
    for (let width = 1_008; width < 2_400; width += 16) {
      for (const wanted of [100, 260, 420, 900]) {
        const layout = { ...usualLayout, libraryWidth: wanted, inspectorWidth: wanted };
        const { library, inspector } = fitColumns(layout, width);
        expect(width - library.width - inspector.width, `${width}`).toBeGreaterThanOrEqual(564);
      }
    }
  });

  it('gives a hidden column’s room away', () => {
    const layout = { ...usualLayout, libraryOpen: false, inspectorWidth: 420 };
    expect(fitColumns(layout, 1_024).inspector.width).toBe(420);
  });
});

describe('toggleColumn', () => {
  it.each([
    { column: 'library', width: 1_200, becomes: { libraryOpen: false } },
    { column: 'inspector', width: 1_200, becomes: { inspectorOpen: false } },
    { column: 'library', width: 800, becomes: { libraryOpen: false } },
    { column: 'inspector', width: 800, becomes: { drawer: 'inspector' } },
    { column: 'library', width: 640, becomes: { drawer: 'library' } },
  ] as const)('$column at $width', ({ column, width, becomes }) => {
    const after = toggleColumn(usualLayout, column, frameModeOf(width));
    expect(after).toEqual({ ...usualLayout, ...becomes });
    expect(toggleColumn(after, column, frameModeOf(width))).toEqual(usualLayout);
  });
});

function Framed({ onLayout }: { readonly onLayout?: (layout: FrameLayout) => void }) {
  const [layout, setLayout] = useState(usualLayout);
  const [share, setShare] = useState(50);
  return (
    <AppFrame
      layout={layout}
      onLayout={(next) => {
        setLayout(next);
        onLayout?.(next);
      }}
      topBar={
        <button
          type="button"
          onClick={() =>
            setLayout(toggleColumn(layout, 'inspector', frameModeOf(window.innerWidth)))
          }
        >
          inspector
        </button>
      }
      library={<p>the library</p>}
      article={<p>the article</p>}
      inspector={
        <RightColumn
          share={share}
          onShare={setShare}
          inspector={<p>the facts</p>}
          list={<p>the list</p>}
        />
      }
      status={<p>the status</p>}
    />
  );
}

const libraryLine = () => page.getByRole('separator', { name: 'Width of the library' });
const inspectorLine = () => page.getByRole('separator', { name: 'Width of the inspector' });

afterEach(() => page.viewport(1_440, 900));

describe('the separators', () => {
  it.each([
    { keys: '{ArrowRight}', to: 284 },
    { keys: '{ArrowLeft}{ArrowLeft}', to: 260 },
    { keys: '{Shift>}{ArrowRight}{/Shift}', to: 316 },
    { keys: '{Home}', to: 184 },
    { keys: '{End}', to: 420 },
    { keys: '{End}{Enter}', to: 276 },
  ])('$keys takes the library to $to', async ({ keys, to }) => {
    await page.viewport(1_440, 900);
    await show(<Framed />, { width: 1_440, height: 900 });
    focusOn(libraryLine());
    await userEvent.keyboard(keys);
    await expect.element(libraryLine()).toHaveAttribute('aria-valuenow', String(to));
    const width = page.getByRole('complementary', { name: 'Library' }).element().clientWidth;
    expect(width).toBe(to);
  });

  it('moves the inspector’s edge the way the arrow points', async () => {
    await page.viewport(1_440, 900);
    await show(<Framed />, { width: 1_440, height: 900 });
    const line = focusOn(inspectorLine());
    const before = line.getBoundingClientRect().left;
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(inspectorLine()).toHaveAttribute('aria-valuenow', '336');
    expect(line.getBoundingClientRect().left).toBe(before - 8);
  });

  it('follows the pointer', async () => {
    await page.viewport(1_440, 900);
    await show(<Framed />, { width: 1_440, height: 900 });
    const line = libraryLine().element();
    const send = (type: string, clientX: number): void => {
      line.dispatchEvent(
        new PointerEvent(type, { clientX, pointerId: 1, button: 0, bubbles: true }),
      );
    };
    line.setPointerCapture = () => undefined;
    send('pointerdown', 276);
    send('pointermove', 326);
    await expect.element(libraryLine()).toHaveAttribute('aria-valuenow', '326');
    send('pointermove', 2_000);
    await expect.element(libraryLine()).toHaveAttribute('aria-valuenow', '420');
    send('pointerup', 2_000);
    send('pointermove', 100);
    await expect.element(libraryLine()).toHaveAttribute('aria-valuenow', '420');
  });

  it('shares the right column in percent', async () => {
    await page.viewport(1_440, 900);
    await show(<Framed />, { width: 1_440, height: 900 });
    const line = page.getByRole('separator', { name: /Height of the inspector/ });
    focusOn(line);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(line).toHaveAttribute('aria-valuenow', '54');
  });
});

describe('a narrow window', () => {
  it('has the inspector in a drawer that Escape closes, the focus going back', async () => {
    await page.viewport(800, 700);
    await show(<Framed />, { width: 800, height: 700 });
    const button = page.getByRole('button', { name: 'inspector', exact: true });
    const drawer = page.getByRole('complementary', { name: 'Inspector' });
    await expect.element(drawer).not.toBeInTheDocument();
    await button.click();
    await expect.element(drawer).toBeVisible();
    await expect.element(drawer).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
  });

  it.each([1_440, 1_024, 800, 640, 360])('never scrolls sideways at %i', async (width) => {
    await page.viewport(width, 700);
    await show(<Framed />, { width, height: 700 });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
    await expect.element(page.getByRole('main')).toBeVisible();
  });
});

it('skips to the article', async () => {
  await page.viewport(1_440, 900);
  await show(<Framed />, { width: 1_440, height: 900 });
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('link', { name: 'Skip to the article' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
});
