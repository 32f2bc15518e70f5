import { describe, expect, it } from 'vitest';
import { clusterAt, isClusterBoundary, wholeClusters } from '../../../src/core/text/clusters';

const family = '👩‍👩‍👧';

describe('clusterAt', () => {
  const cases = [
    { name: 'a Latin letter', text: 'abc', at: 1, cluster: 'b' },
    { name: 'a letter with a combining mark', text: 'cafe\u0301 x', at: 4, cluster: 'e\u0301' },
    {
      name: 'decomposed hangul',
      text: 'x 강 y'.normalize('NFD'),
      at: 3,
      cluster: '강'.normalize('NFD'),
    },
    { name: 'an emoji with joiners', text: `a ${family} b`, at: 5, cluster: family },
    { name: 'the second of two flags', text: 'a 🇰🇵🇰🇷', at: 7, cluster: '🇰🇷' },
    { name: 'CRLF', text: 'a\r\nb', at: 2, cluster: '\r\n' },
    { name: 'the low half of a surrogate pair', text: '𠮷野', at: 1, cluster: '𠮷' },
    { name: 'the last of the text', text: 'ab', at: 1, cluster: 'b' },
    { name: 'far into a text without ASCII', text: '강'.repeat(3_000), at: 2_000, cluster: '강' },
  ];
  it.each(cases)('$name', ({ text, at, cluster }) => {
    const { start, end } = clusterAt(text, at);
    expect(text.slice(start, end)).toBe(cluster);
    expect(start).toBeLessThanOrEqual(at);
    expect(end).toBeGreaterThan(at);
  });

  it('refuses an offset outside the text', () => {
    expect(() => clusterAt('ab', 2)).toThrow(RangeError);
  });
});

describe('isClusterBoundary', () => {
  it.each([
    ['the start', 0, true],
    ['within a family', 2, false],
    ['after a family', family.length, true],
    ['the end', family.length + 1, true],
  ])('%s', (_name, offset, expected) => {
    expect(isClusterBoundary(`${family}x`, offset)).toBe(expected);
  });
});

describe('wholeClusters', () => {
  it('widens both ends', () => {
    const text = `a${family}b`;
    expect(wholeClusters(text, { start: 2, end: 4 })).toEqual({ start: 1, end: 1 + family.length });
  });
  it('leaves whole clusters alone', () => {
    expect(wholeClusters('abc', { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });
});
