import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyBody } from '../../../src/core/annotation/annotation';
import { caretOver } from '../../../src/core/text/caret';
import { annotationOf } from '../../support/builders';
import { endOf, middleOf, mountReader, startOf } from './mount-reader';
import { mouse } from './mouse';
import { nextFrames } from './page';
import { longText } from './texts';

const text =
  'The Kangan Steel Works met its plan.\r\n\r\nThe mine\u00a0sent  ore. 🇰🇵 Steel again.\r\nThe end.';
const works = annotationOf(text, 'Kangan Steel Works');
const steel = annotationOf(text, 'Steel');

const spanOf = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

beforeEach(async () => {
  await page.viewport(900, 700);
  document.getSelection()?.removeAllRanges();
  await mouse.move({ x: 850, y: 680 });
});

describe('selecting with the mouse', () => {
  it('is reported once, when the button is let go, with the box of the words', async () => {
    const { reports, boxOf } = await mountReader(text);
    const from = startOf(boxOf('Kangan'));
    const to = endOf(boxOf('Works'));
    reports.selected.length = 0;
    reports.boxes.length = 0;
    await mouse.press(from);
    await mouse.move({ x: (from.x + to.x) / 2, y: from.y }, true);
    await mouse.move(to, true);
    await nextFrames();
    expect(reports.selected).toEqual([]);
    await mouse.release(to);
    await nextFrames();
    expect(reports.selected).toEqual([spanOf('Kangan Steel Works')]);
    const box = boxOf('Kangan Steel Works');
    expect(reports.boxes[0]?.left).toBeCloseTo(box.left, 0);
    expect(reports.boxes[0]?.bottom).toBeCloseTo(box.bottom, 0);
  });

  it('is reported also when the button is let go outside the article', async () => {
    const { reports, boxOf } = await mountReader(text);
    await mouse.drag(startOf(boxOf('again')), { x: 850, y: middleOf(boxOf('again')).y });
    await nextFrames();
    expect(reports.selected.at(-1)).toEqual(spanOf('again.'));
  });

  const clicks = [
    { name: 'a double click takes the word', clicks: 2, words: 'Steel' },
    { name: 'a triple click takes the paragraph', clicks: 3, words: text.split('\r\n')[0] ?? '' },
  ];
  it.each(clicks)('$name', async ({ clicks: count, words }) => {
    const { reports, boxOf } = await mountReader(text);
    await mouse.click(middleOf(boxOf('Steel')), count);
    await nextFrames();
    expect(reports.selected.at(-1)).toEqual(spanOf(words));
  });

  it('a triple click on the last paragraph takes just that', async () => {
    const { reports, boxOf } = await mountReader(text);
    await mouse.click(middleOf(boxOf('The end')), 3);
    await nextFrames();
    expect(reports.selected.at(-1)).toEqual(spanOf('The end.'));
  });

  it('goes over paragraphs', async () => {
    const { reports, boxOf } = await mountReader(text);
    await mouse.drag(startOf(boxOf('plan')), endOf(boxOf('mine')));
    await nextFrames();
    expect(reports.selected.at(-1)).toEqual(spanOf('plan.\r\n\r\nThe mine'));
  });

  it('is no click on an annotation', async () => {
    const { reports, boxOf } = await mountReader(text, [works]);
    await mouse.drag(startOf(boxOf('Kangan')), endOf(boxOf('Works')));
    await nextFrames();
    expect(reports.places).toEqual([]);
  });

  it('reports none when a click elsewhere in the text takes it away', async () => {
    const { reports, boxOf } = await mountReader(text);
    await mouse.drag(startOf(boxOf('Kangan')), endOf(boxOf('Works')));
    await mouse.click(middleOf(boxOf('ore')));
    await nextFrames();
    expect(reports.selected.at(-1)).toBeNull();
  });
});

describe('selecting by key', () => {
  it('select-all takes the article and nothing around it', async () => {
    const { handle, reports } = await mountReader(text);
    handle.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await nextFrames();
    expect(reports.selected.at(-1)).toEqual({ start: 0, end: text.length });
  });

  it('is reported while it grows', async () => {
    const { handle, reports } = await mountReader(text);
    handle.place(caretOver(spanOf('Kangan')));
    handle.focus();
    await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
    await nextFrames();
    expect(reports.selected).toContainEqual(spanOf('Kangan'));
    expect(reports.selected.at(-1)).toEqual(spanOf('Kangan Steel'));
  });
});

describe('clicking', () => {
  it('tells the place under the mouse, and null beside the text', async () => {
    const { reports, boxOf } = await mountReader(text, [works, steel]);
    await mouse.click(middleOf(boxOf('S')));
    const { right, top } = boxOf('The end.');
    await mouse.click({ x: right + 80, y: top + 5 });
    await nextFrames();
    expect(reports.places).toEqual([text.indexOf('S'), null]);
  });

  it('tells the same place again for another click there', async () => {
    const { reports, boxOf } = await mountReader(text, [works, steel]);
    await mouse.click(middleOf(boxOf('S')));
    await mouse.click(middleOf(boxOf('S')));
    await nextFrames();
    expect(reports.places).toEqual([text.indexOf('S'), text.indexOf('S')]);
  });
});

const hovered = () => [...(CSS.highlights.get('hovered') ?? [])].map(String);

describe('pointing', () => {
  it('shows which annotation a click would take, and stops when the mouse leaves', async () => {
    const { boxOf } = await mountReader(text, [
      works,
      annotationOf(text, 'ore', { body: emptyBody('date') }),
    ]);
    await mouse.move(middleOf(boxOf('Kangan')));
    await expect.poll(hovered).toEqual(['Kangan Steel Works']);
    await mouse.move(middleOf(boxOf('ore')));
    await expect.poll(hovered).toEqual(['ore']);
    await mouse.move({ x: 850, y: 680 });
    await expect.poll(hovered).toEqual([]);
  });
});

const copied = async (): Promise<string> => {
  const heard = new Promise<string>((resolve) => {
    window.addEventListener(
      'copy',
      (event) => resolve(event.clipboardData?.getData('text/plain') ?? ''),
      { once: true },
    );
  });
  document.execCommand('copy');
  return heard;
};

describe('copying', () => {
  const words = ['Kangan Steel Works', 'plan.\r\n\r\nThe mine\u00a0sent  ore. 🇰🇵', text];
  it.each(words)('gives exactly the stored words: %j', async (wanted) => {
    const { handle } = await mountReader(text);
    handle.place(caretOver(spanOf(wanted)));
    expect(await copied()).toBe(wanted);
  });

  it('gives a paragraph cut for display as one', async () => {
    const paragraph = 'Steel was made. '.repeat(1_500).trimEnd();
    const { handle, host } = await mountReader(paragraph);
    expect(host.querySelectorAll('p').length).toBeGreaterThan(2);
    handle.place(caretOver({ start: 0, end: paragraph.length }));
    expect(await copied()).toBe(paragraph);
  });

  it('gives the words of many sections', async () => {
    const whole = longText(60_000);
    const { handle } = await mountReader(whole);
    handle.place(caretOver({ start: 0, end: 50_000 }));
    expect(await copied()).toBe(whole.slice(0, 50_000).trimEnd());
  });
});
