import { extentOf } from '../../../../core/annotation/annotation';
import type { ChangeEntry } from '../../../../core/change';
import type { GroupId } from '../../../../core/ids';
import { tell } from '../../screen';
import type { Asked } from '../../shown-article';
import type { Workspace } from '../../workspace';
import { goToOffset } from '../reader/caret';
import { selectAnnotation } from '../reader/walk';
import { visitArticle } from '../show-article';

/** Takes back, or does again, one step, and shows the place that it touched. */
export async function step(workspace: Workspace, act: 'undo' | 'redo'): Promise<void> {
  const asked = workspace.shown.ask();
  const outcome = await workspace.store[act]();
  if (outcome.ok) await show(workspace, outcome.value[0], asked);
}

/**
 * Goes back or forward to right after `target`, to before the first step when it is null, and shows the place touched
 * last. Nothing happens when `target` is where the project is, or can be reached no more.
 */
export async function goTo(workspace: Workspace, target: GroupId | null): Promise<void> {
  const asked = workspace.shown.ask();
  const outcome = await workspace.store.goTo(target);
  if (!outcome.ok) return;
  const entry = outcome.value.at(-1);
  const steps = new Set(outcome.value.map(({ groupId }) => groupId)).size;
  if (!entry || steps < 2) {
    await show(workspace, entry, asked);
    return;
  }
  tell(workspace.screen, { kind: entry.act === 'undo' ? 'went-back' : 'went-forward', steps });
  await showPlaceOf(workspace, entry, asked);
}

async function show(
  workspace: Workspace,
  entry: ChangeEntry | undefined,
  asked: Asked,
): Promise<void> {
  if (!entry) return;
  const kind = entry.act === 'undo' ? 'undone' : 'redone';
  tell(workspace.screen, { kind, label: entry.change.label });
  await showPlaceOf(workspace, entry, asked);
}

/** An annotation that a step has taken away is selected no more, whatever the last step was about. */
function dropSelectionGone({ screen }: Workspace): void {
  const { article, selected } = screen.getState();
  if (selected && !article?.index.get(selected)) screen.setState({ selected: null });
}

async function showPlaceOf(
  workspace: Workspace,
  { change }: ChangeEntry,
  asked: Asked,
): Promise<void> {
  dropSelectionGone(workspace);
  const records = change.records.filter((record) => record.table === 'annotations');
  // Of a step over several articles, the one that is being read stays.
  const open = workspace.screen.getState().article?.id;
  const record =
    records.find(({ before, after }) => (after ?? before)?.articleId === open) ?? records[0];
  const annotation = record?.after ?? record?.before;
  if (!record || !annotation || !(await workspace.queries.article(annotation.articleId))) return;
  if (!(await visitArticle(workspace, annotation.articleId, asked))) return;
  if (record.after) {
    selectAnnotation(workspace, record.after);
    return;
  }
  const extent = extentOf(annotation);
  goToOffset(workspace, extent.start);
  workspace.screen.setState({ reveal: extent });
}
