import { afterEach, beforeEach, expect, it } from 'vitest';
import { annotate } from '../../../../../src/core/annotation/edits';
import { makeId } from '../../../../../src/core/ids';
import { goToUntagged } from '../../../../../src/renderer/workspace/actions/reader/go-to-untagged';
import { annotationOf } from '../../../../support/builders';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from '../../test-workspace';

const text = 'The Unsan Quarry and the Rimyong Paper Mill sent stone to Namgang.';
const other = 'News of the Unsan quarry, the Rimyong Paper Mill and a pier.';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text);
});

afterEach(() => workspace.database.close());

const elsewhere = { articleId: makeId('art', 'elsewhere') };
const selected = (): string | null => {
  const { selection } = workspace.screen.getState();
  return selection && text.slice(selection.start, selection.end);
};

const cases = [
  {
    name: 'words tagged as an enterprise in another article',
    annotation: annotationOf(other, 'Unsan quarry', elsewhere),
    found: 'Unsan Quarry',
  },
  {
    name: 'a name given to an enterprise of another article',
    annotation: annotationOf(other, 'pier', {
      ...elsewhere,
      body: { kind: 'enterprise', name: 'Namgang' },
    }),
    found: 'Namgang',
  },
  {
    name: 'no words of a claim',
    annotation: annotationOf(other, 'Rimyong Paper Mill', {
      ...elsewhere,
      body: { kind: 'claim', status: 'planned' },
    }),
    found: null,
  },
];
it.each(cases)('finds $name', async ({ annotation, found }) => {
  succeed(await workspace.store.apply(annotate(annotation)));
  await goToUntagged(workspace);
  expect(selected()).toBe(found);
  const told = workspace.screen.getState().notices.map(({ kind }) => kind);
  expect(told).toEqual(found === null ? ['none-untagged'] : []);
});
