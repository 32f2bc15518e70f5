import type { AnnotationId, ArticleId } from '../../../core/ids';
import type { Workspace } from '../workspace';
import { leaveHere } from './leave-here';
import { selectAnnotation } from './reader/walk';

/** Shows an annotation in its text, whichever article it is of; nothing happens when it is gone. */
export async function goToAnnotation(
  workspace: Workspace,
  id: AnnotationId,
  articleId: ArticleId,
): Promise<void> {
  leaveHere(workspace);
  const { shown, screen, queries } = workspace;
  if (!(await shown.show(articleId))) return;
  const annotation = screen.getState().article?.index.get(id) ?? (await queries.annotation(id));
  // Another may have been asked for meanwhile.
  if (!annotation || screen.getState().article?.id !== articleId) return;
  screen.setState({ view: 'read' });
  selectAnnotation(workspace, annotation);
}
