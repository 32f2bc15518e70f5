import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { caretOver } from '../../../src/core/text/caret';
import { layOut } from '../../../src/core/text/layout';
import { noEmphasis } from '../../../src/renderer/reader/painter';
import { annotationOf, buildAnnotation } from '../../support/builders';
import { type MountedReader, mountReader } from './mount-reader';
import { nextFrames } from './page';
import { longParagraph, longText } from './texts';

const text = longText(300_000);

beforeEach(() => page.viewport(900, 700));

/** The words at the beginning of the line that lies `inset` pixels below the top of the view. */
function wordsAt(inset: number, { scroller, host }: MountedReader): string {
  const { top } = scroller.getBoundingClientRect();
  const { left } = host.getBoundingClientRect();
  const position = document.caretPositionFromPoint(left + 2, top + inset);
  return position?.offsetNode.textContent?.slice(position.offset, position.offset + 30) ?? '';
}

describe('the article', () => {
  it('is named and readable, whatever is in view', async () => {
    const { scroller, host } = await mountReader(text);
    expect(page.getByRole('article', { name: 'Steel works report' }).element()).toBe(scroller);
    expect(host.lang).toBe('en');
    const written = (): string =>
      [...host.querySelectorAll('p')].map((block) => block.textContent).join('\n');
    // What is out of view is written when there is nothing else to do.
    await expect.poll(written).toBe(text);
  });

  it('takes the focus when asked to', async () => {
    const { handle, scroller } = await mountReader(text);
    handle.focus();
    expect(document.activeElement).toBe(scroller);
  });

  it('draws no paragraph number into the text that is selected', async () => {
    const { handle } = await mountReader('one\ntwo\nthree');
    handle.place(caretOver({ start: 0, end: 13 }));
    expect(document.getSelection()?.toString().replaceAll(/\n+/g, '\n')).toBe('one\ntwo\nthree');
  });
});

describe('the place to begin', () => {
  it('is the top, heading and all, at offset 0', async () => {
    const { scroller } = await mountReader(text);
    expect(scroller.scrollTop).toBe(0);
  });

  const offsets = [
    { name: 'a little down', offset: 2_000 },
    { name: 'in the middle', offset: 150_000 },
    { name: 'far down', offset: 290_000 },
  ];
  it.each(offsets)('is $name, on the line that was on top', async ({ offset }) => {
    const { scroller, boxOf } = await mountReader(text, [], { startOffset: offset });
    await nextFrames(8);
    const words = text.slice(offset, offset + 1);
    const paragraph = text.slice(text.lastIndexOf('\n', offset) + 1).slice(0, 14);
    expect(words).not.toBe('\n');
    const view = scroller.getBoundingClientRect();
    const box = boxOf(paragraph.replace(/\. .*$/, '.'));
    expect(box.bottom).toBeGreaterThan(view.top - 200);
    expect(box.top).toBeLessThan(view.top + 60);
  });

  it('is told while scrolling, and comes back to the same words', async () => {
    const first = await mountReader(text);
    first.scroller.scrollTop = 30_000;
    await nextFrames(8);
    first.scroller.scrollTop += 7;
    const words = wordsAt(24, first);
    const told = () => first.reports.scrolled.at(-1) ?? 0;
    // It is told on the way as well; the last place is the one that is there to stay.
    await expect
      .poll(() => told() > 10_000 && text.slice(told(), told() + 400).includes(words))
      .toBe(true);
    const place = told();
    await first.unmount();
    const second = await mountReader(text, [], { startOffset: place });
    await nextFrames(8);
    expect(wordsAt(30, second)).toBe(words);
  });

  it('does not creep when it is told and restored again and again', async () => {
    let place = 123_456;
    const places: number[] = [];
    for (let start = 0; start < 4; start += 1) {
      const { reports, unmount } = await mountReader(text, [], { startOffset: place });
      await expect.poll(() => reports.scrolled.length).toBeGreaterThan(0);
      place = reports.scrolled.at(-1) ?? 0;
      places.push(place);
      await unmount();
    }
    expect(new Set(places).size).toBe(1);
    expect(Math.abs(place - 123_456)).toBeLessThan(100);
  });

  it('is told at most four times a second', async () => {
    const { scroller, reports } = await mountReader(text);
    const begun = performance.now();
    while (performance.now() - begun < 1_000) {
      scroller.scrollTop += 40;
      await nextFrames(1);
    }
    expect(reports.scrolled.length).toBeGreaterThan(0);
    // The last turn may have taken longer than it was to.
    const quarters = Math.ceil((performance.now() - begun) / 250);
    expect(reports.scrolled.length).toBeLessThanOrEqual(quarters);
  });
});

describe('reveal', () => {
  const targets = [
    { name: 'a section further down', start: 12_000 },
    { name: 'the middle', start: 150_000 },
    { name: 'the last words', start: text.length - 20 },
  ];
  it.each(targets)('brings words into view: $name', async ({ start }) => {
    const { handle, scroller } = await mountReader(text);
    const span = { start, end: start + 15 };
    handle.reveal(span);
    await nextFrames(8);
    handle.place(caretOver(span));
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    expect(box?.top).toBeGreaterThanOrEqual(view.top);
    expect(box?.bottom).toBeLessThanOrEqual(view.bottom);
  });

  it('does not scroll when the words are in view', async () => {
    const { handle, scroller } = await mountReader(text);
    handle.reveal({ start: 100, end: 120 });
    expect(scroller.scrollTop).toBe(0);
  });

  it('goes back up again', async () => {
    const { handle, scroller } = await mountReader(text);
    handle.reveal({ start: 200_000, end: 200_010 });
    await nextFrames(8);
    handle.reveal({ start: 100, end: 120 });
    await nextFrames(8);
    expect(scroller.scrollTop).toBeLessThan(200);
  });

  it('finds words deep in a paragraph of 500 kB', async () => {
    const paragraph = longParagraph(500_000);
    const { handle, scroller } = await mountReader(paragraph);
    const span = { start: 444_444, end: 444_460 };
    handle.reveal(span);
    await nextFrames(8);
    handle.place(caretOver(span));
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    expect(box?.top).toBeGreaterThanOrEqual(view.top);
    expect(box?.bottom).toBeLessThanOrEqual(view.bottom);
  });
});

const drawn = () =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => `${name} ${range instanceof Range ? range.toString() : ''}`),
  );

describe('annotations', () => {
  const short = 'The Kangan Steel Works met its plan.';
  it('are drawn when they are there, and again when the version rises', async () => {
    const { index, change } = await mountReader(short, [annotationOf(short, 'Kangan')]);
    expect(drawn()).toEqual(['enterprise-0 Kangan']);
    index.set(annotationOf(short, 'plan'));
    await change({ version: 1 });
    expect(drawn()).toEqual(['enterprise-0 Kangan', 'enterprise-0 plan']);
  });

  it('are emphasised as told', async () => {
    const works = annotationOf(short, 'Works');
    const { change } = await mountReader(short, [works]);
    const emphasis = { ...noEmphasis, selected: works.id };
    await change({ emphasis });
    expect(drawn()).toEqual(['enterprise-0 Works', 'selected Works']);
  });

  it('push the lines apart where more of them overlap than lie below usual lines', async () => {
    const { host, index, change } = await mountReader(`${short}\n${short}`, []);
    const [first, second] = host.querySelectorAll('p');
    const height = (): number => Number.parseFloat(getComputedStyle(first as Element).lineHeight);
    const usual = height();
    const nested = Array.from({ length: 6 }, (_, depth) =>
      buildAnnotation({ text: short, span: { start: 4, end: 10 + depth } }),
    );
    for (const [depth, annotation] of nested.entries()) {
      index.set(annotation);
      await change({ version: depth + 1 });
      // The lowest line, at 0.18 em and 0.17 em more for each lane, stays above the letters of the next.
      const lowest = (0.18 + 0.17 * depth) * (usual / 1.6);
      expect(height() - lowest).toBeGreaterThan(0.9 * (usual / 1.6));
    }
    expect(first?.dataset['lanes']).toBe('6');
    expect(second?.dataset['lanes']).toBeUndefined();
    for (const { id } of nested.slice(3)) index.delete(id);
    await change({ version: 7 });
    expect(height()).toBe(usual);
  });

  it('leave with the reader', async () => {
    const { unmount } = await mountReader(short, [annotationOf(short, 'Kangan')]);
    await unmount();
    expect(CSS.highlights.size).toBe(0);
  });
});

describe('a text of 5 MB with 20,000 annotations', () => {
  it('appears, can be searched by the browser, and shows its end', async () => {
    const whole = `${longText(5_000_000)}\nThe very last words.`;
    const many = Array.from({ length: 20_000 }, (_, index) =>
      buildAnnotation({
        id: `${index}`,
        text: whole,
        span: { start: index * 250 + 1, end: index * 250 + 9 },
      }),
    );
    const { handle, scroller, host } = await mountReader(whole, many);
    await expect.poll(() => host.querySelectorAll('p').length).toBe(layOut(whole).blocks.length);
    const end = { start: whole.length - 11, end: whole.length };
    handle.reveal(end);
    await nextFrames(8);
    handle.place(caretOver(end));
    expect(document.getSelection()?.toString()).toBe('last words.');
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    expect(box?.bottom).toBeLessThanOrEqual(scroller.getBoundingClientRect().bottom);
    handle.place(null);
    const browser = window as Window & { find?(words: string): boolean };
    expect(browser.find?.('The very last words.')).toBe(true);
  });
});
