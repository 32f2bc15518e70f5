import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate, deleteAnnotation } from '../../../../../src/core/annotation/edits';
import { type GroupId, makeId } from '../../../../../src/core/ids';
import { goTo, step } from '../../../../../src/renderer/workspace/actions/history/history';
import { annotationOf, buildArticle } from '../../../../support/builders';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from '../../test-workspace';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const works = annotationOf(text, 'Kangan Steel Works');
const claim = annotationOf(text, 'met its plan', { body: { kind: 'claim', status: 'completed' } });
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });

let workspace: TestWorkspace;
/** The groups in the order in which they were done: the article, then the three annotations. */
let groups: readonly GroupId[];

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text, [works, claim, day]);
  const { store, queries } = workspace;
  const { steps } = await queries.history(store.state.undoStack, { limit: 100 });
  groups = steps.map(({ groupId }) => groupId).toReversed();
});

afterEach(() => workspace.database.close());

function shown() {
  const { article, selected, reveal, notices } = workspace.screen.getState();
  return {
    annotations: article?.index.ordered.map(({ id }) => id),
    selected,
    reveal,
    notices: notices.map(({ kind }) => kind),
  };
}

function target(index: number): GroupId {
  const groupId = groups[index];
  if (!groupId) throw new Error(`no step ${index}`);
  return groupId;
}

describe('goTo', () => {
  it('goes back, and shows where the last thing was taken away', async () => {
    workspace.screen.setState({ selected: works.id });
    await goTo(workspace, target(1));
    expect(shown()).toEqual({
      annotations: [works.id],
      selected: null,
      reveal: claim.fragments[0],
      notices: ['went-back'],
    });
  });

  it('goes forward, and selects what came last', async () => {
    await goTo(workspace, target(0));
    await goTo(workspace, target(2));
    expect(shown()).toEqual({
      annotations: [works.id, claim.id],
      selected: claim.id,
      reveal: claim.fragments[0],
      notices: ['went-forward'],
    });
  });

  it('shows the article again when it was left', async () => {
    await workspace.shown.close();
    await goTo(workspace, target(1));
    expect(shown().annotations).toEqual([works.id]);
  });

  it('leaves the screen alone when the article itself is gone', async () => {
    await goTo(workspace, null);
    expect(shown()).toMatchObject({ annotations: [], reveal: null, notices: ['went-back'] });
    expect(await workspace.queries.listArticles()).toEqual([]);
  });

  it('brings all back after going to before the first step', async () => {
    await goTo(workspace, null);
    await goTo(workspace, target(3));
    const counts = { enterprise: 1, claim: 1, date: 1 };
    expect(await workspace.queries.listArticles()).toMatchObject([{ counts }]);
    expect(shown()).toMatchObject({ selected: day.id, notices: ['went-forward'] });
  });

  const nothing = [
    { name: 'the step where the project is', to: () => target(3) },
    { name: 'a step that was never there', to: () => makeId('grp', 'nowhere') },
  ];
  it.each(nothing)('says and shows nothing for $name', async ({ to }) => {
    const before = shown();
    await goTo(workspace, to());
    expect(shown()).toEqual(before);
  });

  it('puts its notice in the place of one whose undo would now take back something else', async () => {
    const { label } =
      succeed(await workspace.store.apply(deleteAnnotation(works)))[0]?.change ?? {};
    if (!label) throw new Error('nothing was deleted');
    workspace.screen.setState({ notices: [{ id: 1, kind: 'done', label }] });
    await goTo(workspace, target(1));
    expect(shown().notices).toEqual(['went-back']);
  });
});

describe('step', () => {
  it('takes back and does again one step, and shows its place', async () => {
    await step(workspace, 'undo');
    expect(shown()).toMatchObject({ annotations: [works.id, claim.id], selected: null });
    await step(workspace, 'redo');
    expect(shown()).toMatchObject({ selected: day.id, reveal: day.fragments[0] });
  });

  it.each([
    { order: 'first', at: 0 },
    { order: 'last', at: 1 },
  ])('stays in the article that is read when a step touched others too: $order', async ({ at }) => {
    const { store, screen } = workspace;
    const own = screen.getState().article?.id;
    const other = buildArticle({ id: makeId('art', 'other') });
    const theirs = annotationOf(text, 'Kangan', { id: 'theirs', articleId: other.id });
    await store.apply({
      label: { code: 'open-articles', count: 1, title: other.title },
      records: [{ table: 'articles', id: other.id, before: null, after: other }],
    });
    await store.apply(annotate(theirs));
    const records = [...deleteAnnotation(works).records];
    records.splice(at === 0 ? 1 : 0, 0, ...deleteAnnotation(theirs).records);
    await store.apply({ label: { code: 'delete-annotations', count: 2 }, records });
    await step(workspace, 'undo');
    expect(screen.getState().article?.id).toBe(own);
    expect(shown().selected).toBe(works.id);
  });

  it('says nothing when there is nothing to do again', async () => {
    const before = shown();
    await step(workspace, 'redo');
    expect(shown()).toEqual(before);
  });
});
