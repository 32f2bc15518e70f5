import { extentOf } from '../../../core/annotation/annotation';
import type { ChangeEntry } from '../../../core/change';
import { tell } from '../screen';
import type { Workspace } from '../workspace';
import { showArticle } from './show-article';

/** Takes back, or does again, one step, and shows the place that it touched. */
export async function step(workspace: Workspace, act: 'undo' | 'redo'): Promise<void> {
  const { store, screen } = workspace;
  const outcome = await store[act]();
  const [entry] = outcome.ok ? outcome.value : [];
  if (!entry) return;
  tell(screen, { kind: act === 'undo' ? 'undone' : 'redone', label: entry.change.label });
  await showPlaceOf(workspace, entry);
}

async function showPlaceOf(workspace: Workspace, { change }: ChangeEntry): Promise<void> {
  const record = change.records.find(({ table }) => table === 'annotations');
  if (record?.table !== 'annotations') return;
  const annotation = record.after ?? record.before;
  if (!annotation || !(await workspace.queries.article(annotation.articleId))) return;
  await showArticle(workspace, annotation.articleId);
  workspace.screen.setState({
    selected: record.after ? annotation.id : null,
    reveal: extentOf(annotation),
  });
}
