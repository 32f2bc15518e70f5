import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { AnnotationIndex, compareAnnotations } from '../../../src/core/annotation/annotation-index';
import { lanesWithin } from '../../../src/core/annotation/lanes';
import { overlaps, type Span } from '../../../src/core/text/span';
import { buildAnnotation } from '../../support/builders';

const text = 'x'.repeat(20_000);

const spans = fc
  .tuple(
    fc.nat(19_000),
    fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9_000 })),
  )
  .map(([start, length]): Span => ({ start, end: Math.min(text.length, start + length) }));

const annotations = fc.uniqueArray(
  fc
    .record({ id: fc.nat(60), span: spans })
    .map(({ id, span }) => buildAnnotation({ id: `a${id}`, text, span })),
  { selector: ({ id }) => id, maxLength: 40 },
);

function indexOf(list: readonly Annotation[]): AnnotationIndex {
  const index = new AnnotationIndex();
  index.load(list);
  return index;
}

const extent = ({ fragments: [span] }: Annotation): Span => span;

describe('AnnotationIndex', () => {
  it('holds what was set and not deleted, in reading order', () => {
    fc.assert(
      fc.property(annotations, annotations, fc.array(fc.nat(60)), (first, second, gone) => {
        const index = indexOf(first);
        const expected = new Map(first.map((annotation) => [annotation.id, annotation]));
        for (const annotation of second) {
          index.set(annotation);
          expected.set(annotation.id, annotation);
        }
        for (const id of gone) {
          const key = buildAnnotation({ id: `a${id}`, text, span: { start: 0, end: 1 } }).id;
          index.delete(key);
          expected.delete(key);
        }
        expect(index.ordered).toEqual([...expected.values()].toSorted(compareAnnotations));
        expect(index.counts.enterprise).toBe(expected.size);
      }),
    );
  });

  it('finds what touches a span as a plain search does', () => {
    fc.assert(
      fc.property(annotations, spans, (list, span) => {
        expect(indexOf(list).touching(span)).toEqual(
          list
            .filter((annotation) => overlaps(extent(annotation), span))
            .toSorted(compareAnnotations),
        );
      }),
    );
  });

  it('gives the innermost first at a place, and nothing just past an end', () => {
    const outer = buildAnnotation({ text, span: { start: 100, end: 200 } });
    const inner = buildAnnotation({ text, span: { start: 150, end: 160 } });
    const index = indexOf([outer, inner]);
    expect(index.at(155)).toEqual([inner, outer]);
    expect(index.at(160)).toEqual([outer]);
    expect(index.at(200)).toEqual([]);
  });
});

describe('lanesWithin', () => {
  const nested = [
    { start: 0, end: 100 },
    { start: 10, end: 40 },
    { start: 20, end: 30 },
    { start: 50, end: 60 },
  ].map((span) => buildAnnotation({ text, span }));

  it('puts shorter ones nearer to the words', () => {
    const lanes = lanesWithin(indexOf(nested), { start: 0, end: 100 });
    expect(nested.map(({ id }) => lanes.get(id))).toEqual([2, 1, 0, 0]);
  });

  it('gives the same lane whichever part is asked for', () => {
    const index = indexOf(nested);
    const whole = lanesWithin(index, { start: 0, end: 100 });
    for (const { start, end } of nested.map(extent))
      for (const [id, lane] of lanesWithin(index, { start, end })) expect(lane).toBe(whole.get(id));
  });

  it('never lets two that overlap share a lane while lanes last', () => {
    const few = fc.uniqueArray(spans, { maxLength: 5, selector: ({ start }) => start });
    fc.assert(
      fc.property(few, (list) => {
        const made = list.map((span) => buildAnnotation({ text, span }));
        const lanes = lanesWithin(indexOf(made), { start: 0, end: text.length });
        for (const a of made)
          for (const b of made)
            if (a !== b && overlaps(extent(a), extent(b)))
              expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
      }),
    );
  });
});
