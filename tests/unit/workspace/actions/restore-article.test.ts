import { describe, expect, test } from 'vitest';
import {
  noteShown,
  restoreArticle,
} from '../../../../src/renderer/workspace/actions/restore-article';
import { openTestWorkspace, showText } from '../test-workspace';

/** A workspace whose article was open when the program ended. */
async function workspaceAtStart() {
  const workspace = await openTestWorkspace();
  const article = await showText(workspace, 'Furnace 2 has been lit.');
  const start = async (): Promise<boolean> => {
    workspace.screen.setState({ article: null });
    await restoreArticle(workspace);
    return workspace.screen.getState().article?.id === article.id;
  };
  return { workspace, start };
}

describe('the article that was open', () => {
  test('is shown at every start that goes well', async () => {
    const { workspace, start } = await workspaceAtStart();
    for (let starts = 0; starts < 4; starts += 1) {
      expect(await start()).toBe(true);
      await noteShown(workspace);
    }
  });

  test('is not shown a third time when the page was lost over it twice, which is said', async () => {
    const { workspace, start } = await workspaceAtStart();
    expect([await start(), await start(), await start()]).toEqual([true, true, false]);
    expect(workspace.screen.getState().notices).toMatchObject([
      { kind: 'page-lost', fileName: 'steel.txt' },
    ]);
    expect(await start()).toBe(false);
  });
});
