import type { AnnotationId, ArticleId } from '../../../core/ids';
import type { Workspace } from '../workspace';
import { leaveHere } from './leave-here';
import { showArticle } from './show-article';
import { selectAnnotation } from './walk';

/** Shows an annotation in its text, whichever article it is of; nothing happens when it is gone. */
export async function goToAnnotation(
  workspace: Workspace,
  id: AnnotationId,
  articleId: ArticleId,
): Promise<void> {
  leaveHere(workspace);
  await showArticle(workspace, articleId);
  const { article } = workspace.screen.getState();
  const annotation = article?.index.get(id) ?? (await workspace.queries.annotation(id));
  if (!annotation || article?.id !== articleId) return;
  workspace.screen.setState({ view: 'read' });
  selectAnnotation(workspace, annotation);
}
