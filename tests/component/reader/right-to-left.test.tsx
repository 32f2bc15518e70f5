import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { caretAt } from '../../../src/core/text/caret';
import { blockLimit } from '../../../src/core/text/layout';
import { mountReader } from './mount-reader';
import { mountSurface, nextFrames, unmountSurfaces } from './page';

beforeEach(async () => {
  await page.viewport(900, 700);
});

afterEach(unmountSurfaces);

/** Arabic with a Latin name, brackets, figures and signs. */
const sentence = 'افتتح المصنع (Kangan Mine) في 9 يناير 2025، وقال المدير: "هذا نجاح!".';
/** The same in Persian, with a joiner, over several lines. */
const wrapped = 'کارگران معدن Kangan می‌خواهند 107 000 تن زغال سنگ استخراج کنند. '.repeat(12).trim();
const texts = [
  ['Arabic with a Latin name', sentence],
  ['Persian over several lines', wrapped],
  ['Hebrew that ends in Latin', 'מפעל הפלדה Kangan'],
  ['Latin with Arabic and figures', 'The works مصنع الصلب 107 (9) يناير made steel.'],
] as const;

function directionsOf(host: HTMLElement): readonly string[] {
  return Array.from(host.querySelectorAll('p'), (block) => getComputedStyle(block).direction);
}

describe('the direction of a paragraph', () => {
  it('is its own', async () => {
    const { surface } = mountSurface(`Kangan\n\n${sentence}\n2025\n(9) שלום Kangan\n강선 مصنع`);
    expect(directionsOf(surface.host)).toEqual(['ltr', 'rtl', 'ltr', 'rtl', 'ltr']);
  });

  it('holds for every piece of one that is cut, with whatever a piece begins', async () => {
    const latin = 'Kangan Mine افتتح المصنع. ';
    const text = `${sentence} ${latin.repeat(Math.ceil((3 * blockLimit) / latin.length))}\n\nThe end.`;
    const { surface } = mountSurface(text);
    const blocks = surface.layout.blocks.map(({ start }) => text.slice(start, start + 6));
    expect(blocks.slice(1, -1)).toContain('Kangan');
    expect(directionsOf(surface.host)).toEqual([...blocks.slice(1).map(() => 'rtl'), 'ltr']);
  });

  it('turns nothing round beside an override', async () => {
    const { surface } = mountSurface('a \u202ebc\n\nKangan Mine');
    const first = surface.rangeOf({ start: 6, end: 12 }).getBoundingClientRect();
    const second = surface.rangeOf({ start: 13, end: 17 }).getBoundingClientRect();
    expect(first.right).toBeLessThan(second.left);
  });
});

describe.each(texts)('in %s', (_name, text) => {
  it('the unit under each glyph is found', async () => {
    const { surface } = mountSurface(text);
    await nextFrames();
    const missed: number[] = [];
    for (let offset = 0; offset < text.length; offset += 1) {
      const boxes = surface.rangeOf({ start: offset, end: offset + 1 }).getClientRects();
      const box = [...boxes].find(({ width }) => width >= 1);
      if (!box || /\s/.test(text.charAt(offset))) continue;
      const under = surface.offsetUnder(box.left + box.width / 2, box.top + box.height / 2);
      if (under !== offset) missed.push(offset);
    }
    expect(missed).toEqual([]);
  });

  it('the caret stands at the edge of a letter that the browser has it at, or has where two runs meet', async () => {
    const mounted = await mountReader(text);
    const node = mounted.host.querySelector('p')?.firstChild as Text;
    const apart: string[] = [];
    for (let offset = 0; offset < text.length; offset += 1) {
      if (text.charAt(offset) === '\u200c') continue;
      mounted.handle.place(caretAt(offset));
      const drawn = mounted.host.querySelector('[class*=caret]')?.getBoundingClientRect();
      const range = new Range();
      range.setStart(node, offset);
      const own = range.getBoundingClientRect();
      range.setEnd(node, offset + 1);
      const letter = range.getBoundingClientRect();
      const x = (drawn?.left ?? 0) + (drawn?.width ?? 0) / 2;
      const isAt = (edge: number): boolean => Math.abs(x - edge) <= 1;
      const isMeeting = own.left !== letter.left && own.left !== letter.right;
      if (isMeeting ? isAt(letter.left) || isAt(letter.right) : isAt(own.left)) continue;
      apart.push(`${offset} ${text.charAt(offset)}`);
    }
    expect(apart).toEqual([]);
  });

  it('Home and End go to where the line begins and ends, and Down comes back by Up', async () => {
    const mounted = await mountReader(text);
    const middle = Math.floor(text.length / 2);
    const start = mounted.handle.moveByLines(caretAt(middle), { by: 'lineEdge', direction: -1 });
    const end = mounted.handle.moveByLines(caretAt(middle), { by: 'lineEdge', direction: 1 });
    expect(start.head).toBeLessThanOrEqual(middle);
    expect(end.head).toBeGreaterThan(middle);
    mounted.handle.place(caretAt(start.head));
    const drawn = mounted.host.querySelector('[class*=caret]')?.getBoundingClientRect();
    const block = mounted.host.querySelector('p') as HTMLElement;
    const { left, right } = block.getBoundingClientRect();
    const isRtl = getComputedStyle(block).direction === 'rtl';
    expect(drawn?.left).toBeCloseTo((isRtl ? right : left) - 1, -0.5);
    const down = mounted.handle.moveByLines(caretAt(3), { by: 'line', direction: 1 });
    const up = mounted.handle.moveByLines({ anchor: 0, ...down }, { by: 'line', direction: -1 });
    if (text === wrapped) expect(up.head).toBe(3);
  });
});

it('the handles of words from right to left stand at their right and their left edge', async () => {
  const words = 'وقال المدير';
  const start = sentence.indexOf(words);
  const fragments = [{ start, end: start + words.length }] as const;
  const mounted = await mountReader(sentence, [], { held: { fragments, active: null } });
  const box = mounted.boxOf(words);
  const middleOf = (end: string): number => {
    const handle = mounted.host.querySelector(`[class*=handle][data-end=${end}]`);
    const { left, width } = handle?.getBoundingClientRect() ?? new DOMRect();
    return left + width / 2;
  };
  expect(middleOf('start')).toBeCloseTo(box.right, 0);
  expect(middleOf('end')).toBeCloseTo(box.left, 0);
});
