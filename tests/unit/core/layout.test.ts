import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockAt,
  blockLimit,
  layOut,
  paragraphNumberAt,
  sectionSize,
} from '../../../src/core/text/layout';
import { splitParagraphs } from '../../../src/core/text/paragraphs';

describe('splitParagraphs', () => {
  const cases = [
    { name: 'no text', text: '', words: [] },
    { name: 'blank lines only', text: ' \n\t\r\n\u00a0', words: [] },
    { name: 'LF', text: 'a\n\nb\n', words: ['a', 'b'] },
    { name: 'CRLF', text: 'a\r\n\r\nb\r\n', words: ['a', 'b'] },
    { name: 'CR', text: 'a\rb', words: ['a', 'b'] },
    { name: 'line and paragraph separators', text: 'a\u2028b\u2029c', words: ['a', 'b', 'c'] },
    { name: 'form feed', text: 'a\fb', words: ['a', 'b'] },
    { name: 'space within a line is kept', text: '  a  b ', words: ['  a  b '] },
  ];
  it.each(cases)('$name', ({ text, words }) => {
    const paragraphs = splitParagraphs(text);
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(words);
    expect(paragraphs.map(({ number }) => number)).toEqual(words.map((_, index) => index + 1));
  });
});

describe('layOut', () => {
  const sentence = 'The mine met its plan. ';
  const long = sentence.repeat(2_000).trimEnd();

  it('leaves a paragraph of ordinary length whole', () => {
    const { blocks } = layOut('one\n\ntwo');
    expect(blocks).toEqual([
      { start: 0, end: 3, paragraph: 0, opensParagraph: true },
      { start: 5, end: 8, paragraph: 1, opensParagraph: true },
    ]);
  });

  it('cuts a long paragraph at sentence ends and keeps it one paragraph', () => {
    const { paragraphs, blocks } = layOut(long);
    expect(paragraphs).toHaveLength(1);
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) {
      expect(long.slice(block.start, block.start + 8)).toBe('The mine');
      expect(block.end - block.start).toBeLessThanOrEqual(blockLimit);
    }
    expect(blocks.filter((block) => block.opensParagraph)).toHaveLength(1);
  });

  it.each([
    ['no sentence end', 'word '.repeat(5_000)],
    ['no space', '강'.repeat(20_000)],
    ['one cluster without end', `e${'\u0301'.repeat(20_000)}`],
    ['surrogate pairs only', '𠮷'.repeat(10_000)],
  ])('cuts with %s, losing nothing and splitting no pair', (_name, text) => {
    const { blocks, paragraphs } = layOut(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
      text.slice(paragraphs[0]?.start, paragraphs[0]?.end),
    );
    for (const { start } of blocks)
      expect(text.codePointAt(start)).not.toBeGreaterThan(0xffff + 0xfffff);
    for (const { start } of blocks.slice(1))
      expect(/[\udc00-\udfff]/.test(text.charAt(start))).toBe(false);
  });

  it('gathers blocks into sections of about the same size, none left out', () => {
    const text = `${sentence.repeat(20)}\n`.repeat(200);
    const { sections, blocks } = layOut(text);
    expect(sections.reduce((sum, { firstBlock, endBlock }) => sum + endBlock - firstBlock, 0)).toBe(
      blocks.length,
    );
    for (const section of sections.slice(0, -1)) {
      expect(section.end - section.start).toBeGreaterThanOrEqual(sectionSize);
      expect(section.end - section.start).toBeLessThan(sectionSize + blockLimit + 2);
    }
  });

  it('draws every character of every paragraph in exactly one block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { paragraphs, blocks } = layOut(text);
        const drawn = blocks.map(({ start, end }) => text.slice(start, end)).join('');
        expect(drawn).toBe(paragraphs.map(({ start, end }) => text.slice(start, end)).join(''));
      }),
    );
  });
});

describe('blockAt and paragraphNumberAt', () => {
  const layout = layOut('\none\n\ntwo');
  it.each([
    ['before the first', 0, null, 0],
    ['within the first', 2, 1, 1],
    ['between the two', 5, 1, 1],
    ['at the second', 6, 6, 2],
    ['after the text', 99, 6, 2],
  ])('%s', (_name, offset, start, number) => {
    expect(blockAt(layout, offset)?.start ?? null).toBe(start);
    expect(paragraphNumberAt(layout, offset)).toBe(number);
  });
});
