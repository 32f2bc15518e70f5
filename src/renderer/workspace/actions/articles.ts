import type { Annotation } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { RecordChange } from '../../../core/change';
import type { ArticleId } from '../../../core/ids';
import { sameValue } from '../../../core/same-value';
import { tell } from '../screen';
import type { Workspace } from '../workspace';

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
  { queries, store }: Workspace,
  id: ArticleId,
  facts: { readonly [Fact in keyof ArticleFacts]?: ArticleFacts[Fact] | undefined },
): Promise<void> {
  if (facts.title === '') return;
  await store.applyLatest(async () => {
    const before = await queries.article(id);
    if (!before) return null;
    const merged = Object.entries({ ...before, ...facts }).filter(
      ([, value]) => value !== undefined,
    );
    const after = Object.fromEntries(merged) as unknown as Article;
    if (sameValue(before, after)) return null;
    return {
      label: { code: 'edit-article', title: after.title },
      records: [{ table: 'articles', id, before, after }],
    };
  });
}

function deletionOf(annotation: Annotation): RecordChange {
  return { table: 'annotations', id: annotation.id, before: annotation, after: null };
}
