import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Caret, caretAt } from '../../../src/core/text/caret';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { splitsSurrogatePair } from '../../../src/core/text/span';
import { type MountedReader, mountReader } from './mount-reader';
import { nextFrames } from './page';
import { longParagraph, longText, smallTexts } from './texts';

beforeEach(async () => {
  await page.viewport(900, 700);
  document.getSelection()?.removeAllRanges();
});

const long = { name: 'a paragraph of 500 kB', text: longParagraph(500_000) };
const wrapped = {
  name: 'hangul that wraps anywhere',
  text: '김책제철련합기업소에서는'.repeat(60),
};

function caretElement({ host }: MountedReader): HTMLElement {
  const element = host.querySelector<HTMLElement>('[class*=caret]');
  if (!element) throw new Error('no caret is drawn');
  return element;
}

function move(
  mounted: MountedReader,
  caret: Caret,
  by: 'line' | 'lineEdge' | 'page',
  direction: 1 | -1,
): Caret {
  const { head, ...rest } = mounted.handle.moveByLines(caret, { by, direction });
  const next = { anchor: head, head, ...rest };
  mounted.handle.place(next);
  return next;
}

describe('the caret drawn', () => {
  it('stands before the letter, as high as its line', async () => {
    const mounted = await mountReader('The Kangan Steel Works met its plan.');
    mounted.handle.place(caretAt(11));
    const box = mounted.boxOf('Steel');
    const drawn = caretElement(mounted).getBoundingClientRect();
    expect(drawn.left + drawn.width / 2).toBeCloseTo(box.left, 0);
    expect(drawn.top).toBeCloseTo(box.top, 0);
    expect(drawn.height).toBeCloseTo(box.height, 0);
  });

  it('stands after the last letter of a paragraph', async () => {
    const mounted = await mountReader('The mine.\r\n\r\nThe end.');
    mounted.handle.place(caretAt(9));
    const drawn = caretElement(mounted).getBoundingClientRect();
    expect(drawn.left + drawn.width / 2).toBeCloseTo(mounted.boxOf('mine.').right, 0);
  });

  it('stands at the right edge of a letter written from right to left', async () => {
    const text = 'The works مصنع made steel.';
    const mounted = await mountReader(text);
    mounted.handle.place(caretAt(text.indexOf('مصنع')));
    const drawn = caretElement(mounted).getBoundingClientRect();
    expect(drawn.left + drawn.width / 2).toBeCloseTo(mounted.boxOf('مصنع').right, 0);
  });

  it('is one at most, and none once it is taken away', async () => {
    const mounted = await mountReader('The Kangan Steel Works.');
    mounted.handle.place(caretAt(4));
    mounted.handle.place(caretAt(8));
    expect(mounted.host.querySelectorAll('[class*=caret]')).toHaveLength(1);
    mounted.handle.place(null);
    expect(mounted.host.querySelectorAll('[class*=caret]')).toHaveLength(0);
  });

  it('leaves the text of the article as it is, for the browser to find and to copy', async () => {
    const text = 'The Kangan Steel Works.';
    const mounted = await mountReader(text);
    mounted.handle.place(caretAt(4));
    expect(mounted.host.textContent).toBe(text);
  });

  it('follows its letter when the column becomes narrower', async () => {
    const mounted = await mountReader(longParagraph(600));
    mounted.handle.place(caretAt(300));
    mounted.scroller.style.width = '400px';
    await nextFrames();
    await nextFrames();
    const { left, top } = caretElement(mounted).getBoundingClientRect();
    const before = document.caretPositionFromPoint(left + 2, top + 8);
    expect(Math.abs((before?.offset ?? 0) - 300)).toBeLessThanOrEqual(1);
  });

  it('is brought into view from a section that is not rendered', async () => {
    const text = longText(400_000);
    const mounted = await mountReader(text);
    mounted.handle.place(caretAt(390_000));
    await nextFrames();
    const view = mounted.scroller.getBoundingClientRect();
    const { top, bottom } = caretElement(mounted).getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(view.top);
    expect(bottom).toBeLessThanOrEqual(view.bottom);
    expect(mounted.handle.caret()).toEqual(caretAt(390_000));
  });
});

describe('moving by lines', () => {
  it.each([...smallTexts, wrapped])(
    'comes down through all lines and up again: $name',
    async ({ text }) => {
      const mounted = await mountReader(text, [], {});
      const first = text.search(/\S/);
      let caret = caretAt(first);
      mounted.handle.place(caret);
      const tops: number[] = [];
      for (let step = 0; step < 60; step += 1) {
        tops.push(caretElement(mounted).getBoundingClientRect().top + mounted.scroller.scrollTop);
        const next = move(mounted, caret, 'line', 1);
        expect(isClusterBoundary(text, next.head)).toBe(true);
        if (next.head === caret.head && next.atLineEnd === caret.atLineEnd) break;
        caret = next;
      }
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      const { paragraphs } = await import('../../../src/core/text/layout').then(({ layOut }) =>
        layOut(text),
      );
      expect(caret.head).toBe(paragraphs.at(-1)?.end);
      for (let step = 0; step < 60; step += 1) caret = move(mounted, caret, 'line', -1);
      expect(caret.head).toBe(paragraphs[0]?.start);
    },
  );

  it('keeps to the column over a short line', async () => {
    const text = 'The Kangan Steel Works met its plan.\nOre.\nThe mine has sent all of its ore.';
    const mounted = await mountReader(text);
    let caret = caretAt(16);
    mounted.handle.place(caret);
    const { left } = caretElement(mounted).getBoundingClientRect();
    caret = move(mounted, caret, 'line', 1);
    expect(caret.head).toBe(text.indexOf('Ore.') + 4);
    move(mounted, caret, 'line', 1);
    expect(Math.abs(caretElement(mounted).getBoundingClientRect().left - left)).toBeLessThan(8);
  });

  it.each([long, wrapped])('goes to both edges of a line that wraps: $name', async ({ text }) => {
    const mounted = await mountReader(text);
    const start = move(mounted, caretAt(200), 'lineEdge', -1);
    const end = move(mounted, start, 'lineEdge', 1);
    expect(start.head).toBeLessThanOrEqual(200);
    expect(end.head).toBeGreaterThan(start.head + 10);
    const drawn = caretElement(mounted).getBoundingClientRect();
    move(mounted, start, 'lineEdge', -1);
    // Both on the same line, also where the line wraps between two letters.
    expect(caretElement(mounted).getBoundingClientRect().top).toBeCloseTo(drawn.top, 0);
    expect(drawn.left).toBeGreaterThan(mounted.host.getBoundingClientRect().left + 200);
  });

  it('turns pages, with the page before still in reach, to the end and back', async () => {
    const text = longText(60_000);
    const mounted = await mountReader(text);
    let caret = caretAt(0);
    mounted.handle.place(caret);
    const heads: number[] = [];
    while (heads.at(-1) !== caret.head) {
      heads.push(caret.head);
      caret = move(mounted, caret, 'page', 1);
    }
    expect(heads.length).toBeGreaterThan(20);
    expect(caret.head).toBe(text.trimEnd().length);
    for (let step = 0; step < heads.length; step += 1) caret = move(mounted, caret, 'page', -1);
    expect(caret.head).toBe(0);
  });

  it('walks through a paragraph of 500 kB', async () => {
    const mounted = await mountReader(long.text);
    const middle = 250_000;
    const below = move(mounted, caretAt(middle), 'line', 1);
    expect(below.head).toBeGreaterThan(middle + 20);
    expect(below.head).toBeLessThan(middle + 200);
    expect(splitsSurrogatePair(long.text, below.head)).toBe(false);
    const again = move(mounted, below, 'line', -1);
    expect(Math.abs(again.head - middle)).toBeLessThanOrEqual(3);
  });
});

describe('a click', () => {
  it('puts the caret where it fell, with the selection of the browser', async () => {
    const mounted = await mountReader('The Kangan Steel Works.');
    document.getSelection()?.collapse(mounted.host.querySelector('p')?.firstChild ?? null, 7);
    await nextFrames();
    expect(mounted.reports.carets.at(-1)).toEqual(caretAt(7));
    expect(caretElement(mounted)).toBeTruthy();
  });

  it('elsewhere leaves the caret where it was, and nothing selected', async () => {
    const mounted = await mountReader('The Kangan Steel Works.');
    mounted.handle.place({ anchor: 4, head: 10 });
    const heading = document.querySelector('h1');
    if (heading) document.getSelection()?.selectAllChildren(heading);
    await nextFrames();
    expect(mounted.reports.carets.at(-1)).toEqual(caretAt(10));
    expect(mounted.reports.selected.at(-1)).toBeNull();
  });
});
