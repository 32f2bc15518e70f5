import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { trimSelection } from '../../../src/core/text/selection';
import { findSpanFault } from '../../../src/core/text/span';

const cases = [
  {
    name: 'spaces on both sides',
    text: 'a  steel plant  b',
    start: 1,
    end: 16,
    words: 'steel plant',
  },
  {
    name: 'no-break and zero-width spaces',
    text: 'a\u00a0\u200bplant\u200b\u00a0b',
    start: 1,
    end: 10,
    words: 'plant',
  },
  { name: 'line ends', text: 'one\r\n\r\ntwo\r\n', start: 3, end: 12, words: 'two' },
  { name: 'marks of bidirectional text', text: '\u202bthe\u202c', start: 0, end: 5, words: 'the' },
  {
    name: 'a soft hyphen inside is kept',
    text: 'Mining\u00adComplex',
    start: 0,
    end: 14,
    words: 'Mining\u00adComplex',
  },
  { name: 'half an emoji', text: 'a 🏭 b', start: 3, end: 5, words: '🏭' },
  { name: 'a letter without its mark', text: 'cafe\u0301', start: 0, end: 4, words: 'cafe\u0301' },
  { name: 'ends the wrong way round', text: 'steel plant', start: 11, end: 6, words: 'plant' },
  { name: 'ends outside the text', text: 'plant', start: -3, end: 99, words: 'plant' },
  { name: 'nothing but blanks', text: 'a \u00a0\n b', start: 1, end: 5, words: null },
  { name: 'an empty selection', text: 'abc', start: 1, end: 1, words: null },
];

describe('trimSelection', () => {
  it.each(cases)('$name', ({ text, start, end, words }) => {
    const span = trimSelection(text, { start, end });
    expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  it('always gives a span of the text with whole clusters', () => {
    const texts = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '\r\n',
        'e\u0301',
        '👩‍👩‍👧',
        '강',
        '\u1100\u1161',
        '🇰🇵',
        '\u200b',
        '-',
      ),
    );
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (parts, start, end) => {
        const text = parts.join('');
        const span = trimSelection(text, { start, end });
        if (span === null) return;
        expect(findSpanFault(span, text)).toBeNull();
        expect(isClusterBoundary(text, span.start)).toBe(true);
        expect(isClusterBoundary(text, span.end)).toBe(true);
      }),
    );
  });
});
