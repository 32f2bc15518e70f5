import type { AnnotationId, ArticleId } from '../../../core/ids';
import type { AnnotationEdit, ArticleEdit } from '../../panels/inspector/inspector-edits';
import { changeKind, setBody, setNote } from '../../workspace/actions/annotations';
import { editArticle, setArticleNote } from '../../workspace/actions/library/articles';
import { setWorkStatus } from '../../workspace/actions/library/work';
import type { Workspace } from '../../workspace/workspace';

/** Stores what was changed of an annotation in the inspector. */
export function applyAnnotationEdit(
  workspace: Workspace,
  id: AnnotationId,
  edit: AnnotationEdit,
): Promise<void> {
  switch (edit.field) {
    case 'kind':
      return changeKind(workspace, id, edit.kind);
    case 'body':
      return setBody(workspace, id, edit.fields);
    case 'note':
      return setNote(workspace, id, edit.note);
  }
}

/** Stores what was changed of an article's facts in the inspector. */
export function applyArticleEdit(
  workspace: Workspace,
  id: ArticleId,
  edit: ArticleEdit,
): Promise<void> {
  switch (edit.field) {
    case 'title':
      return editArticle(workspace, id, { title: edit.title });
    case 'published':
      return editArticle(workspace, id, {
        published: edit.date === null ? undefined : { date: edit.date, basis: 'user' },
      });
    case 'outlet':
    case 'language':
    case 'url':
      return editArticle(workspace, id, { [edit.field]: edit.value ?? undefined });
    case 'status':
      return setWorkStatus(workspace, id, edit.status);
    case 'note':
      return setArticleNote(workspace, id, edit.note);
  }
}
