import type { Annotation } from '../../../../core/annotation/annotation';
import type { Article } from '../../../../core/article';
import type { ChangeLabel, RecordChange } from '../../../../core/change';
import type { ArticleId } from '../../../../core/ids';
import { type Patch, patch } from '../../../../core/records/patch';
import { sameValue } from '../../../../core/same-value';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';

/** The facts of an article that a person may correct. */
export type ArticleFacts = Pick<Article, 'title' | 'outlet' | 'language' | 'published' | 'url'>;

/** Takes an article and its annotations away, as one step of undo. */
export async function removeArticle(workspace: Workspace, id: ArticleId): Promise<void> {
  const { queries, store, screen } = workspace;
  const outcome = await store.applyLatest(async () => {
    const article = await queries.article(id);
    if (!article) return null;
    const records: RecordChange[] = [];
    for await (const page of queries.annotationPages(id)) records.push(...page.map(deletionOf));
    records.push({ table: 'articles', id, before: article, after: null });
    return { label: { code: 'remove-article', title: article.title }, records };
  });
  const [entry] = outcome.ok ? outcome.value : [];
  if (entry) tell(screen, { kind: 'done', label: entry.change.label });
}

/** Corrects facts of an article; a fact given as undefined is taken away, and an empty title is not taken. */
export async function editArticle(
  workspace: Workspace,
  id: ArticleId,
  facts: Patch<ArticleFacts>,
): Promise<void> {
  if (facts.title === '') return;
  await changeArticle(workspace, id, (before) => {
    const after = patch<Article>(before, facts);
    return { after, label: { code: 'edit-article', title: after.title } };
  });
}

/** Sets the note on an article as a whole; an empty one takes it away. */
export async function setArticleNote(
  workspace: Workspace,
  id: ArticleId,
  note: string,
): Promise<void> {
  await changeArticle(workspace, id, (before) => ({
    after: patch(before, { note: note === '' ? undefined : note }),
    label: { code: 'edit-article-note', title: before.title },
  }));
}

/** What an article becomes, and what the history says of it. */
export interface ArticleChange {
  readonly after: Article;
  readonly label: ChangeLabel;
}

/**
 * Applies what `change` makes of an article as it is when all acts before have been applied. Nothing is stored for null,
 * for an article that is gone, and for one that stays as it is. Returns the label of what was stored, or null.
 */
export async function changeArticle(
  { queries, store }: Workspace,
  id: ArticleId,
  change: (before: Article) => ArticleChange | null | Promise<ArticleChange | null>,
): Promise<ChangeLabel | null> {
  const outcome = await store.applyLatest(async () => {
    const before = await queries.article(id);
    const made = before && (await change(before));
    if (!made || sameValue(before, made.after)) return null;
    return {
      label: made.label,
      records: [{ table: 'articles', id, before, after: made.after }],
    };
  });
  const [entry] = outcome.ok ? outcome.value : [];
  return entry?.change.label ?? null;
}

function deletionOf(annotation: Annotation): RecordChange {
  return { table: 'annotations', id: annotation.id, before: annotation, after: null };
}
