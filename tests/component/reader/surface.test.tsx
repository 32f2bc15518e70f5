import { afterEach, describe, expect, it } from 'vitest';
import { blockLimit } from '../../../src/core/text/layout';
import type { Surface } from '../../../src/renderer/reader/surface';
import { mountSurface, nextFrames, unmountSurfaces } from './page';
import { longParagraph, longText, smallTexts } from './texts';

afterEach(unmountSurfaces);

/** Whether `offset` lies in a block, its end included; elsewhere there is no element to point into. */
function isDrawn({ layout }: Surface, offset: number): boolean {
  return layout.blocks.some(({ start, end }) => start <= offset && offset <= end);
}

/** The ends of the blocks around `offset`, which lies in none. */
function edgesAround({ layout }: Surface, offset: number): readonly number[] {
  const before = layout.blocks.findLast(({ end }) => end <= offset);
  return [before?.end ?? layout.blocks[0]?.start ?? 0];
}

describe('the elements', () => {
  it.each(smallTexts)('hold every unit of every paragraph, unchanged: $name', ({ text }) => {
    const { surface } = mountSurface(text);
    const drawn = [...surface.host.querySelectorAll('p')].map((block) => block.textContent);
    expect(drawn).toEqual(surface.layout.blocks.map(({ start, end }) => text.slice(start, end)));
    for (const block of surface.host.querySelectorAll('p'))
      expect(block.childNodes).toHaveLength(1);
  });

  it('number the paragraphs, once each, also one that is cut', () => {
    const { surface } = mountSurface(`first\n${longParagraph(3 * blockLimit)}\nthird`);
    const numbers = [...surface.host.querySelectorAll('p')].flatMap(
      (block) => block.dataset.paragraph ?? [],
    );
    expect(numbers).toEqual(['1', '2', '3']);
    expect(surface.layout.blocks.length).toBeGreaterThan(4);
  });

  it('show a cut paragraph without a gap at the cuts', () => {
    const { surface } = mountSurface(`${longParagraph(3 * blockLimit)}\nThe mine.`);
    const gaps = [...surface.host.querySelectorAll('p')].map((block) =>
      Number.parseFloat(getComputedStyle(block).paddingBottom),
    );
    expect(gaps.length).toBeGreaterThan(3);
    expect(gaps.slice(0, -2)).toEqual(gaps.slice(0, -2).fill(0));
    for (const gap of gaps.slice(-2)) expect(gap).toBeGreaterThan(5);
  });

  it('go when the surface is disposed of', () => {
    const { surface } = mountSurface('one\ntwo');
    surface.dispose();
    expect(surface.host.childNodes).toHaveLength(0);
  });

  it('stand for a text without words by nothing', () => {
    const { surface } = mountSurface(' \n\n\t');
    expect(surface.sections).toHaveLength(0);
    expect(surface.pointAt(2)).toEqual({ node: surface.host, offset: 0 });
    expect(surface.offsetAt({ node: surface.host, offset: 0 })).toBe(0);
  });
});

describe('offset to boundary and back', () => {
  it.each(smallTexts)('is the same at every offset of a block: $name', ({ text }) => {
    const { surface } = mountSurface(text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (!isDrawn(surface, offset)) continue;
      const point = surface.pointAt(offset);
      expect(surface.offsetAt(point)).toBe(offset);
      expect(point.node.nodeType).toBe(Node.TEXT_NODE);
    }
  });

  it.each(smallTexts)('is the end of the block before between blocks: $name', ({ text }) => {
    const { surface } = mountSurface(text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (isDrawn(surface, offset)) continue;
      expect(edgesAround(surface, offset)).toContain(surface.offsetAt(surface.pointAt(offset)));
    }
  });

  it('is the same at every offset near the cuts of a paragraph of 500 kB', () => {
    const { surface, text } = mountSurface(longParagraph(500_000));
    const { blocks, sections } = surface.layout;
    expect(blocks.length).toBeGreaterThan(60);
    expect(blocks.every(({ start, end }) => end - start <= blockLimit)).toBe(true);
    for (const edge of [...blocks, ...sections].flatMap(({ start, end }) => [start, end]))
      for (let offset = edge - 2; offset <= edge + 2; offset += 1)
        if (offset >= 0 && offset <= text.length)
          expect(surface.offsetAt(surface.pointAt(offset))).toBe(offset);
  });

  it('is the same across a whole long text', () => {
    const { surface, text } = mountSurface(longText(100_000));
    expect(surface.sections.length).toBeGreaterThan(8);
    for (let offset = 0; offset <= text.length; offset += 97)
      if (isDrawn(surface, offset)) expect(surface.offsetAt(surface.pointAt(offset))).toBe(offset);
  });

  it('keeps to the text for offsets outside it', () => {
    const { surface, text } = mountSurface('one\ntwo');
    expect(surface.offsetAt(surface.pointAt(-5))).toBe(0);
    expect(surface.offsetAt(surface.pointAt(999))).toBe(text.length);
  });
});

describe('offsetAt, of boundaries that are no place in a text node', () => {
  const text = '\nfirst\r\n\r\nsecond\n';
  const at = { firstStart: 1, firstEnd: 6, secondStart: 10, secondEnd: 16 };
  const mount = () => {
    const { surface, scroller, before, after } = mountSurface(text);
    const [section] = surface.sections;
    const [first, second] = surface.host.querySelectorAll('p');
    if (!section || !first || !second) throw new Error('not as laid out');
    return { surface, scroller, before, after, section, first, second, host: surface.host };
  };
  type Parts = ReturnType<typeof mount>;
  const cases: readonly {
    name: string;
    node: (parts: Parts) => Node;
    offset: number;
    expected: number;
  }[] = [
    { name: 'the start of a block', node: (p) => p.first, offset: 0, expected: at.firstStart },
    { name: 'the end of a block', node: (p) => p.first, offset: 1, expected: at.firstEnd },
    {
      name: 'the start of the next block, where a triple click ends',
      node: (p) => p.second,
      offset: 0,
      expected: at.secondStart,
    },
    { name: 'a section, before all', node: (p) => p.section, offset: 0, expected: at.firstStart },
    {
      name: 'a section, between two blocks',
      node: (p) => p.section,
      offset: 1,
      expected: at.secondStart,
    },
    { name: 'a section, after all', node: (p) => p.section, offset: 2, expected: at.secondEnd },
    { name: 'the host, before all', node: (p) => p.host, offset: 0, expected: at.firstStart },
    {
      name: 'the host, after all, where select-all ends',
      node: (p) => p.host,
      offset: 1,
      expected: at.secondEnd,
    },
    {
      name: 'the text before the article',
      node: (p) => p.before.firstChild ?? p.before,
      offset: 3,
      expected: at.firstStart,
    },
    {
      name: 'the text after the article',
      node: (p) => p.after.firstChild ?? p.after,
      offset: 3,
      expected: at.secondEnd,
    },
    { name: 'the element before the article', node: (p) => p.before, offset: 0, expected: 1 },
    { name: 'the element after the article', node: (p) => p.after, offset: 0, expected: 16 },
    {
      name: 'the element around, before the article',
      node: (p) => p.scroller,
      offset: 0,
      expected: at.firstStart,
    },
    {
      name: 'the element around, just before the article',
      node: (p) => p.scroller,
      offset: 1,
      expected: at.firstStart,
    },
    {
      name: 'the element around, just after the article',
      node: (p) => p.scroller,
      offset: 2,
      expected: at.secondEnd,
    },
    {
      name: 'the element around, after all',
      node: (p) => p.scroller,
      offset: 3,
      expected: at.secondEnd,
    },
    {
      name: 'the end of the whole document',
      node: () => document.body,
      offset: Number.POSITIVE_INFINITY,
      expected: at.secondEnd,
    },
  ];
  it.each(cases)('$name', ({ node, offset, expected }) => {
    const parts = mount();
    const boundary = node(parts);
    const inside = Math.min(offset, boundary.childNodes.length || offset);
    expect(parts.surface.offsetAt({ node: boundary, offset: inside })).toBe(expected);
  });

  it('is the start of a section, and the end of the section before it, at every section edge', () => {
    const { surface } = mountSurface(longText(60_000));
    const { sections } = surface.layout;
    for (const [index, { start }] of sections.entries())
      expect(surface.offsetAt({ node: surface.host, offset: index })).toBe(start);
    expect(surface.offsetAt({ node: surface.host, offset: sections.length })).toBe(
      sections.at(-1)?.end,
    );
  });
});

describe('ranges', () => {
  it.each(smallTexts)('hold exactly the words of a span within a block: $name', ({ text }) => {
    const { surface } = mountSurface(text);
    for (const { start, end } of surface.layout.blocks)
      for (let from = start; from < end; from += 1)
        expect(surface.rangeOf({ start: from, end }).toString()).toBe(text.slice(from, end));
  });

  it('of a section hold its part of a span, one range to a block', () => {
    const { surface, text } = mountSurface(longText(40_000));
    const { sections } = surface.layout;
    const span = { start: 5_050, end: 35_050 };
    const ranges = sections.flatMap((_, index) => surface.rangesInSection(index, span));
    expect(ranges.join('\n')).toBe(text.slice(span.start, span.end));
    for (const range of ranges) expect(range.startContainer).toBe(range.endContainer);
    const at = sections.findIndex(({ end }) => end > span.start);
    const first = surface.rangesInSection(at, span);
    expect(first.at(-1)?.toString()).toBe(
      text.slice(
        surface.layout.blocks[(sections[at]?.endBlock ?? 0) - 1]?.start,
        sections[at]?.end,
      ),
    );
  });

  it('of a section are none for a span elsewhere, or between blocks', () => {
    const { surface } = mountSurface(`one\n\n\ntwo\n${longText(30_000)}`);
    expect(surface.rangesInSection(0, { start: 25_000, end: 25_100 })).toEqual([]);
    expect(surface.rangesInSection(1, { start: 0, end: 3 })).toEqual([]);
    expect(surface.rangesInSection(0, { start: 3, end: 6 })).toEqual([]);
    expect(surface.rangesInSection(99, { start: 0, end: 3 })).toEqual([]);
  });
});

describe('offsetUnder', () => {
  const texts = [
    { name: 'Latin', text: 'The works made steel.' },
    { name: 'hangul', text: '김책제철련합기업소는 계획을 수행하였다.' },
    { name: 'right to left', text: 'مصنع الصلب' },
  ];
  it.each(texts)('is the unit whose glyph is there: $name', async ({ text }) => {
    const { surface } = mountSurface(text);
    await nextFrames();
    for (let offset = 0; offset < text.length; offset += 1) {
      const box = surface.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect();
      if (box.width < 1) continue;
      const under = surface.offsetUnder(box.left + box.width / 2, box.top + box.height / 2);
      expect(under).toBe(offset);
    }
  });

  it('is null beside the text and after the last line', async () => {
    const { surface, before } = mountSurface('short');
    await nextFrames();
    const box = surface.rangeOf({ start: 0, end: 5 }).getBoundingClientRect();
    expect(surface.offsetUnder(box.right + 60, box.top + 5)).toBeNull();
    expect(surface.offsetUnder(box.left - 20, box.top + 5)).toBeNull();
    expect(surface.offsetUnder(box.left + 3, box.bottom + 40)).toBeNull();
    const outside = before.getBoundingClientRect();
    expect(surface.offsetUnder(outside.left + 3, outside.top + 3)).toBeNull();
  });
});
