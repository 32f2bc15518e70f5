import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  type AnnotationBody,
  emptyBody,
} from '../../../src/core/annotation/annotation';
import { mayBeOneRecord } from '../../../src/core/annotation/mention';
import { makeId } from '../../../src/core/ids';
import { differingFields } from '../../../src/core/import/compare-records';
import {
  type Decision,
  decisionsFor,
  type ImportConflict,
  type ImportPlan,
  recordsOf,
} from '../../../src/core/import/import-plan';
import { sortAnnotations } from '../../../src/core/import/sort-annotations';
import { buildAnnotation, someArticleId } from '../../support/builders';

const text = 'The Kangan Mine met its plan on 5 May 2024.';
const spans = [
  { start: 4, end: 15 },
  { start: 11, end: 15 },
];
const elsewhere = makeId('art', 'elsewhere');

const bodies: readonly AnnotationBody[] = [
  emptyBody('enterprise'),
  { kind: 'enterprise', name: 'KM' },
  emptyBody('claim'),
  { kind: 'date', edtf: '2024', basis: { by: 'rule', rule: 'year' } },
  { kind: 'date', edtf: '2024', basis: { by: 'hand' } },
];

/** Annotations of few words by few coders, so that many meet; every id is there once. */
function store(articles: readonly Annotation['articleId'][]): fc.Arbitrary<readonly Annotation[]> {
  const annotation = fc
    .record({
      id: fc.nat(12),
      span: fc.constantFrom(...spans),
      body: fc.constantFrom(...bodies),
      coder: fc.constantFrom('', 'Kim', 'Lee'),
      note: fc.constantFrom(undefined, 'mine', 'another'),
      articleId: fc.constantFrom(...articles),
      at: fc.constantFrom('2026-11-22T09:00:00.000Z', '2026-11-23T09:00:00.000Z'),
    })
    .map(
      ({ coder, note, id, ...facts }): Annotation => ({
        ...buildAnnotation({ ...facts, text, id: `${id}` }),
        provenance: { coder, origin: 'hand' },
        ...(note !== undefined && { note }),
      }),
    );
  return fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 10 });
}

const mineAndTheirs = fc.record({
  mine: store([someArticleId, someArticleId, elsewhere]),
  theirs: store([someArticleId]),
  choices: fc.array(fc.nat(2), { minLength: 1, maxLength: 10 }),
});

type Project = ReadonlyMap<string, Annotation>;

function projectOf(annotations: readonly Annotation[]): Project {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

function planFor(project: Project, theirs: readonly Annotation[], newId: () => Annotation['id']) {
  const stored = [...project.values()];
  const ids = new Set(theirs.map(({ id }) => id));
  const { fresh, homonyms, conflicts, same } = sortAnnotations(theirs, {
    byId: projectOf(stored.filter(({ id }) => ids.has(id))),
    others: stored.filter(({ id, articleId }) => articleId === someArticleId && !ids.has(id)),
  });
  const newAnnotations = [...fresh, ...homonyms.map((one) => ({ ...one, id: newId() }))];
  const plan: ImportPlan = {
    articles: { fresh: 0, same: 1, conflicting: 0 },
    annotations: { fresh: newAnnotations.length, same, conflicting: conflicts.length },
    newArticles: [],
    newAnnotations,
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      key: conflict.mine.id,
      table: 'annotations',
      title: '',
    })),
  };
  return plan;
}

interface Imported {
  readonly after: Project;
  readonly decided: readonly { readonly conflict: ImportConflict; readonly decision: Decision }[];
  readonly written: number;
}

/** Imports `theirs`, the conflicts decided by `choices` in turn. */
function importInto(
  project: Project,
  theirs: readonly Annotation[],
  choices: readonly number[],
): Imported {
  let drawn = project.size;
  const newId = () => makeId('ann', `drawn-${(drawn += 1)}`);
  const plan = planFor(project, theirs, newId);
  const decided = plan.conflicts.map((conflict, index) => {
    const possible = decisionsFor(conflict);
    const choice = choices[index % choices.length] ?? 0;
    return { conflict, decision: possible[choice % possible.length] ?? 'mine' };
  });
  const decide = (conflict: ImportConflict): Decision =>
    decided.find((each) => each.conflict === conflict)?.decision ?? 'mine';
  const after = new Map(project);
  const { annotations } = recordsOf(plan, decide, newId);
  for (const record of annotations) {
    expect(after.get(record.id) ?? null).toEqual(record.before);
    if (record.after) after.set(record.id, record.after);
  }
  return { after, decided, written: annotations.length };
}

function holds(project: Project, annotation: Annotation): boolean {
  return [...project.values()].some(
    (one) =>
      one.articleId === annotation.articleId &&
      differingFields('annotations', one, annotation).length === 0,
  );
}

function isOfSameCoder(a: Annotation, b: Annotation): boolean {
  return a.provenance.coder === b.provenance.coder;
}

describe('after an import, whatever is decided', () => {
  it('nothing of mine has gone or changed unless it was decided for theirs', () => {
    fc.assert(
      fc.property(mineAndTheirs, ({ mine, theirs, choices }) => {
        const { after, decided } = importInto(projectOf(mine), theirs, choices);
        const given = new Set(
          decided.flatMap(({ conflict, decision }) =>
            decision === 'theirs' ? conflict.mine.id : [],
          ),
        );
        for (const annotation of mine)
          if (!given.has(annotation.id)) expect(after.get(annotation.id)).toEqual(annotation);
          else expect(after.has(annotation.id)).toBe(true);
      }),
    );
  });

  it('nothing of theirs is missing unless it was decided for mine', () => {
    fc.assert(
      fc.property(mineAndTheirs, ({ mine, theirs, choices }) => {
        const { after, decided } = importInto(projectOf(mine), theirs, choices);
        const left = new Set(
          decided.flatMap(({ conflict, decision }) =>
            decision === 'mine' ? (conflict.theirs as Annotation) : [],
          ),
        );
        for (const annotation of theirs)
          if (!left.has(annotation)) expect(holds(after, annotation)).toBe(true);
      }),
    );
  });

  it('a coder has no more records on the same words than one of the sides had', () => {
    fc.assert(
      fc.property(mineAndTheirs, ({ mine, theirs, choices }) => {
        // Under ids of their own, since those that the file has moved are records of other words here.
        const others = theirs.map((one) => ({ ...one, id: makeId('ann', `other-${one.id}`) }));
        const { after } = importInto(projectOf(mine), others, choices);
        for (const one of after.values()) {
          const count = (list: Iterable<Annotation>): number =>
            [...list].filter((each) => mayBeOneRecord(each, one) && isOfSameCoder(each, one))
              .length;
          const most = Math.max(count(mine), count(others));
          expect(count(after.values())).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('importing the file again brings nothing, and takes nothing unless that is decided', () => {
    fc.assert(
      fc.property(mineAndTheirs, ({ mine, theirs, choices }) => {
        const first = importInto(projectOf(mine), theirs, choices);
        const again = importInto(first.after, theirs, [0]);
        expect(again.written).toBe(0);
        expect(again.after).toEqual(first.after);
        const kept = first.decided.filter(({ decision }) => decision === 'mine');
        expect(again.decided.length).toBeLessThanOrEqual(kept.length);
      }),
    );
  });

  it('all of what is exported then is here already', () => {
    fc.assert(
      fc.property(mineAndTheirs, ({ mine, theirs, choices }) => {
        const { after } = importInto(projectOf(mine), theirs, choices);
        const exported = [...after.values()].filter(({ articleId }) => articleId === someArticleId);
        const { annotations } = planFor(after, exported, () => makeId('ann', 'none'));
        expect(annotations).toEqual({ fresh: 0, same: exported.length, conflicting: 0 });
      }),
    );
  });
});
