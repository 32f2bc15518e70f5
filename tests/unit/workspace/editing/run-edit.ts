import 'fake-indexeddb/auto';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { ArticleId } from '../../../../src/core/ids';
import {
  changeKind,
  setBody,
  setNote,
} from '../../../../src/renderer/workspace/actions/annotations';
import {
  editArticle,
  removeArticle,
  setArticleNote,
} from '../../../../src/renderer/workspace/actions/library/articles';
import { setWorkStatus } from '../../../../src/renderer/workspace/actions/library/work';
import { removeFragment } from '../../../../src/renderer/workspace/actions/reader/adjust';
import {
  changeKinds,
  nameEnterprises,
  removeAnnotations,
} from '../../../../src/renderer/workspace/actions/table/annotation-sets';
import { annotationsIn } from '../../../support/stored-records';
import type { TestWorkspace } from '../test-workspace';
import type { CommandOf } from './commands';

/** The thing of this number among `all`, counted round; undefined when there is none. */
export function chosen<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}

/** By id, so that the same number is the same one whichever article is open. */
function allAnnotations({ database }: TestWorkspace): Promise<readonly Annotation[]> {
  return annotationsIn(database);
}

/** Changes several annotations, of whichever articles, as one step. */
export async function changeSet(
  workspace: TestWorkspace,
  command: CommandOf<'remove-set' | 'kind-set' | 'name-set'>,
): Promise<void> {
  const all = await allAnnotations(workspace);
  const ids = command.of.flatMap((number) => chosen(all, number)?.id ?? []);
  switch (command.act) {
    case 'remove-set':
      return removeAnnotations(workspace, ids);
    case 'kind-set':
      return changeKinds(workspace, ids, command.kind);
    case 'name-set':
      return nameEnterprises(workspace, ids, command.value);
  }
}

/** Changes one annotation as the inspector does. */
export async function changeAnnotation(
  workspace: TestWorkspace,
  command: CommandOf<
    'change-kind' | 'set-name' | 'set-date' | 'set-note' | 'set-status' | 'remove-fragment'
  >,
): Promise<void> {
  const inArticle = workspace.screen.getState().article?.index.ordered ?? [];
  // The words of an article that is not open cannot be had: only fields may still be stored when it was left.
  const isField = command.act !== 'remove-fragment';
  const annotation = chosen(isField ? await allAnnotations(workspace) : inArticle, command.of);
  if (!annotation) return;
  const { id } = annotation;
  switch (command.act) {
    case 'change-kind':
      return changeKind(workspace, id, command.kind);
    case 'set-name':
      return setBody(workspace, id, { kind: 'enterprise', name: command.value || undefined });
    case 'set-date': {
      const { value } = command;
      return setBody(workspace, id, {
        kind: 'date',
        edtf: value ?? undefined,
        basis: value === null ? undefined : { by: 'hand' },
      });
    }
    case 'set-note':
      return setNote(workspace, id, command.note);
    case 'set-status':
      return setBody(workspace, id, { kind: 'claim', status: command.status });
    case 'remove-fragment':
      return removeFragment(workspace, id, command.fragment % annotation.fragments.length);
  }
}

/** Changes what is said of an article, removes it, or shows it. */
export async function changeOrShowArticle(
  workspace: TestWorkspace,
  command: CommandOf<
    | 'set-work-status'
    | 'set-article-note'
    | 'set-title'
    | 'set-published'
    | 'remove-article'
    | 'show-article'
  >,
): Promise<void> {
  const articles = await workspace.queries.listArticles();
  const id: ArticleId | undefined = chosen(articles, command.article)?.article.id;
  if (!id) return;
  switch (command.act) {
    case 'set-work-status':
      return setWorkStatus(workspace, id, command.status);
    case 'set-article-note':
      return setArticleNote(workspace, id, command.note);
    case 'set-title':
      return editArticle(workspace, id, { title: command.title });
    case 'set-published': {
      const { date } = command;
      return editArticle(workspace, id, {
        published: date === null ? undefined : { date, basis: 'user' },
      });
    }
    case 'remove-article':
      return removeArticle(workspace, id);
    case 'show-article':
      await workspace.shown.show(id);
  }
}
