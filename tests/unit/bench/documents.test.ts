import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BenchAnnotation, nearCharacters } from '../../../bench/documents/annotations';
import { countKinds, type DocumentPlan, makeDocument } from '../../../bench/documents/document';
import { plantedCount } from '../../../bench/documents/text';
import { planted } from '../../../bench/documents/words';
import { shapeOf, shapes, slopeShapes } from '../../../bench/shapes';

const plan = { title: 'Sheet', seed: 5, characters: 60_000, annotations: 1_500 };

/** Pairs of annotations of which the second begins within the first. */
function pairsThatMeet(
  annotations: readonly BenchAnnotation[],
): readonly (readonly [BenchAnnotation, BenchAnnotation])[] {
  return annotations.flatMap((one, index) => {
    const next = annotations.slice(index + 1);
    const apart = next.findIndex(({ start }) => start >= one.end);
    return next.slice(0, apart < 0 ? next.length : apart).map((other) => [one, other] as const);
  });
}

describe('a generated document', () => {
  it('is the same twice, and another with another seed', () => {
    expect(makeDocument(plan)).toEqual(makeDocument(plan));
    expect(makeDocument({ ...plan, seed: 6 }).text).not.toBe(makeDocument(plan).text);
  });

  it('has exactly the text and the annotations that were planned, in reading order and in range', () => {
    const plans = fc.record({
      title: fc.constant('Sheet'),
      seed: fc.nat(10_000),
      characters: fc.integer({ min: 500, max: 20_000 }),
      annotations: fc.nat(300),
      isOneParagraph: fc.boolean(),
    });
    fc.assert(
      fc.property(plans, (drawn: DocumentPlan) => {
        const { text, annotations } = makeDocument(drawn);
        expect(text).toHaveLength(drawn.characters);
        expect(annotations).toHaveLength(drawn.annotations);
        for (const [index, { start, end }] of annotations.entries()) {
          expect(start).toBeGreaterThanOrEqual(annotations[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/\n|^\s|\s$/);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has about eleven enterprises to five claims and four dates', () => {
    const { enterprise, claim, date } = countKinds(makeDocument(plan));
    expect(enterprise / 1_500).toBeCloseTo(11 / 20, 1);
    expect(claim / 1_500).toBeCloseTo(5 / 20, 1);
    expect(date / 1_500).toBeCloseTo(4 / 20, 1);
    expect(enterprise + claim + date).toBe(1_500);
  });

  it('has annotations within others, and some that overlap in part', () => {
    const pairs = pairsThatMeet(makeDocument(plan).annotations);
    expect(pairs.filter(([one, other]) => other.end <= one.end).length).toBeGreaterThan(100);
    expect(pairs.filter(([one, other]) => other.end > one.end).length).toBeGreaterThan(50);
  });

  it('has both languages, and a paragraph where one is planned', () => {
    const { text } = makeDocument(plan);
    expect(text).toMatch(/[a-z]/);
    expect(text).toMatch(/[가-힣]/);
    expect(text).toContain('\n');
    expect(makeDocument({ ...plan, isOneParagraph: true }).text).not.toContain('\n');
  });
});

describe('the words planted in B', () => {
  const document = makeDocument(shapeOf('B').documents[0]);
  const { text, annotations } = document;
  const places = (words: string) => text.split(words).length - 1;

  it('stand as often as they are to be found', () => {
    expect(places(planted.found)).toBe(plantedCount);
    expect(places(planted.fresh)).toBe(plantedCount / 2);
    expect(places(planted.tagged)).toBe(plantedCount / 2);
  });

  it('are annotated everywhere, or nowhere', () => {
    const over = (words: string) =>
      annotations.filter(({ start, end }) => text.slice(start, end).includes(words));
    expect(over(planted.tagged)).toHaveLength(plantedCount / 2);
    expect(new Set(over(planted.tagged).map(({ kind }) => kind))).toEqual(new Set(['enterprise']));
    expect(over(planted.fresh)).toEqual([]);
    expect(annotations).toHaveLength(50_000);
  });

  it('stand in the first lines already, to be chosen in view', () => {
    const top = text.slice(0, 3_000);
    expect(top).toContain(planted.found);
    expect(top).toContain(planted.fresh);
    expect(top).toContain(planted.tagged);
  });
});

describe('the shapes of the slope', () => {
  const [small, middle] = slopeShapes.map(({ shape }) => makeDocument(shapeOf(shape).documents[0]));
  const near = (document = small) =>
    document?.annotations.filter(({ start }) => start < nearCharacters);

  it('have the same text and the same first thousand annotations', () => {
    expect(middle?.text).toBe(small?.text);
    expect(near(small)).toHaveLength(1_000);
    expect(near(middle)).toEqual(near(small));
  });

  it('have as many as the slope counts', () => {
    for (const { shape, annotations } of slopeShapes)
      expect(shapeOf(shape).documents[0].annotations).toBe(annotations);
  });
});

describe('the shapes', () => {
  it('have documents of different titles', () => {
    for (const { documents } of shapes) {
      const titles = documents.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
