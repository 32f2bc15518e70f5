import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { makeId } from '../../../src/core/ids';
import { placeOf, sortAnnotations } from '../../../src/core/import/sort-annotations';
import { annotationOf } from '../../support/builders';

const text = 'The Kangan Mine met its plan on 5 May 2024.';
const base = annotationOf(text, 'Kangan Mine', {
  id: 'one',
  body: { kind: 'enterprise', name: 'KM' },
});
const elsewhere = makeId('art', 'elsewhere');

function sort(theirs: Annotation, stored: readonly Annotation[]) {
  const { fresh, homonyms, conflicts, same } = sortAnnotations([theirs], {
    byId: new Map(stored.map((one) => [one.id, one])),
    places: new Set(stored.filter(({ articleId }) => articleId === theirs.articleId).map(placeOf)),
  });
  const found = { fresh: fresh.length, homonym: homonyms.length, conflict: conflicts.length, same };
  return Object.entries(found).flatMap(([name, count]) => (count > 0 ? [name] : []));
}

describe('an imported annotation is', () => {
  const other = { ...base, id: makeId('ann', 'other') };
  const date = annotationOf(text, '5 May 2024', {
    id: 'one',
    body: { kind: 'date', edtf: '2024-05-05', basis: { by: 'hand' } },
  });
  const cases: readonly {
    readonly name: string;
    readonly stored: readonly Annotation[];
    readonly theirs?: Annotation;
    readonly expected: string;
  }[] = [
    { name: 'new where nothing is', stored: [], expected: 'fresh' },
    { name: 'the same when the record is', stored: [base], expected: 'same' },
    {
      name: 'the same under another id, by place, kind and body',
      stored: [{ ...other, note: 'mine', updatedAt: 'later' }],
      expected: 'same',
    },
    {
      name: 'new beside another body',
      stored: [{ ...other, body: { kind: 'enterprise' } }],
      expected: 'fresh',
    },
    {
      name: 'new beside another kind',
      stored: [{ ...other, body: { kind: 'claim', status: 'unknown' } }],
      expected: 'fresh',
    },
    {
      name: 'new beside another place',
      stored: [annotationOf(text, 'Mine', { id: 'other', body: base.body })],
      expected: 'fresh',
    },
    {
      name: 'new beside more fragments',
      stored: [{ ...other, fragments: [base.fragments[0], { start: 20, end: 23 }] }],
      expected: 'fresh',
    },
    {
      name: 'new beside a date known in another way',
      stored: [
        {
          ...date,
          id: other.id,
          body: { kind: 'date', edtf: '2024-05-05', basis: { by: 'rule', rule: 'day' } },
        },
      ],
      theirs: date,
      expected: 'fresh',
    },
    { name: 'in conflict with its id', stored: [{ ...base, note: 'mine' }], expected: 'conflict' },
    {
      name: 'in conflict with its id in another place',
      stored: [{ ...base, fragments: [{ start: 0, end: 3 }] }],
      expected: 'conflict',
    },
    {
      name: 'in need of an id when its own is of another article',
      stored: [{ ...base, articleId: elsewhere }],
      expected: 'homonym',
    },
    {
      name: 'the same when its id is of another article, but its place is tagged',
      stored: [{ ...base, articleId: elsewhere }, other],
      expected: 'same',
    },
  ];
  it.each(cases)('$name', ({ stored, theirs = base, expected }) => {
    expect(sort(theirs, stored)).toEqual([expected]);
  });
});
