import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { type MountedReader, mountReader, startOf } from './mount-reader';
import { mouse, type Place } from './mouse';
import { nextFrames } from './page';

/** Forty paragraphs, each of a few lines, each with the word `plan` in the middle. */
const text = Array.from(
  { length: 40 },
  (_, index) =>
    `Paragraph ${index + 1} tells of the Kangan works and of the bridge beside them, of the plan that they met, and goes on until the line is full and another begins.`,
).join('\n\n');

beforeEach(async () => {
  await page.viewport(900, 700);
  document.getSelection()?.removeAllRanges();
  await mouse.move({ x: 450, y: 350 });
});

/** Puts words on all sides of the reader, as a window has them: some before the article in the page, some after it. */
async function mountAmongWords(): Promise<MountedReader> {
  const box = (words: string, style: string): HTMLElement => {
    const element = document.createElement('div');
    element.style.cssText = `position: fixed; overflow: hidden; ${style}`;
    element.textContent = `${words} `.repeat(400);
    return element;
  };
  const before = [
    box('Menu', 'inset: 0 0 auto 0; height: 20px'),
    box('Library', 'inset: 20px auto 30px 0; width: 90px'),
  ];
  const after = [
    box('Inspector', 'inset: 20px 0 30px 800px'),
    box('Saved', 'inset: auto 0 0 0; height: 30px'),
    box('Notice', 'inset: auto 300px 60px 300px; height: 40px'),
  ];
  document.body.prepend(...before);
  onTestFinished(() => {
    for (const element of [...before, ...after]) element.remove();
  });
  const heading = <h1 style={{ margin: 0 }}>The words of the heading</h1>;
  const mounted = await mountReader(text, [], { heading });
  const frame = mounted.scroller.parentElement as HTMLElement;
  frame.style.cssText = 'position: fixed; left: 90px; top: 20px; width: 710px; height: 650px';
  document.body.append(...after);
  await nextFrames();
  return mounted;
}

/** Where `plan` of a paragraph is drawn, and its offset. */
function planOf({ host }: MountedReader, paragraph: number) {
  const node = host.querySelectorAll('p')[paragraph - 1]?.firstChild as Text;
  const at = node.data.indexOf('plan');
  const range = new Range();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const offset = text.indexOf('plan', text.indexOf(`Paragraph ${paragraph} `));
  return { offset, place: startOf(range.getBoundingClientRect()) };
}

/** Start and end of the line that holds `offset`, as the Home and End keys have them. */
function lineOf({ handle }: MountedReader, offset: number) {
  const caret = { anchor: offset, head: offset };
  return {
    start: handle.moveByLines(caret, { by: 'lineEdge', direction: -1 }).head,
    end: handle.moveByLines(caret, { by: 'lineEdge', direction: 1 }).head,
  };
}

async function drag(from: Place, to: Place): Promise<void> {
  await mouse.move(from);
  await mouse.press(from);
  for (const part of [0.02, 0.25, 0.5, 0.75, 1])
    await mouse.move(
      { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      true,
    );
}

/** What was told last, and that the browser has just the same selected. */
async function selected({ reports }: MountedReader) {
  await nextFrames();
  const span = reports.selected.at(-1) ?? { start: 0, end: 0 };
  const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim();
  expect(squeeze(String(document.getSelection()))).toBe(squeeze(text.slice(span.start, span.end)));
  return span;
}

/** What of the text lies between two places, without the blanks round it. */
function between(one: number, other: number) {
  const [start, end] = [Math.min(one, other), Math.max(one, other)];
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Whether the text at `offset` is in view. */
function isInView({ scroller, handle }: MountedReader, offset: number): boolean {
  const box = handle.boxAt(offset);
  const view = scroller.getBoundingClientRect();
  return box !== null && box.bottom > view.top && box.top < view.bottom;
}

describe('a drag that leaves the article', () => {
  const beside = [
    { name: 'on to the words at its right', x: 850, edge: 'end' },
    { name: 'on to the words at its left', x: 40, edge: 'start' },
  ] as const;
  it.each(beside)('$name selects to the $edge of the line at that height', async ({ x, edge }) => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 3);
    const wanted = lineOf(mounted, offset)[edge];
    await drag(place, { x, y: place.y });
    await mouse.release({ x, y: place.y });
    expect(await selected(mounted)).toEqual(between(offset, wanted));
  });

  it.each(beside)('$name, and down, selects to the $edge of another line', async ({ x, edge }) => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 1);
    const other = planOf(mounted, 3);
    const wanted = lineOf(mounted, other.offset)[edge];
    await drag(place, { x, y: other.place.y });
    await mouse.release({ x, y: other.place.y });
    expect(await selected(mounted)).toEqual(between(offset, wanted));
  });

  const below = [
    { name: 'on to the status line', to: { x: 300, y: 690 } },
    { name: 'on to a notice over the text', to: { x: 450, y: 620 } },
  ];
  it.each(below)('down $name selects what is in view, and no more', async ({ to }) => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 3);
    await drag(place, to);
    await nextFrames(5);
    await mouse.release(to);
    const span = await selected(mounted);
    expect(span.start).toBe(offset);
    expect(span.end).toBeGreaterThan(offset);
    expect(span.end).toBeLessThan(text.length);
    expect(isInView(mounted, span.end - 1)).toBe(true);
  });

  it('up on to the menu bar selects what is in view, and no more', async () => {
    const mounted = await mountAmongWords();
    mounted.scroller.scrollTop = 1_200;
    await nextFrames();
    const paragraph = [...mounted.host.querySelectorAll('p')].findIndex(
      (block) => block.getBoundingClientRect().top > 300,
    );
    const { offset, place } = planOf(mounted, paragraph + 1);
    const to = { x: 300, y: 8 };
    await drag(place, to);
    await mouse.release(to);
    const span = await selected(mounted);
    expect(span.end).toBe(between(span.start, offset).end);
    expect(span.start).toBeGreaterThan(0);
    expect(isInView(mounted, span.start)).toBe(true);
  });

  it('up on to the heading selects to the start of the text', async () => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 1);
    const box = mounted.scroller.querySelector('h1')?.getBoundingClientRect() as DOMRect;
    const to = { x: box.left + 40, y: box.top + box.height / 2 };
    await drag(place, to);
    await mouse.release(to);
    expect(await selected(mounted)).toEqual(between(0, offset));
  });

  it('never shows more as selected meanwhile, also while the text scrolls', async () => {
    const mounted = await mountAmongWords();
    const { place } = planOf(mounted, 3);
    const to = { x: 300, y: 690 };
    await drag(place, to);
    const drawn: boolean[] = [];
    for (let frame = 0; frame < 20; frame += 1) {
      await nextFrames(1);
      // After every callback of this frame, just before it is drawn.
      await new Promise<void>((settle) => {
        const watch = new ResizeObserver(() => {
          drawn.push(mounted.host.contains(document.getSelection()?.focusNode ?? null));
          watch.disconnect();
          settle();
        });
        watch.observe(mounted.host);
      });
    }
    await mouse.release(to);
    expect(mounted.scroller.scrollTop).toBeGreaterThan(0);
    expect(drawn).toEqual(drawn.map(() => true));
  });
});

describe('a drag that comes into the article', () => {
  const starts = [
    { name: 'from its right', x: 850, edge: 'end' },
    { name: 'from its left', x: 40, edge: 'start' },
  ] as const;
  it.each(starts)('$name begins at the $edge of the line at that height', async ({ x, edge }) => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 3);
    const other = planOf(mounted, 5);
    const wanted = lineOf(mounted, offset)[edge];
    await drag({ x, y: place.y }, other.place);
    await mouse.release(other.place);
    const span = await selected(mounted);
    expect(span.end).toBe(between(0, other.offset).end);
    // The browser begins at the nearest of the words there, which have lines of their own.
    expect(Math.abs(span.start - wanted)).toBeLessThan(100);
  });
});

describe('a click with Shift', () => {
  const places = [
    { name: 'on the words at its right', to: (y: number) => ({ x: 850, y }) },
    { name: 'on the words at its left', to: (y: number) => ({ x: 40, y }) },
    { name: 'on the status line', to: () => ({ x: 300, y: 690 }) },
    { name: 'on a notice', to: () => ({ x: 450, y: 620 }) },
  ];
  it.each(places)('$name selects to what is in view there', async ({ to }) => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 2);
    await mouse.click(place);
    const { place: third } = planOf(mounted, 3);
    await clickWithShift(to(third.y));
    const span = await selected(mounted);
    expect(span.start).toBe(offset);
    expect(span.end).toBeLessThan(text.length);
    expect(isInView(mounted, span.end - 1)).toBe(true);
  });
});

async function clickWithShift({ x, y }: Place): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect();
  const at = { x: x + (frame?.left ?? 0), y: y + (frame?.top ?? 0), button: 'left', modifiers: 8 };
  for (const type of ['mousePressed', 'mouseReleased'] as const)
    await cdp().send('Input.dispatchMouseEvent', { ...at, type, clickCount: 1 } as never);
}

describe('what is selected by no pointer', () => {
  it('is the article alone when all of the page is selected, and so is what is copied', async () => {
    const mounted = await mountAmongWords();
    document.getSelection()?.selectAllChildren(document.body);
    expect(await selected(mounted)).toEqual({ start: 0, end: text.length });
  });

  it('stays as it is outside the article', async () => {
    const mounted = await mountAmongWords();
    const heading = mounted.scroller.querySelector('h1') as HTMLElement;
    document.getSelection()?.selectAllChildren(heading);
    await nextFrames();
    expect(String(document.getSelection())).toBe('The words of the heading');
  });

  it('is all of the text by the handle, and nothing scrolls', async () => {
    const mounted = await mountAmongWords();
    mounted.handle.selectAll();
    expect(await selected(mounted)).toEqual({ start: 0, end: text.length });
    expect(mounted.scroller.scrollTop).toBe(0);
  });
});

describe('a press inside the selected words', () => {
  it('begins another selection when it is dragged', async () => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 3);
    await mouse.click(place, 3);
    await nextFrames();
    const paragraph = mounted.reports.selected.at(-1);
    expect(paragraph?.start).toBeLessThan(offset);
    const { end } = lineOf(mounted, offset);
    await drag(place, { x: 780, y: place.y });
    await mouse.release({ x: 780, y: place.y });
    expect(await selected(mounted)).toEqual(between(offset, end));
  });

  it('takes the selection away when it is not', async () => {
    const mounted = await mountAmongWords();
    const { offset, place } = planOf(mounted, 3);
    await mouse.click(place, 3);
    await nextFrames();
    await mouse.release(place);
    await mouse.move({ x: place.x + 60, y: place.y + 60 });
    await mouse.click(place);
    await nextFrames();
    expect(mounted.reports.selected.at(-1)).toBeNull();
    expect(mounted.reports.carets.at(-1)?.head).toBe(offset);
  });
});
