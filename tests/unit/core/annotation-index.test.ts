import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  annotationKinds,
  emptyBody,
} from '../../../src/core/annotation/annotation';
import { AnnotationIndex, compareAnnotations } from '../../../src/core/annotation/annotation-index';
import { lanesWithin } from '../../../src/core/annotation/lanes';
import { mentionKey } from '../../../src/core/annotation/mention';
import { overlaps, type Span } from '../../../src/core/text/span';
import { buildAnnotation } from '../../support/builders';

const text = 'x'.repeat(20_000);

const spans = fc
  .tuple(
    fc.nat(19_000),
    fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9_000 })),
  )
  .map(([start, length]): Span => ({ start, end: Math.min(text.length, start + length) }));

const fewWords: readonly Span[] = [
  { start: 10, end: 20 },
  { start: 10, end: 25 },
];

/** Many anywhere, and some on a few words, where they share mentions. */
const annotations = fc.uniqueArray(
  fc
    .record({
      id: fc.nat(60),
      span: fc.oneof(spans, fc.constantFrom(...fewWords)),
      kind: fc.constantFrom(...annotationKinds),
    })
    .map(({ id, span, kind }) =>
      buildAnnotation({ id: `a${id}`, text, span, body: emptyBody(kind) }),
    ),
  { selector: ({ id }) => id, maxLength: 40 },
);

function inTwo(annotation: Annotation, second: Span): Annotation {
  return { ...annotation, fragments: [annotation.fragments[0], second] };
}

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
        for (const kind of annotationKinds) {
          const ofKind = [...expected.values()].filter(({ body }) => body.kind === kind);
          expect(index.counts[kind]).toBe(new Set(ofKind.map(mentionKey)).size);
        }
      }),
    );
  });

  it('holds the same however it was loaded: in parts, in any order, over others', () => {
    const parts = fc.array(fc.array(annotations, { maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.array(spans, { maxLength: 5 }), (loads, places) => {
        const loaded = new AnnotationIndex();
        const set = new AnnotationIndex();
        for (const part of loads) {
          loaded.load(part.flat());
          for (const annotation of part.flat()) set.set(annotation);
        }
        expect(loaded.ordered).toEqual(set.ordered);
        expect(loaded.counts).toEqual(set.counts);
        for (const place of places) {
          expect(loaded.touching(place)).toEqual(set.touching(place));
          expect(lanesWithin(loaded, place)).toEqual(lanesWithin(set, place));
        }
      }),
    );
  });

  it('can be edited after loading as before', () => {
    fc.assert(
      fc.property(annotations, annotations, (list, others) => {
        const index = indexOf(list);
        for (const annotation of others) index.set(annotation);
        for (const { id } of [...list, ...others]) index.delete(id);
        expect(index.ordered).toEqual([]);
        expect(index.counts).toEqual({ enterprise: 0, claim: 0, date: 0 });
        expect(index.touching({ start: 0, end: text.length })).toEqual([]);
      }),
    );
  });

  it('counts what several say of the same words as one mention, and tells who shares it', () => {
    const span = { start: 10, end: 20 };
    const kim = buildAnnotation({ id: 'kim', text, span });
    const lee = buildAnnotation({ id: 'lee', text, span });
    const claim = buildAnnotation({ id: 'claim', text, span, body: emptyBody('claim') });
    const longer = buildAnnotation({ id: 'longer', text, span: { start: 10, end: 30 } });
    const parts = inTwo(buildAnnotation({ id: 'parts', text, span }), { start: 25, end: 30 });
    const index = indexOf([kim, lee, claim, longer, parts]);
    expect(index.counts).toEqual({ enterprise: 3, claim: 1, date: 0 });
    expect(index.sharing(kim)).toEqual([lee]);
    expect(index.sharing(claim)).toEqual([]);
    expect(index.sharing(parts)).toEqual([]);
    index.delete(kim.id);
    expect(index.counts.enterprise).toBe(3);
    index.delete(lee.id);
    expect(index.counts.enterprise).toBe(2);
    index.set(kim);
    index.set(lee);
    index.drop([kim.id, longer.id]);
    expect(index.counts.enterprise).toBe(2);
  });

  it('keeps its list when it is loaded, so that who holds it sees what is new', () => {
    const index = new AnnotationIndex();
    const { ordered } = index;
    const one = buildAnnotation({ text, span: { start: 5, end: 9 } });
    index.load([one]);
    expect(ordered).toEqual([one]);
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

describe('revisionIn', () => {
  it('is another wherever something has come, gone or changed, and the same far from it', () => {
    const change = fc.oneof(
      fc.record({ act: fc.constant('set' as const), id: fc.nat(60), span: spans }),
      fc.record({ act: fc.constant('drop' as const), id: fc.nat(60), span: spans }),
    );
    fc.assert(
      fc.property(annotations, fc.array(change, { maxLength: 8 }), spans, (list, acts, place) => {
        const index = indexOf(list);
        const near = { start: place.start - 2_048, end: place.end + 2_048 };
        for (const { act, id, span } of acts) {
          const made = buildAnnotation({ id: `a${id}`, text, span });
          const before = index.get(made.id);
          const touched = [before, act === 'set' ? made : undefined].filter(
            (annotation) => annotation !== undefined,
          );
          const revision = index.revisionIn(place);
          if (act === 'set') index.set(made);
          else index.drop([made.id]);
          const isOther = index.revisionIn(place) !== revision;
          if (touched.some((annotation) => overlaps(extent(annotation), place)))
            expect(isOther).toBe(true);
          if (!touched.some((annotation) => overlaps(extent(annotation), near)))
            expect(isOther).toBe(false);
        }
      }),
    );
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
    const { lanes } = lanesWithin(indexOf(nested), { start: 0, end: 100 });
    expect(nested.map(({ id }) => lanes.get(id))).toEqual([2, 1, 0, 0]);
  });

  it('gives the same lane whichever part is asked for', () => {
    const index = indexOf(nested);
    const { lanes: whole } = lanesWithin(index, { start: 0, end: 100 });
    for (const { start, end } of nested.map(extent))
      for (const [id, lane] of lanesWithin(index, { start, end }).lanes)
        expect(lane).toBe(whole.get(id));
  });

  it('never lets two that overlap share a lane while lanes last', () => {
    const few = fc.uniqueArray(spans, { maxLength: 5, selector: ({ start }) => start });
    fc.assert(
      fc.property(few, (list) => {
        const made = list.map((span) => buildAnnotation({ text, span }));
        const { lanes } = lanesWithin(indexOf(made), { start: 0, end: text.length });
        for (const a of made)
          for (const b of made)
            if (a !== b && overlaps(extent(a), extent(b)))
              expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
      }),
    );
  });
});
