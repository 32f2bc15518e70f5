import type { Annotation } from '../../../../core/annotation/annotation';
import { mentionKey } from '../../../../core/annotation/mention';
import type { Article } from '../../../../core/article';
import { differingFields } from '../../../../core/import/compare-records';
import type { ImportConflict, ImportPlan, NewArticle } from '../../../../core/import/import-plan';
import type { ImportedArticle } from '../../../../core/import/imported-article';
import { type ArticleMatch, matchArticles } from '../../../../core/import/match-articles';
import { type SortedAnnotations, sortAnnotations } from '../../../../core/import/sort-annotations';
import type { Workspace } from '../../workspace';
import { giveTurns } from '../give-turns';

/** How a comparison tells how far it is, in annotations, and how it is stopped. */
export interface CompareOptions {
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal: AbortSignal;
}

/** How many annotations are asked for by id at a time. */
const pageSize = 2_000;

/**
 * Holds the articles of a file against what is stored, article by article, and gives the page its turn between them. Null
 * when it was stopped. Nothing is written.
 */
export async function compareImport(
  workspace: Workspace,
  imported: readonly ImportedArticle[],
  { onProgress, signal }: CompareOptions,
): Promise<ImportPlan | null> {
  const { queries, newId } = workspace;
  const stored = (await queries.listArticles()).map(({ article }) => article);
  const matches = matchArticles(
    imported.map(({ article }) => article),
    stored,
  );
  const total = imported.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const takeTurns = giveTurns();
  const newArticles: NewArticle[] = [];
  const newAnnotations: Annotation[] = [];
  const conflicts: ImportConflict[] = [];
  let [done, sameArticles, same] = [0, 0, 0];

  for (const [index, one] of imported.entries()) {
    if (signal.aborted) return null;
    onProgress({ done, total });
    const match = matches[index] as ArticleMatch;
    const target = targetOf(match, newId);
    const sorted = await sortOne(workspace, attach(one, target), match.stored);
    const conflict = match.stored && articleConflict(match.stored, one.article);
    if (conflict) conflicts.push(conflict);
    else if (match.stored) sameArticles += 1;
    else newArticles.push({ article: target, text: one.text });
    for (const fresh of sorted.fresh) newAnnotations.push(fresh);
    for (const homonym of sorted.homonyms) newAnnotations.push({ ...homonym, id: newId('ann') });
    for (const { mine, theirs } of sorted.conflicts)
      conflicts.push({ key: mine.id, table: 'annotations', title: target.title, mine, theirs });
    same += sorted.same;
    done += one.annotations.length;
    await takeTurns();
  }
  if (signal.aborted) return null;
  onProgress({ done: total, total });
  const differing = conflicts.filter(({ table }) => table === 'annotations').length;
  return {
    articles: {
      fresh: newArticles.length,
      same: sameArticles,
      conflicting: conflicts.length - differing,
    },
    annotations: { fresh: newAnnotations.length, same, conflicting: differing },
    newArticles,
    newAnnotations,
    conflicts,
  };
}

/** The article to which the annotations of an imported one are attached. */
function targetOf({ imported, stored, idIsTaken }: ArticleMatch, newId: Workspace['newId']) {
  if (stored) return stored;
  return idIsTaken ? { ...imported, id: newId('art') } : imported;
}

function attach({ annotations }: ImportedArticle, { id }: Article): readonly Annotation[] {
  return annotations.map((annotation) =>
    annotation.articleId === id ? annotation : { ...annotation, articleId: id },
  );
}

async function sortOne(
  { queries }: Workspace,
  imported: readonly Annotation[],
  stored: Article | null,
): Promise<SortedAnnotations> {
  const ids = new Set<string>(imported.map(({ id }) => id));
  const mentions = new Set(imported.map(mentionKey));
  const others: Annotation[] = [];
  if (stored)
    for await (const page of queries.annotationPages(stored.id))
      for (const annotation of page)
        if (!ids.has(annotation.id) && mentions.has(mentionKey(annotation)))
          others.push(annotation);
  const byId = new Map<string, Annotation>();
  for (let start = 0; start < imported.length; start += pageSize) {
    const page = imported.slice(start, start + pageSize);
    for (const known of await queries.annotations(page.map(({ id }) => id)))
      byId.set(known.id, known);
  }
  return sortAnnotations(imported, { byId, others });
}

function articleConflict(mine: Article, theirs: Article): ImportConflict | null {
  const facts = differingFields('articles', mine, theirs);
  if (facts.length === 0) return null;
  return { key: mine.id, table: 'articles', title: mine.title, mine, theirs, facts };
}
