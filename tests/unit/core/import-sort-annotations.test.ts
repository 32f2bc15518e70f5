import { describe, expect, it } from 'vitest';
import type {
  Annotation,
  AnnotationBody,
  Provenance,
} from '../../../src/core/annotation/annotation';
import { makeId } from '../../../src/core/ids';
import { differingFields } from '../../../src/core/import/compare-records';
import { sortAnnotations } from '../../../src/core/import/sort-annotations';
import { annotationOf } from '../../support/builders';

const text = 'The Kangan Mine met its plan on 5 May 2024.';
const words = annotationOf(text, 'Kangan Mine', {
  body: { kind: 'enterprise', name: 'KM' },
});
const date = annotationOf(text, '5 May 2024', {
  body: { kind: 'date', edtf: '2024-05-05', basis: { by: 'hand' } },
});
const elsewhere = makeId('art', 'elsewhere');

/** The enterprise under another id, with other facts. */
function one(id: string, facts: Partial<Annotation> = {}): Annotation {
  return { ...words, id: makeId('ann', id), ...facts };
}

/** Made by `coder`, with what else is told of the making. */
function by(coder: string, facts: Partial<Provenance> = {}): Pick<Annotation, 'provenance'> {
  return { provenance: { coder, origin: 'hand', ...facts } };
}

/** A body with a field that this program has no word for. */
function withRole(role: string): AnnotationBody {
  const body = { ...words.body, role };
  return body;
}

const named = { body: { kind: 'enterprise', name: 'Kangan Coal Mine' } } as const;
const nameless = { body: { kind: 'enterprise' } } as const;
const noted = { note: 'One word of the manager.' };

/** What becomes of each of `theirs`, in order: with whom a conflict is, in which fields. */
function sort(theirs: readonly Annotation[], stored: readonly Annotation[]): readonly string[] {
  const ids = new Set(theirs.map(({ id }) => id));
  const { fresh, homonyms, conflicts, same } = sortAnnotations(theirs, {
    byId: new Map(stored.filter(({ id }) => ids.has(id)).map((each) => [each.id, each])),
    others: stored.filter(({ id, articleId }) => articleId === words.articleId && !ids.has(id)),
  });
  expect(fresh.length + homonyms.length + conflicts.length + same).toBe(theirs.length);
  return theirs.map((each) => {
    if (fresh.includes(each)) return 'new';
    if (homonyms.includes(each)) return 'new, with an id of its own';
    const conflict = conflicts.find((found) => found.theirs === each);
    if (!conflict) return 'here already';
    const { mine } = conflict;
    return `differs from ${mine.id.slice(4)}: ${differingFields('annotations', mine, each).join(', ')}`;
  });
}

interface Case {
  readonly name: string;
  readonly mine: readonly Annotation[];
  readonly theirs: readonly Annotation[];
  readonly expected: readonly string[];
}

describe('under a known id, an annotation of a file is', () => {
  const cases: readonly Case[] = [
    {
      name: 'here already when all of it is',
      mine: [one('a')],
      theirs: [one('a')],
      expected: ['here already'],
    },
    {
      name: 'here already when nothing but times differ',
      mine: [one('a', { createdAt: 'earlier', updatedAt: 'later' })],
      theirs: [one('a')],
      expected: ['here already'],
    },
    {
      name: 'here already when a quote has less context',
      mine: [one('a')],
      theirs: [one('a', { quote: { ...words.quote, prefix: '' } })],
      expected: ['here already'],
    },
    {
      name: 'here already when it says nothing by an empty note',
      mine: [one('a')],
      theirs: [one('a', { note: '' })],
      expected: ['here already'],
    },
    {
      name: 'different in its note',
      mine: [one('a')],
      theirs: [one('a', noted)],
      expected: ['differs from a: note'],
    },
    {
      name: 'different in what it says of the words',
      mine: [one('a')],
      theirs: [one('a', named)],
      expected: ['differs from a: body.name'],
    },
    {
      name: 'different in kind',
      mine: [one('a')],
      theirs: [one('a', { body: { kind: 'claim', status: 'planned' } })],
      expected: ['differs from a: body.kind, body.status, body.name'],
    },
    {
      name: 'different in place',
      mine: [one('a')],
      theirs: [one('a', { fragments: [{ start: 0, end: 3 }] })],
      expected: ['differs from a: fragments'],
    },
    {
      name: 'different in who made it, which one record cannot keep unseen',
      mine: [one('a', by('Kim'))],
      theirs: [one('a', by('Lee'))],
      expected: ['differs from a: provenance.coder'],
    },
    {
      name: 'here already when both were kept before, though the id here says something else',
      mine: [one('a', { fragments: [{ start: 0, end: 3 }] }), one('copy', noted)],
      theirs: [one('a', noted)],
      expected: ['here already'],
    },
    {
      name: 'new under an id of its own when the id is of another article',
      mine: [one('a', { articleId: elsewhere })],
      theirs: [one('a')],
      expected: ['new, with an id of its own'],
    },
    {
      name: 'here already under another id when its own is of another article',
      mine: [one('a', { articleId: elsewhere }), one('b')],
      theirs: [one('a')],
      expected: ['here already'],
    },
    {
      name: 'different from the one on its words when its own id is of another article',
      mine: [one('a', { articleId: elsewhere }), one('b')],
      theirs: [one('a', noted)],
      expected: ['differs from b: note'],
    },
  ];
  it.each(cases)('$name', ({ mine, theirs, expected }) => {
    expect(sort(theirs, mine)).toEqual(expected);
  });
});

describe('under an unknown id, an annotation of a file is', () => {
  const cases: readonly Case[] = [
    { name: 'new where nothing is', mine: [], theirs: [one('b')], expected: ['new'] },
    {
      name: 'new beside another kind on the same words',
      mine: [one('a', { body: { kind: 'claim', status: 'unknown' } })],
      theirs: [one('b')],
      expected: ['new'],
    },
    {
      name: 'new beside other words',
      mine: [annotationOf(text, 'Mine', { id: 'a', body: words.body })],
      theirs: [one('b')],
      expected: ['new'],
    },
    {
      name: 'new beside more fragments',
      mine: [one('a', { fragments: [words.fragments[0], { start: 20, end: 23 }] })],
      theirs: [one('b')],
      expected: ['new'],
    },
    {
      name: 'new beside the same words of another article',
      mine: [one('a', { articleId: elsewhere })],
      theirs: [one('b')],
      expected: ['new'],
    },
    {
      name: 'here already when the same coder says the same, whenever',
      mine: [one('a', { createdAt: 'earlier', updatedAt: 'later' })],
      theirs: [one('b')],
      expected: ['here already'],
    },
    {
      name: 'here already when two without a name say the same',
      mine: [one('a', by(''))],
      theirs: [one('b', by(''))],
      expected: ['here already'],
    },
    {
      name: 'different when the same coder notes something',
      mine: [one('a')],
      theirs: [one('b', noted)],
      expected: ['differs from a: note'],
    },
    {
      name: 'different when mine alone has a note',
      mine: [one('a', noted)],
      theirs: [one('b')],
      expected: ['differs from a: note'],
    },
    {
      name: 'different when both have notes',
      mine: [one('a', noted)],
      theirs: [one('b', { note: 'Another.' })],
      expected: ['differs from a: note'],
    },
    {
      name: 'different when a value is filled in on one side, and one gave no name',
      mine: [one('a', { ...nameless, ...by('') })],
      theirs: [one('b', { ...named, ...by('Kim') })],
      expected: ['differs from a: body.name, provenance.coder'],
    },
    {
      name: 'different when nothing but the name of the coder is filled in on one side',
      mine: [one('a', by(''))],
      theirs: [one('b', by('Kim'))],
      expected: ['differs from a: provenance.coder'],
    },
    {
      name: 'different when nothing but my name is told',
      mine: [one('a', by('Kim'))],
      theirs: [one('b', by(''))],
      expected: ['differs from a: provenance.coder'],
    },
    {
      name: 'different when it came about in another way',
      mine: [one('a', by('Kim'))],
      theirs: [one('b', by('Kim', { origin: 'suggestion', rule: 'names' }))],
      expected: ['differs from a: provenance.origin, provenance.rule'],
    },
    {
      name: 'different when a date is known by a rule instead of by hand',
      mine: [{ ...date, id: makeId('ann', 'a') }],
      theirs: [
        {
          ...date,
          id: makeId('ann', 'b'),
          body: { kind: 'date', edtf: '2024-05-05', basis: { by: 'rule', rule: 'day' } },
        },
      ],
      expected: ['differs from a: body.basis'],
    },
    {
      name: 'different when a date has a value on one side alone',
      mine: [{ ...date, id: makeId('ann', 'a'), body: { kind: 'date' } }],
      theirs: [{ ...date, id: makeId('ann', 'b') }],
      expected: ['differs from a: body.edtf, body.basis'],
    },
    {
      name: 'different when a claim has another status',
      mine: [one('a', { body: { kind: 'claim', status: 'unknown' } })],
      theirs: [one('b', { body: { kind: 'claim', status: 'planned' } })],
      expected: ['differs from a: body.status'],
    },
    {
      name: 'new beside another coder who says the same',
      mine: [one('a', by('Kim'))],
      theirs: [one('b', by('Lee'))],
      expected: ['new'],
    },
    {
      name: 'new beside another coder who says something else',
      mine: [one('a', by('Kim'))],
      theirs: [one('b', { ...named, ...noted, ...by('Lee') })],
      expected: ['new'],
    },
    {
      name: 'different in a field that this program does not know yet',
      mine: [one('a', { body: withRole('actor') })],
      theirs: [one('b', { body: withRole('site') })],
      expected: ['differs from a: body.role'],
    },
  ];
  it.each(cases)('$name', ({ mine, theirs, expected }) => {
    expect(sort(theirs, mine)).toEqual(expected);
  });
});

describe('where several are on the same words', () => {
  const cases: readonly Case[] = [
    {
      name: 'each of two coders meets their own',
      mine: [one('a', by('Kim')), one('b', by('Lee'))],
      theirs: [one('c', { ...noted, ...by('Lee') }), one('d', by('Kim'))],
      expected: ['differs from b: note', 'here already'],
    },
    {
      name: 'one without a name meets the one that says the same but for the name',
      mine: [one('a', { ...named, ...by('Kim') }), one('b', by('Lee'))],
      theirs: [one('c', by(''))],
      expected: ['differs from b: provenance.coder'],
    },
    {
      name: 'a coder meets their own before one without a name',
      mine: [one('a', by('')), one('b', { ...named, ...by('Kim') })],
      theirs: [one('c', by('Kim'))],
      expected: ['differs from b: body.name'],
    },
    {
      name: 'one without a name is left to the coder who has no other',
      mine: [one('a', by('')), one('b', by('Kim'))],
      theirs: [one('c', by('Lee')), one('d', { ...noted, ...by('Kim') })],
      expected: ['differs from a: provenance.coder', 'differs from b: note'],
    },
    {
      name: 'a third coder is new beside two others',
      mine: [one('a', by('Kim')), one('b', by('Lee'))],
      theirs: [one('c', by('Park'))],
      expected: ['new'],
    },
    {
      name: 'the same coder’s two of the file: one meets mine, the other is new',
      mine: [one('a')],
      theirs: [one('b', named), one('c', noted)],
      expected: ['differs from a: body.name', 'new'],
    },
    {
      name: 'the same coder’s two of mine: the one that says the same counts',
      mine: [one('a', named), one('b')],
      theirs: [one('c')],
      expected: ['here already'],
    },
    {
      name: 'the same coder’s two of mine: the nearer one differs',
      mine: [one('a', { ...named, ...noted }), one('b', { note: 'Another.' })],
      theirs: [one('c')],
      expected: ['differs from b: note'],
    },
    {
      name: 'two of the file that say what mine says are both here',
      mine: [one('a')],
      theirs: [one('b'), one('c')],
      expected: ['here already', 'here already'],
    },
    {
      name: 'what says the same as mine keeps another from replacing it',
      mine: [one('a')],
      theirs: [one('b', noted), one('c')],
      expected: ['new', 'here already'],
    },
    {
      name: 'what a file says twice comes twice into a project without',
      mine: [],
      theirs: [one('a'), one('b'), one('c', noted)],
      expected: ['new', 'new', 'new'],
    },
    {
      name: 'one that the file itself has by its id is met by no other of it',
      mine: [one('a')],
      theirs: [one('a', { fragments: [{ start: 0, end: 3 }] }), one('b')],
      expected: ['differs from a: fragments', 'new'],
    },
    {
      name: 'a known one and another coder’s new one stand side by side',
      mine: [one('a', by('Kim'))],
      theirs: [one('a', by('Kim')), one('b', by('Lee'))],
      expected: ['here already', 'new'],
    },
  ];
  it.each(cases)('$name', ({ mine, theirs, expected }) => {
    expect(sort(theirs, mine)).toEqual(expected);
  });
});
