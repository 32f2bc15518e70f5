import fc from 'fast-check';
import {
  type Annotation,
  type AnnotationBody,
  annotationKinds,
  claimStatuses,
  type Fragments,
} from '../../../../src/core/annotation/annotation';
import type { Article } from '../../../../src/core/article';
import type { ChangeEntry, ChangeLabel, RecordChange } from '../../../../src/core/change';
import { type Id, makeId, type Sha256 } from '../../../../src/core/ids';

/** Any text that the language can hold, halves of surrogate pairs standing alone included. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);

function anyId<Prefix extends string>(prefix: Prefix): fc.Arbitrary<Id<Prefix>> {
  return fc.string({ minLength: 1 }).map((unique) => makeId(prefix, unique));
}

const anyTime = fc
  .date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyHash = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join('') as Sha256);
const anyKind = fc.constantFrom(...annotationKinds);
const anyCount = fc.nat();

/** Any article that can be stored. */
export const anyArticle: fc.Arbitrary<Article> = fc.record(
  {
    id: anyId('art'),
    title: anyText,
    outlet: anyText,
    language: anyText,
    published: fc.record({
      date: fc.constant('2025-01-15'),
      basis: fc.constantFrom('header', 'dateline', 'file', 'user'),
    }),
    url: anyText,
    source: fc.record({
      fileName: anyText,
      mediaType: fc.constantFrom('text/plain', 'text/markdown', 'text/html'),
      encoding: fc.constant('utf-8'),
      byteLength: anyCount,
      sha256: anyHash,
    }),
    textHash: anyHash,
    textLength: anyCount,
    importedAt: anyTime,
    status: fc.constantFrom('in-work', 'done'),
    note: anyText,
  },
  { requiredKeys: ['id', 'title', 'source', 'textHash', 'textLength', 'importedAt'] },
);

/** One fragment or several, each clearly after the one before it. */
const anyFragments: fc.Arbitrary<Fragments> = fc
  .uniqueArray(fc.nat(), { minLength: 2, maxLength: 8 })
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([start = 0, end = 1, ...rest]) => {
    const more = rest.flatMap((from, index) =>
      index % 2 === 0 && rest[index + 1] !== undefined
        ? [{ start: from, end: rest[index + 1] as number }]
        : [],
    );
    return [{ start, end }, ...more];
  });

const anyBody: fc.Arbitrary<AnnotationBody> = fc.oneof(
  fc.record(
    { kind: fc.constant('enterprise' as const), name: anyText },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('claim' as const), status: fc.constantFrom(...claimStatuses) }),
  fc.record(
    {
      kind: fc.constant('date' as const),
      edtf: anyText,
      basis: fc.oneof(
        fc.constant({ by: 'hand' as const }),
        fc.record({ by: fc.constant('rule' as const), rule: anyText }),
      ),
    },
    { requiredKeys: ['kind'] },
  ),
);

/** Any annotation that can be stored. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc.record(
  {
    id: anyId('ann'),
    articleId: anyId('art'),
    fragments: anyFragments,
    quote: fc.record({ exact: anyText, prefix: anyText, suffix: anyText }),
    body: anyBody,
    provenance: fc.record(
      {
        coder: anyText,
        origin: fc.constantFrom('hand', 'suggestion', 'import'),
        rule: anyText,
      },
      { requiredKeys: ['coder', 'origin'] },
    ),
    createdAt: anyTime,
    updatedAt: anyTime,
    note: anyText,
  },
  {
    requiredKeys: [
      'id',
      'articleId',
      'fragments',
      'quote',
      'body',
      'provenance',
      'createdAt',
      'updatedAt',
    ],
  },
);

const ofOne = { kind: anyKind, exact: anyText };
const titled = fc.constantFrom('remove-article', 'edit-article', 'edit-article-note');
const single = fc.constantFrom(
  'annotate',
  'delete-annotation',
  'change-kind',
  'edit-annotation',
  'move-ends',
  'add-fragment',
  'remove-fragment',
);

/** Any label, of every code. */
export const anyLabel = fc.oneof(
  fc.record({ code: titled, title: anyText }),
  fc.record({ code: single, ...ofOne }),
  fc.record({ code: fc.constantFrom('annotate-all', 'delete-all'), ...ofOne, count: anyCount }),
  fc.record({ code: fc.constant('open-articles'), count: anyCount, title: anyText }),
  fc.record({ code: fc.constant('delete-annotations'), count: anyCount }),
  fc.record({ code: fc.constant('change-kinds'), kind: anyKind, count: anyCount }),
  fc.record({ code: fc.constant('name-enterprises'), name: anyText, count: anyCount }),
  fc.record({
    code: fc.constant('set-work-status'),
    status: fc.constantFrom('in-work', 'done', null),
    title: anyText,
  }),
  fc.record({
    code: fc.constant('import'),
    count: anyCount,
    articles: anyCount,
    fileName: anyText,
  }),
) as fc.Arbitrary<ChangeLabel>;

const sides = fc.constantFrom('before', 'after', 'both');

const anyRecord: fc.Arbitrary<RecordChange> = fc.oneof(
  fc.tuple(anyArticle, anyArticle, sides).map(
    ([one, { id: _id, ...another }, side]): RecordChange => ({
      table: 'articles',
      id: one.id,
      before: side === 'after' ? null : one,
      after: side === 'before' ? null : { ...another, id: one.id },
    }),
  ),
  fc.tuple(anyAnnotation, anyAnnotation, sides).map(
    ([one, { id: _id, ...another }, side]): RecordChange => ({
      table: 'annotations',
      id: one.id,
      before: side === 'after' ? null : one,
      after: side === 'before' ? null : { ...another, id: one.id },
    }),
  ),
);

/** Any entry of this number. */
export function anyEntry(
  seq: number,
  facts: Partial<Pick<ChangeEntry, 'act' | 'groupId' | 'of'>> = {},
): fc.Arbitrary<ChangeEntry> {
  return fc
    .record(
      {
        seq: fc.constant(seq),
        groupId: anyId('grp'),
        act: fc.constant('do' as const),
        previous: anyId('grp'),
        isPart: fc.constant(true as const),
        at: anyTime,
        coder: anyText,
        change: fc.record({ label: anyLabel, records: fc.array(anyRecord, { maxLength: 3 }) }),
      },
      { requiredKeys: ['seq', 'groupId', 'act', 'at', 'coder', 'change'] },
    )
    .map((entry) => ({ ...entry, ...facts }));
}

/** Any act: a step done, or a step of several parts undone or done again. */
export const anyAct: fc.Arbitrary<readonly ChangeEntry[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.constantFrom('do' as const, 'undo' as const, 'redo' as const),
    fc.integer({ min: 1, max: 4 }),
    anyId('grp'),
    anyId('grp'),
  )
  .chain(([seq, act, size, groupId, of]) =>
    act === 'do'
      ? fc.tuple(anyEntry(seq))
      : fc.tuple(
          ...Array.from({ length: size }, (_, at) => anyEntry(seq + at, { act, groupId, of })),
        ),
  );
