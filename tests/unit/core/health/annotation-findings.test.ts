import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../../../src/core/anchoring/describe';
import type { Annotation, Fragments } from '../../../../src/core/annotation/annotation';
import { findInAnnotation } from '../../../../src/core/health/annotation-findings';
import { buildAnnotation } from '../../../support/builders';

/** Offsets: the pair of the mine cart is at 4–6, what follows it from 6 on. */
const text = 'The \u{1f6d2} left the Kangan mine; its ore went by rail to the works at Ryongho.';
const sound = buildAnnotation({ text, span: { start: 16, end: 27 } });

function withFragments(...fragments: Fragments): Annotation {
  return { ...sound, fragments };
}

function withQuote(quote: Partial<Annotation['quote']>): Annotation {
  return { ...sound, quote: { ...sound.quote, ...quote } };
}

function whole(...fragments: Fragments): Annotation {
  return { ...sound, fragments, quote: describeQuote(text, fragments) };
}

describe('an annotation is sound', () => {
  const cases: readonly { readonly name: string; readonly annotation: Annotation }[] = [
    { name: 'of one fragment', annotation: sound },
    { name: 'at both ends of the text', annotation: whole({ start: 0, end: text.length }) },
    {
      name: 'of several fragments',
      annotation: whole({ start: 0, end: 3 }, { start: 7, end: 11 }),
    },
    { name: 'of a pair as a whole', annotation: whole({ start: 4, end: 6 }) },
    { name: 'whose context would begin within a pair', annotation: whole({ start: 37, end: 40 }) },
    {
      name: 'with less context than the text has',
      annotation: withQuote({ prefix: 'the ', suffix: '' }),
    },
  ];
  it.each(cases)('$name', ({ annotation }) => {
    expect(findInAnnotation(annotation, text)).toEqual([]);
  });
});

describe('an annotation is found with', () => {
  const cases: readonly {
    readonly name: string;
    readonly annotation: Annotation;
    readonly found: readonly object[];
  }[] = [
    {
      name: 'an end beyond the text',
      annotation: withFragments({ start: 70, end: text.length + 1 }),
      found: [
        {
          code: 'span-outside-text',
          fragment: 0,
          start: 70,
          end: text.length + 1,
          textLength: text.length,
        },
      ],
    },
    {
      name: 'a start before the text',
      annotation: withFragments({ start: -1, end: 3 }),
      found: [{ code: 'span-outside-text', start: -1 }],
    },
    {
      name: 'an empty fragment',
      annotation: withFragments({ start: 7, end: 7 }),
      found: [{ code: 'span-outside-text' }],
    },
    {
      name: 'half an offset',
      annotation: withFragments({ start: 7.5, end: 9 }),
      found: [{ code: 'span-outside-text' }],
    },
    {
      name: 'a start within a pair',
      annotation: withFragments({ start: 5, end: 9 }),
      found: [{ code: 'span-splits-pair', fragment: 0, start: 5, end: 9 }],
    },
    {
      name: 'a second fragment whose end is within a pair',
      annotation: withFragments({ start: 0, end: 3 }, { start: 4, end: 5 }),
      found: [{ code: 'span-splits-pair', fragment: 1 }],
    },
    {
      name: 'fragments the wrong way round',
      annotation: withFragments({ start: 16, end: 27 }, { start: 7, end: 11 }),
      found: [{ code: 'fragments-out-of-order', fragment: 1 }],
    },
    {
      name: 'fragments that touch',
      annotation: withFragments({ start: 7, end: 11 }, { start: 11, end: 15 }),
      found: [{ code: 'fragments-out-of-order', fragment: 1 }],
    },
    {
      name: 'other words',
      annotation: withQuote({ exact: 'Kangan mill' }),
      found: [{ code: 'quote-differs', part: 'exact', said: 'Kangan mill', found: 'Kangan mine' }],
    },
    {
      name: 'other words before it',
      annotation: withQuote({ prefix: 'not the ' }),
      found: [{ code: 'quote-differs', part: 'prefix', said: 'not the ', found: 'eft the ' }],
    },
    {
      name: 'words before it where the text begins',
      annotation: {
        ...whole({ start: 0, end: 3 }),
        quote: { exact: 'The', prefix: 'x', suffix: '' },
      },
      found: [{ code: 'quote-differs', part: 'prefix', said: 'x', found: '' }],
    },
    {
      name: 'other words after it',
      annotation: withQuote({ suffix: ', its' }),
      found: [{ code: 'quote-differs', part: 'suffix', said: ', its', found: '; its' }],
    },
    {
      name: 'more context than a quote keeps',
      annotation: {
        ...whole({ start: 0, end: 3 }),
        quote: { exact: 'The', prefix: '', suffix: text.slice(3, 36) },
      },
      found: [{ code: 'quote-differs', part: 'suffix', found: text.slice(3, 35) }],
    },
    {
      name: 'every part of its quote wrong',
      annotation: withQuote({ exact: 'a', prefix: 'b', suffix: 'c' }),
      found: [{ part: 'exact' }, { part: 'prefix' }, { part: 'suffix' }],
    },
  ];
  it.each(cases)('$name', ({ annotation, found }) => {
    const { id: annotationId, articleId } = annotation;
    const findings = findInAnnotation(annotation, text);
    expect(findings).toMatchObject(found.map((facts) => ({ articleId, annotationId, ...facts })));
  });
});
