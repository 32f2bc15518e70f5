import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { layOut } from '../../../src/core/text/layout';
import {
  type Direction,
  moveByCluster,
  moveByParagraph,
  moveBySentence,
  moveByWord,
  moveToEnd,
  nearestPlace,
  wordAt,
} from '../../../src/core/text/motion';
import { trimSelection } from '../../../src/core/text/selection';
import { contains, findSpanFault, type Span } from '../../../src/core/text/span';
import { narrow, stepsOf, widen } from '../../../src/core/text/structure';

type Motion = typeof moveByCluster;

const motions: Readonly<Record<string, Motion>> = {
  cluster: moveByCluster,
  word: moveByWord,
  sentence: moveBySentence,
  paragraph: (_text, layout, offset, direction) => moveByParagraph(layout, offset, direction),
};

const pieces = [
  ['mine', 'Rose', 'J', 'No', 'U.S', '7', '1.4', 'don’t', 'well-known', '_', 'e\u0301', 'x'],
  ['공장은', '강'.normalize('NFD'), '고', '钢铁厂', '生产', '𠮷', 'カナ', 'ไทย', 'क्ष'],
  ['👩‍👩‍👧', '🇰🇵', '🇰🇷', 'שלום', 'العربية', '\u202b', '\u202c', '\u200f', '\u061c'],
  [' ', ' ', '  ', '\u00a0', '\u3000', '\t', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u200d'],
  ['.', '. ', '。', '!', '? ', ',', ', ', '、', ';', ':', '—', ' – ', '-', '…', '·'],
  ['"', "'", '“', '”', '‘', '’', '《', '》', '(', ')', '.”', '!》'],
  ['\n', '\r\n', '\r\n\r\n', ' \n', '\u0085', '\u2028', '\u0301', '\ud83c', '\udded'],
].flat();

const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((chosen) => chosen.join(''));

const directions = fc.constantFrom<Direction>(1, -1);

function isPlace(text: string, offset: number): boolean {
  const within = layOut(text).paragraphs.some(({ start, end }) => start <= offset && offset <= end);
  return within && isClusterBoundary(text, offset);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

describe.each(Object.entries(motions))('by %s', (_name, move) => {
  it('comes to rest at places only, never the wrong way', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), directions, (text, offset, direction) => {
        const layout = layOut(text);
        const from = nearestPlace(text, layout, offset);
        const to = move(text, layout, from ?? offset, direction);
        if (from === null) {
          expect(to).toBe(offset);
          return;
        }
        expect(isPlace(text, to)).toBe(true);
        expect(nearestPlace(text, layout, to)).toBe(to);
        if (from === moveToEnd(layout, direction)) expect(to).toBe(from);
        else expect((to - from) * direction).toBeGreaterThan(0);
      }),
    );
  });

  it('reaches the end', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), directions, (text, offset, direction) => {
        const layout = layOut(text);
        const end = moveToEnd(layout, direction);
        fc.pre(end !== null);
        let at = offset;
        for (let press = 0; press <= text.length && at !== end; press += 1)
          at = move(text, layout, at, direction);
        expect(at).toBe(end);
      }),
    );
  });
});

describe('by cluster', () => {
  it('comes back whence it came', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), directions, (text, offset, direction) => {
        const layout = layOut(text);
        const from = nearestPlace(text, layout, offset);
        fc.pre(from !== null && from !== moveToEnd(layout, direction));
        const to = moveByCluster(text, layout, from, direction);
        expect(moveByCluster(text, layout, to, direction === 1 ? -1 : 1)).toBe(from);
      }),
    );
  });

  it('passes something that shows at every press', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), (text, offset) => {
        const layout = layOut(text);
        const from = nearestPlace(text, layout, offset);
        fc.pre(from !== null && from !== moveToEnd(layout, 1));
        const passed = text.slice(from, moveByCluster(text, layout, from, 1));
        const lines = layout.paragraphs.map(({ start, end }) => text.slice(start, end));
        if (!lines.includes(passed))
          expect(passed).toMatch(/[^\u00ad\u200b\u200f\u202b\u202c\u2060\ufeff]/);
      }),
    );
  });
});

describe('units', () => {
  it('are nested, trimmed, whole and strictly growing, from the span to its paragraphs', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), fc.nat(120), (text, a, b) => {
        const layout = layOut(text);
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const steps = stepsOf(text, layout, span);
        const selected = trimSelection(text, span);
        steps.forEach((step, index) => {
          expect(findSpanFault(step, text)).toBeNull();
          expect(trimSelection(text, step)).toEqual(step);
          const before = steps[index - 1];
          if (!before) return;
          expect(contains(step, before)).toBe(true);
          expect(lengthOf(step)).toBeGreaterThan(lengthOf(before));
        });
        const within = layout.paragraphs.find(
          (paragraph) => selected && contains(paragraph, selected),
        );
        if (within && selected) {
          expect(contains(steps[0] as Span, selected)).toBe(true);
          expect(steps.at(-1)).toEqual(trimSelection(text, within));
        }
      }),
    );
  });

  it('widen until they are the paragraph, and narrow back to the word', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), (text, offset) => {
        const layout = layOut(text);
        const steps = stepsOf(text, layout, offset);
        const word = wordAt(text, layout, offset);
        if (word) expect(steps[0]).toEqual(word);
        fc.pre(word !== null);
        let span: Span = { start: offset, end: offset };
        for (const step of steps) {
          span = widen(text, layout, span);
          expect(span).toEqual(step);
        }
        expect(widen(text, layout, span)).toEqual(span);
        for (const step of steps.slice(0, -1).toReversed()) {
          const narrower = narrow(text, layout, span, offset);
          expect(narrower).toEqual(step);
          span = step;
        }
        expect(narrow(text, layout, span, offset)).toBeNull();
      }),
    );
  });
});
