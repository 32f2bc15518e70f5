import type { ArticleId } from '../../../core/ids';
import type { Asked } from '../shown-article';
import type { Workspace } from '../workspace';
import { leaveHere } from './leave-here';

/**
 * Goes to an article, with a way back to the place left; true when it is shown then. Whoever learns which article it is
 * some time after the person has `asked` says since when.
 */
export async function visitArticle(
  workspace: Workspace,
  id: ArticleId,
  asked: Asked = workspace.shown.ask(),
): Promise<boolean> {
  const { shown, screen } = workspace;
  if (shown.isWanted(asked) && screen.getState().article?.id !== id) leaveHere(workspace);
  return shown.show(id, asked);
}

/** Shows the article after or before the open one in the order of the library, or the first or last of it. */
export async function showNeighbour(workspace: Workspace, direction: 1 | -1): Promise<void> {
  const { library, shown } = workspace;
  const asked = shown.ask();
  await library.read();
  const { articles } = library;
  const open = workspace.screen.getState().article?.id;
  const at = articles.findIndex(({ id }) => id === open);
  const from = at < 0 && direction === -1 ? articles.length : at;
  const next = articles[(from + direction + articles.length) % articles.length];
  if (next) await visitArticle(workspace, next.id, asked);
}

/** Shows the table of annotations in the place of the text, or the text again. */
export function toggleTable({ screen }: Workspace): void {
  screen.setState(({ view }) => ({
    view: view === 'read' ? 'table' : 'read',
    choosing: null,
    adjusting: null,
  }));
}
