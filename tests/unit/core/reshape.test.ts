import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../../src/core/anchoring/describe';
import type { Annotation, Fragments } from '../../../src/core/annotation/annotation';
import {
  type EndMove,
  reshape,
  withEnd,
  withFragment,
  withoutFragment,
  wordsOfFragments,
} from '../../../src/core/annotation/reshape';
import { isClusterBoundary, wholeClusters } from '../../../src/core/text/clusters';
import { findSpanFault, type Span } from '../../../src/core/text/span';
import { buildAnnotation } from '../../support/builders';

const later = '2026-11-22T10:30:00.000Z';

/** An annotation over the words in brackets, and the text without the brackets. */
function read(marked: string): { readonly text: string; readonly annotation: Annotation } {
  const fragments: Span[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part;
    if (words !== part) fragments.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, annotation: annotationOver(text, fragments as unknown as Fragments) };
}

function annotationOver(text: string, fragments: Fragments): Annotation {
  const annotation = buildAnnotation({ text, span: fragments[0] });
  return { ...annotation, fragments, quote: describeQuote(text, fragments) };
}

/** `text` with brackets round the fragments, to read expectations as they would be seen. */
function mark(text: string, fragments: readonly Span[] | null): string | null {
  if (!fragments) return null;
  let marked = text;
  for (const { start, end } of fragments.toReversed())
    marked = `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`;
  return marked;
}

describe('withFragment', () => {
  const cases = [
    {
      name: 'words after the others',
      before: '[steel] and coal and ore',
      add: 'coal',
      after: '[steel] and [coal] and ore',
    },
    {
      name: 'words before the others',
      before: 'steel and coal and [ore]',
      add: 'steel',
      after: '[steel] and coal and [ore]',
    },
    {
      name: 'words between two',
      before: '[steel] and coal and [ore]',
      add: 'coal',
      after: '[steel] and [coal] and [ore]',
    },
    {
      name: 'words that touch',
      before: '[steel] and coal',
      add: ' and',
      after: '[steel and] coal',
    },
    {
      name: 'words that overlap two',
      before: '[steel] and [coal] and ore',
      add: 'el and co',
      after: '[steel and coal] and ore',
    },
    {
      name: 'words that are there already',
      before: '[steel] and coal',
      add: 'tee',
      after: '[steel] and coal',
    },
    {
      name: 'a letter without its mark',
      before: '[steel] cafe\u0301',
      add: 'cafe',
      after: '[steel] [cafe\u0301]',
    },
    {
      name: 'part of an emoji with joiners',
      before: '[steel] 👩‍👩‍👧 ore',
      add: '👩‍',
      after: '[steel] [👩‍👩‍👧] ore',
    },
    {
      name: 'decomposed hangul',
      before: `[steel] ${'강'.normalize('NFD')}`,
      add: '\u1100\u1161',
      after: `[steel] [${'강'.normalize('NFD')}]`,
    },
    {
      name: 'half of a CRLF',
      before: '[steel]\r\nore',
      add: '\nore',
      after: '[steel\r\nore]',
    },
  ];
  it.each(cases)('takes in $name', ({ before, add, after }) => {
    const { text, annotation } = read(before);
    const start = text.indexOf(add);
    const fragments = withFragment(annotation, text, { start, end: start + add.length });
    expect(mark(text, fragments)).toBe(after);
  });

  it.each([
    { name: 'nothing', span: { start: 3, end: 3 } },
    { name: 'what lies outside the text', span: { start: 3, end: 99 } },
    { name: 'half a surrogate pair', span: { start: 6, end: 7 } },
  ])('throws for $name', ({ span }) => {
    const { text, annotation } = read('[steel] 🏭');
    expect(() => withFragment(annotation, text, span)).toThrow(`[${span.start}, ${span.end}) of 8`);
  });
});

describe('withoutFragment', () => {
  const cases = [
    { index: 0, before: '[steel] and [coal] and [ore]', after: 'steel and [coal] and [ore]' },
    { index: 1, before: '[steel] and [coal] and [ore]', after: '[steel] and coal and [ore]' },
    { index: 2, before: '[steel] and [coal] and [ore]', after: '[steel] and [coal] and ore' },
    { index: 0, before: 'the [steel]', after: null },
    { index: 7, before: '[steel] and [coal]', after: '[steel] and [coal]' },
    { index: -1, before: '[steel] and [coal]', after: '[steel] and [coal]' },
  ];
  it.each(cases)('$index of ‘$before’ leaves $after', ({ index, before, after }) => {
    const { text, annotation } = read(before);
    expect(mark(text, withoutFragment(annotation, index))).toBe(after);
  });
});

describe('withEnd', () => {
  const cases: readonly {
    readonly name: string;
    readonly before: string;
    readonly move: EndMove;
    readonly after: string;
  }[] = [
    {
      name: 'moves a start back',
      before: 'the big [steel] works',
      move: { fragment: 0, end: 'start', offset: 4 },
      after: 'the [big steel] works',
    },
    {
      name: 'moves a start on',
      before: 'the [big steel] works',
      move: { fragment: 0, end: 'start', offset: 8 },
      after: 'the big [steel] works',
    },
    {
      name: 'moves an end back',
      before: 'the [steel works] of',
      move: { fragment: 0, end: 'end', offset: 9 },
      after: 'the [steel] works of',
    },
    {
      name: 'moves an end on, over a blank too',
      before: 'the [steel] works',
      move: { fragment: 0, end: 'end', offset: 10 },
      after: 'the [steel ]works',
    },
    {
      name: 'leaves the last cluster when a start is moved past the end',
      before: 'the [cafe\u0301] of',
      move: { fragment: 0, end: 'start', offset: 11 },
      after: 'the caf[e\u0301] of',
    },
    {
      name: 'leaves the first cluster when an end is moved past the start',
      before: 'the [👩‍👩‍👧 works] of',
      move: { fragment: 0, end: 'end', offset: 0 },
      after: 'the [👩‍👩‍👧] works of',
    },
    {
      name: 'takes a split cluster in at a start',
      before: 'a 🇰🇵 [works]',
      move: { fragment: 0, end: 'start', offset: 4 },
      after: 'a [🇰🇵 works]',
    },
    {
      name: 'takes a split cluster in at an end',
      before: `the [works] ${'강'.normalize('NFD')}철`,
      move: { fragment: 0, end: 'end', offset: 11 },
      after: `the [works ${'강'.normalize('NFD')}]철`,
    },
    {
      name: 'stops at the start of the text',
      before: 'the [works]',
      move: { fragment: 0, end: 'start', offset: -5 },
      after: '[the works]',
    },
    {
      name: 'stops at the end of the text',
      before: 'the [works] of',
      move: { fragment: 0, end: 'end', offset: 99 },
      after: 'the [works of]',
    },
    {
      name: 'joins the next fragment when an end touches it',
      before: '[steel] and [coal] and [ore]',
      move: { fragment: 0, end: 'end', offset: 10 },
      after: '[steel and coal] and [ore]',
    },
    {
      name: 'joins all fragments that an end passes',
      before: '[steel] and [coal] and [ore] of',
      move: { fragment: 0, end: 'end', offset: 20 },
      after: '[steel and coal and ore] of',
    },
    {
      name: 'joins the fragment before when a start reaches it',
      before: '[steel] and [coal] and [ore]',
      move: { fragment: 2, end: 'start', offset: 11 },
      after: '[steel] and [coal and ore]',
    },
    {
      name: 'moves nothing of a fragment that is not there',
      before: '[steel] and [coal]',
      move: { fragment: 2, end: 'start', offset: 0 },
      after: '[steel] and [coal]',
    },
  ];
  it.each(cases)('$name', ({ before, move, after }) => {
    const { text, annotation } = read(before);
    expect(mark(text, withEnd(annotation.fragments, text, move))).toBe(after);
  });
});

describe('reshape', () => {
  const { text, annotation } = read('The [Kangan] Steel and Iron [Works] met its plan.');
  const fragments: Fragments = [annotation.fragments[0]];

  it.each(['move-ends', 'add-fragment', 'remove-fragment'] as const)(
    'tells of %s with the words of now, and keeps the record of before',
    (code) => {
      expect(reshape(annotation, { text, fragments, code, at: later })).toEqual({
        label: { code, kind: 'enterprise', exact: 'Kangan' },
        records: [
          {
            table: 'annotations',
            id: annotation.id,
            before: annotation,
            after: {
              ...annotation,
              fragments,
              quote: {
                exact: 'Kangan',
                prefix: 'The ',
                suffix: ' Steel and Iron Works met its pl',
              },
              updatedAt: later,
            },
          },
        ],
      });
    },
  );

  it('is nothing when the fragments are the same', () => {
    const same = annotation.fragments.map((span) => ({ ...span })) as unknown as Fragments;
    expect(reshape(annotation, { text, fragments: same, code: 'move-ends', at: later })).toBeNull();
  });

  it('keeps the value of a date, and the rule that read it, when the words are others', () => {
    const dated = buildAnnotation({
      text: 'on 5 May 2024 at noon',
      span: { start: 3, end: 13 },
      body: {
        kind: 'date',
        edtf: '2024-05-05',
        basis: { by: 'rule', rule: 'day-month-year' },
      },
    });
    const change = reshape(dated, {
      text: 'on 5 May 2024 at noon',
      fragments: [{ start: 5, end: 13 }],
      code: 'move-ends',
      at: later,
    });
    expect(change?.records[0]?.after).toMatchObject({
      quote: { exact: 'May 2024' },
      body: dated.body,
    });
  });

  const faults: readonly { readonly name: string; readonly fragments: Fragments }[] = [
    { name: 'an empty span', fragments: [{ start: 4, end: 4 }] },
    { name: 'a span outside the text', fragments: [{ start: 4, end: 400 }] },
    {
      name: 'spans out of order',
      fragments: [
        { start: 20, end: 24 },
        { start: 4, end: 10 },
      ],
    },
    {
      name: 'spans that touch',
      fragments: [
        { start: 4, end: 10 },
        { start: 10, end: 12 },
      ],
    },
  ];
  it.each(faults)('throws for $name', ({ fragments: unsound }) => {
    const edit = { text, fragments: unsound, code: 'move-ends', at: later } as const;
    expect(() => reshape(annotation, edit)).toThrow(`of ${text.length}`);
  });
});

describe('wordsOfFragments', () => {
  it.each([
    { marked: 'the [steel] works', words: ['steel'] },
    { marked: '[steel] and [coal] and [ore]', words: ['steel', 'coal', 'ore'] },
    { marked: '[a … b] and [ … ]', words: ['a … b', ' … '] },
    { marked: '[👩‍👩‍👧] and [cafe\u0301]', words: ['👩‍👩‍👧', 'cafe\u0301'] },
  ])('of ‘$marked’', ({ marked, words }) => {
    expect(wordsOfFragments(read(marked).annotation)).toEqual(words);
  });
});

describe('whatever is done', () => {
  const parts = [
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
    '𠮷',
  ];
  const edits = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), start: fc.nat(80), length: fc.nat(12) }),
    fc.record({ kind: fc.constant('remove' as const), index: fc.nat(4) }),
    fc.record({
      kind: fc.constant('move' as const),
      fragment: fc.nat(4),
      end: fc.constantFrom('start' as const, 'end' as const),
      offset: fc.integer({ min: -5, max: 90 }),
    }),
  );
  type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

  const clamp = (text: string, offset: number): number => Math.min(text.length, offset);

  function edited(annotation: Annotation, text: string, edit: Edit): Fragments | null {
    switch (edit.kind) {
      case 'add': {
        const start = Math.min(text.length - 1, edit.start);
        const span = wholeClusters(text, { start, end: clamp(text, start + 1 + edit.length) });
        return withFragment(annotation, text, span);
      }
      case 'remove':
        return withoutFragment(annotation, edit.index);
      case 'move':
        return withEnd(annotation.fragments, text, edit);
    }
  }

  it('the fragments stay whole, in order and apart, and the quote true', () => {
    const texts = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(edits, { maxLength: 12 }), (letters, list) => {
        const text = letters.join('');
        let annotation = annotationOver(text, [wholeClusters(text, { start: 0, end: 1 })]);
        for (const edit of list) {
          const fragments = edited(annotation, text, edit);
          if (!fragments) {
            expect(annotation.fragments).toHaveLength(1);
            continue;
          }
          const change = reshape(annotation, { text, fragments, code: 'move-ends', at: later });
          if (!change) expect(fragments).toEqual(annotation.fragments);
          annotation = (change?.records[0]?.after as Annotation | undefined) ?? annotation;
          expect(annotation.quote).toEqual(describeQuote(text, annotation.fragments));
          expect(wordsOfFragments(annotation)).toEqual(
            annotation.fragments.map(({ start, end }) => text.slice(start, end)),
          );
          annotation.fragments.forEach((span, index) => {
            expect(findSpanFault(span, text)).toBeNull();
            expect(isClusterBoundary(text, span.start)).toBe(true);
            expect(isClusterBoundary(text, span.end)).toBe(true);
            expect(span.start).toBeGreaterThan(annotation.fragments[index - 1]?.end ?? -1);
          });
        }
      }),
    );
  });

  it('an end moved away and back is where it was', () => {
    const { text, annotation } = read('[steel] and [coal] and ore of the mine');
    fc.assert(
      fc.property(fc.integer({ min: 15, max: text.length }), (offset) => {
        const away = withEnd(annotation.fragments, text, { fragment: 1, end: 'end', offset });
        const back = withEnd(away, text, { fragment: 1, end: 'end', offset: 14 });
        expect(mark(text, back)).toBe('[steel] and [coal] and ore of the mine');
      }),
    );
  });
});
