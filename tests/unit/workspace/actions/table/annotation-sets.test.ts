import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, AnnotationBody } from '../../../../../src/core/annotation/annotation';
import { deleteAnnotation } from '../../../../../src/core/annotation/edits';
import type { ChangeLabel } from '../../../../../src/core/change';
import { makeId } from '../../../../../src/core/ids';
import {
  changeKinds,
  nameEnterprises,
  removeAnnotations,
} from '../../../../../src/renderer/workspace/actions/table/annotation-sets';
import { annotationOf, buildAnnotation } from '../../../../support/builders';
import { openTestWorkspace, showText, type TestWorkspace } from '../../test-workspace';

const text = 'The Rimyong Paper Mill and the Unsan Quarry met the plan on 5 May 2024.';
const mill = annotationOf(text, 'Rimyong Paper Mill');
const quarry = annotationOf(text, 'Unsan Quarry', { body: { kind: 'enterprise', name: 'Quarry' } });
const claim = annotationOf(text, 'met the plan', { body: { kind: 'claim', status: 'completed' } });
const day = annotationOf(text, '5 May 2024', {
  articleId: makeId('art', 'elsewhere'),
  body: { kind: 'date' },
});
const all = [mill, quarry, claim, day];
const allIds = all.map(({ id }) => id);

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text, all);
});

afterEach(() => workspace.database.close());

const stored = async (): Promise<readonly Annotation[]> => workspace.queries.annotations(allIds);

async function bodies(): Promise<readonly AnnotationBody[]> {
  return (await stored()).map(({ body }) => body);
}

const steps = async (): Promise<number> => workspace.database.changes.count();

async function lastLabel(): Promise<ChangeLabel | undefined> {
  return (await workspace.database.changes.orderBy('seq').last())?.change.label;
}

function told(): readonly unknown[] {
  return workspace.screen.getState().notices.map(({ id: _id, ...notice }) => notice);
}

type Act = (workspace: TestWorkspace) => Promise<void>;

describe('several at once', () => {
  const cases: readonly {
    readonly name: string;
    readonly act: Act;
    readonly bodies: readonly AnnotationBody[];
    readonly label: ChangeLabel;
  }[] = [
    {
      name: 'are deleted, also from several articles',
      act: (at) => removeAnnotations(at, [claim.id, day.id, mill.id]),
      bodies: [quarry.body],
      label: { code: 'delete-annotations', count: 3 },
    },
    {
      name: 'get another kind, and lose what was said of them',
      act: (at) => changeKinds(at, allIds, 'claim'),
      bodies: [
        { kind: 'claim', status: 'unknown' },
        { kind: 'claim', status: 'unknown' },
        claim.body,
        { kind: 'claim', status: 'unknown' },
      ],
      label: { code: 'change-kinds', kind: 'claim', count: 3 },
    },
    {
      name: 'are named, those that are no enterprises left alone',
      act: (at) => nameEnterprises(at, allIds, 'Rimyong'),
      bodies: [
        { kind: 'enterprise', name: 'Rimyong' },
        { kind: 'enterprise', name: 'Rimyong' },
        claim.body,
        day.body,
      ],
      label: { code: 'name-enterprises', name: 'Rimyong', count: 2 },
    },
  ];
  for (const { name, act, bodies: after, label } of cases) {
    it(`${name}, in one step that undo takes back`, async () => {
      const before = await steps();
      await act(workspace);
      expect(await bodies()).toEqual(after);
      expect(await steps()).toBe(before + 1);
      expect(await lastLabel()).toEqual(label);
      await workspace.store.undo();
      expect(await stored()).toEqual(all);
    });

    it(`${name}, and a notice says so`, async () => {
      await act(workspace);
      expect(told()).toEqual([{ kind: 'done', label }]);
    });
  }

  it('lose their names, and the label of the history names none', async () => {
    await nameEnterprises(workspace, [mill.id], 'Mill');
    await nameEnterprises(workspace, allIds, null);
    expect(await bodies()).toEqual([
      { kind: 'enterprise' },
      { kind: 'enterprise' },
      claim.body,
      day.body,
    ]);
    expect(await lastLabel()).toEqual({ code: 'name-enterprises', name: '', count: 2 });
  });

  it('are changed once each, however often they are named', async () => {
    await removeAnnotations(workspace, [mill.id, mill.id, claim.id]);
    expect(await lastLabel()).toEqual({ code: 'delete-annotations', count: 2 });
  });
});

describe('when only one is changed', () => {
  const cases: readonly {
    readonly name: string;
    readonly act: Act;
    readonly label: ChangeLabel;
  }[] = [
    {
      name: 'a deletion',
      act: (at) => removeAnnotations(at, [claim.id]),
      label: { code: 'delete-annotation', kind: 'claim', exact: 'met the plan' },
    },
    {
      name: 'a change of kind, the others having it already',
      act: (at) => changeKinds(at, [mill.id, quarry.id, day.id], 'enterprise'),
      label: { code: 'change-kind', kind: 'enterprise', exact: '5 May 2024' },
    },
    {
      name: 'a naming, the others having that name or no place for one',
      act: (at) => nameEnterprises(at, allIds, 'Quarry'),
      label: { code: 'edit-annotation', kind: 'enterprise', exact: 'Rimyong Paper Mill' },
    },
  ];
  it.each(cases)('$name is labelled as one, without a notice', async ({ act, label }) => {
    await act(workspace);
    expect(await lastLabel()).toEqual(label);
    expect(told()).toEqual([]);
  });
});

describe('nothing is written', () => {
  const gone = makeId('ann', 'gone');
  const cases: readonly { readonly name: string; readonly act: Act }[] = [
    { name: 'for no annotation', act: (at) => removeAnnotations(at, []) },
    { name: 'for one that is gone', act: (at) => removeAnnotations(at, [gone]) },
    {
      name: 'for the kind they have',
      act: (at) => changeKinds(at, [mill.id, quarry.id], 'enterprise'),
    },
    { name: 'for the name it has', act: (at) => nameEnterprises(at, [quarry.id], 'Quarry') },
    {
      name: 'for the absence of a name it has not',
      act: (at) => nameEnterprises(at, [mill.id], null),
    },
    {
      name: 'for a name of what is no enterprise',
      act: (at) => nameEnterprises(at, [claim.id], 'x'),
    },
  ];
  it.each(cases)('$name', async ({ act }) => {
    const before = await steps();
    await act(workspace);
    expect(await steps()).toBe(before);
    expect(told()).toEqual([]);
  });
});

describe('the selection in the text', () => {
  it.each([
    { name: 'goes with what is deleted', selected: claim.id, left: null },
    { name: 'stays when another is deleted', selected: mill.id, left: mill.id },
  ])('$name', async ({ selected, left }) => {
    workspace.screen.setState({ selected });
    await removeAnnotations(workspace, [claim.id, day.id]);
    expect(workspace.screen.getState().selected).toBe(left);
  });
});

it('starts from what the acts before have left', async () => {
  const first = workspace.store.apply(deleteAnnotation(mill));
  await Promise.all([first, changeKinds(workspace, [mill.id, quarry.id, day.id], 'claim')]);
  expect(await bodies()).toEqual([
    { kind: 'claim', status: 'unknown' },
    claim.body,
    { kind: 'claim', status: 'unknown' },
  ]);
  expect(workspace.store.state.status).toEqual({ state: 'saved' });
});

it('changes 6,000 at once, and undo brings them back', async () => {
  const many = Array.from({ length: 6_000 }, (_, index) =>
    buildAnnotation({ id: `many-${index}`, text, span: { start: 4, end: 11 } }),
  );
  const ids = many.map(({ id }) => id);
  await workspace.store.apply({
    label: { code: 'annotate-all', kind: 'enterprise', exact: 'Rimyong', count: many.length },
    records: many.map((annotation) => ({
      table: 'annotations',
      id: annotation.id,
      before: null,
      after: annotation,
    })),
  });
  await nameEnterprises(workspace, ids, 'Rimyong');
  const named = await workspace.queries.annotations(ids);
  expect(named).toHaveLength(6_000);
  expect(named.every(({ body }) => body.kind === 'enterprise' && body.name === 'Rimyong')).toBe(
    true,
  );
  await removeAnnotations(workspace, ids);
  expect(await workspace.queries.annotations(ids)).toEqual([]);
  await workspace.store.undo();
  await workspace.store.undo();
  expect(await workspace.queries.annotations(ids)).toEqual(many);
});
