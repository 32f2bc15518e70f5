import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationBody } from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import {
  annotateAll,
  deleteAll,
  identicalTo,
  sortPlaces,
} from '../../../src/core/annotation/tag-all';
import { invert } from '../../../src/core/change';
import { looseFold } from '../../../src/core/text/fold';
import { placesOfNames, plantNames } from '../../../src/core/text/names';
import { findOccurrences } from '../../../src/core/text/occurrences';
import { shadowOf } from '../../../src/core/text/shadow';
import { annotationOf } from '../../support/builders';

const text = 'Steel Works by the Kangan Steel Works of Kangan. The steel works.';
const places = findOccurrences(text, 'Steel Works', { mode: 'loose', wholeWords: true });
const [first, , third] = places;

/** An annotation in two fragments, the first time each of the words stands there. */
function inTwo(one: string, other: string, body: AnnotationBody): Annotation {
  const a = annotationOf(text, one, { body });
  const b = annotationOf(text, other, { body });
  return { ...a, fragments: [a.fragments[0], b.fragments[0]] };
}

function by(coder: string, annotation: Annotation): Annotation {
  return { ...annotation, provenance: { ...annotation.provenance, coder } };
}

const enterprise = { kind: 'enterprise' } as const;
const claim = { kind: 'claim', status: 'planned' } as const;

describe('sortPlaces', () => {
  const cases: readonly {
    readonly name: string;
    readonly annotations: readonly Annotation[];
    /** Of the three places, in order. */
    readonly as: readonly ('fresh' | 'tagged' | 'inside')[];
  }[] = [
    { name: 'nothing tagged', annotations: [], as: ['fresh', 'fresh', 'fresh'] },
    {
      name: 'the same words of the kind',
      annotations: [annotationOf(text, 'Steel Works')],
      as: ['tagged', 'fresh', 'fresh'],
    },
    {
      name: 'the same words of another kind',
      annotations: [annotationOf(text, 'Steel Works', { body: claim })],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'a longer annotation of the kind',
      annotations: [annotationOf(text, 'Kangan Steel Works')],
      as: ['fresh', 'inside', 'fresh'],
    },
    {
      name: 'a longer annotation of another kind',
      annotations: [annotationOf(text, 'Kangan Steel Works', { body: claim })],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'an annotation of a part of the words',
      annotations: [annotationOf(text, 'Works')],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'an annotation that overlaps in part',
      annotations: [annotationOf(text, 'Kangan Steel')],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'a fragment of several',
      annotations: [inTwo('Steel Works', 'Kangan.', enterprise)],
      as: ['inside', 'fresh', 'fresh'],
    },
    {
      name: 'between the fragments of one',
      annotations: [inTwo('by the', 'The steel', enterprise)],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'the same words by one who gave no name',
      annotations: [by('', annotationOf(text, 'Steel Works'))],
      as: ['tagged', 'fresh', 'fresh'],
    },
    {
      name: 'the same words by another coder',
      annotations: [by('Lee', annotationOf(text, 'Steel Works'))],
      as: ['fresh', 'fresh', 'fresh'],
    },
    {
      name: 'a longer annotation by another coder',
      annotations: [by('Lee', annotationOf(text, 'Kangan Steel Works'))],
      as: ['fresh', 'fresh', 'fresh'],
    },
  ];
  it.each(cases)('$name', ({ annotations, as }) => {
    const index = new AnnotationIndex();
    index.load(annotations);
    const sorted = sortPlaces(places, { kind: 'enterprise', coder: 'Tester' }, (span) =>
      index.touching(span),
    );
    expect(places).toHaveLength(3);
    for (const list of ['fresh', 'tagged', 'inside'] as const)
      expect(sorted[list], list).toEqual(places.filter((_, at) => as[at] === list));
  });
});

describe('the change', () => {
  const annotations = [annotationOf(text, 'Steel Works'), annotationOf(text, 'steel works')];

  it('adds all as one step', () => {
    const change = annotateAll(annotations, 'Steel Works');
    expect(change?.label).toEqual({
      code: 'annotate-all',
      kind: 'enterprise',
      exact: 'Steel Works',
      count: 2,
    });
    expect(change?.records.map(({ before, after }) => [before, after])).toEqual(
      annotations.map((annotation) => [null, annotation]),
    );
  });

  it('deletes all as one step, which taken back brings them back', () => {
    const change = deleteAll(annotations, 'Steel Works');
    expect(change?.label).toMatchObject({ code: 'delete-all', kind: 'enterprise', count: 2 });
    expect(change && invert(change).records.map(({ after }) => after)).toEqual(
      annotations.toReversed(),
    );
  });

  it('is none for no annotations', () => {
    expect([annotateAll([], 'x'), deleteAll([], 'x')]).toEqual([null, null]);
  });
});

describe('identicalTo', () => {
  const steel = annotationOf(text, 'Steel Works');
  const cases = [
    { name: 'the same words', annotation: steel, mode: 'exact', identical: true },
    {
      name: 'another case, exactly',
      annotation: annotationOf(text, 'steel works'),
      mode: 'exact',
      identical: false,
    },
    {
      name: 'another case, loosely',
      annotation: annotationOf(text, 'steel works'),
      mode: 'loose',
      identical: true,
    },
    {
      name: 'longer words',
      annotation: annotationOf(text, 'Kangan Steel Works'),
      mode: 'loose',
      identical: false,
    },
    {
      name: 'another kind',
      annotation: annotationOf(text, 'Steel Works', { body: claim }),
      mode: 'exact',
      identical: false,
    },
    {
      name: 'several fragments',
      annotation: { ...inTwo('Steel Works', 'Kangan.', enterprise), quote: steel.quote },
      mode: 'exact',
      identical: false,
    },
  ] as const;
  it.each(cases)('$name', ({ annotation, mode, identical }) => {
    const isIdentical = identicalTo({ kind: 'enterprise', words: 'Steel Works', mode });
    expect(isIdentical(annotation)).toBe(identical);
  });
});

describe('placesOfNames', () => {
  const shadow = shadowOf(text, looseFold);
  const found = (names: readonly string[], from = 0): readonly string[] =>
    [...placesOfNames(shadow, plantNames(names), from)].map(({ start, end }) =>
      text.slice(start, end),
    );

  it('gives every place of every name in order', () => {
    expect(found(['steel works', 'by'])).toEqual([
      'Steel Works',
      'by',
      'Steel Works',
      'steel works',
    ]);
  });

  it('goes round the end', () => {
    const spans = [...placesOfNames(shadow, plantNames(['Steel Works']), (first?.start ?? 0) + 1)];
    expect(spans).toEqual([...places.slice(1), first]);
    expect([...placesOfNames(shadow, plantNames(['Steel Works']), third?.start ?? 0)][0]).toEqual(
      third,
    );
  });

  const cases = [
    {
      name: 'the longest name at a place',
      names: ['Kangan', 'Kangan Steel', 'Kangan Steel Works'],
      found: ['Kangan Steel Works', 'Kangan'],
    },
    {
      name: 'a shorter one where the longer ends within a word',
      names: ['Kangan St', 'Kangan'],
      found: ['Kangan', 'Kangan'],
    },
    { name: 'whole words only', names: ['angan', 'Stee'], found: [] },
    {
      name: 'places that overlap',
      names: ['Kangan Steel', 'Steel Works of'],
      found: ['Kangan Steel', 'Steel Works of'],
    },
    { name: 'no single letters, and no blanks', names: ['b', ' ', ''], found: [] },
    { name: 'no name', names: [], found: [] },
  ];
  it.each(cases)('$name', ({ names, found: expected }) => {
    expect(found(names)).toEqual(expected);
  });

  it('goes over no blank line', () => {
    const broken = shadowOf('Kangan\n\nMine', looseFold);
    expect([...placesOfNames(broken, plantNames(['Kangan Mine']), 0)]).toEqual([]);
  });

  it('finds the same places as a search for the one name', () => {
    const korean = '강안제강소는 강안 제강소에서 강안제강소장을 만났다. 새강안제강소.';
    const words = '강안제강소';
    expect([...placesOfNames(shadowOf(korean, looseFold), plantNames([words]), 0)]).toEqual(
      findOccurrences(korean, words, { mode: 'loose', wholeWords: true }),
    );
  });
});
