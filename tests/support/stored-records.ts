import type { Annotation } from '../../src/core/annotation/annotation';
import type { Article } from '../../src/core/article';
import type { ArticleCounts } from '../../src/core/health/finding';
import type { AnnotationId, ArticleId } from '../../src/core/ids';
import { rowOfPage } from '../../src/renderer/storage/annotation-page';
import { changeAnnotations } from '../../src/renderer/storage/change-annotations';
import type { Database } from '../../src/renderer/storage/db';
import { annotationsInParts } from '../../src/renderer/storage/read-annotations';
import { recordOfRow } from '../../src/renderer/storage/record-rows';

/** All annotations of a store, by id. */
export async function annotationsIn(database: Database): Promise<readonly Annotation[]> {
  const found: Annotation[] = [];
  for await (const part of annotationsInParts(database, null)) found.push(...part);
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** All articles of a store, by id. */
export async function articlesIn(database: Database): Promise<readonly Article[]> {
  return (await database.articles.toArray()).map((row) => recordOfRow('articles', row));
}

/** The counts of all articles of a store that have annotations, by id. */
export async function countsIn(
  database: Database,
): Promise<readonly (ArticleCounts & { readonly articleId: ArticleId })[]> {
  const rows = await database.articles.toArray();
  return rows
    .filter(({ counts }) => counts.annotations > 0)
    .map(({ id, counts }) => ({ articleId: id, ...counts }));
}

/** Adds annotations past the log, for a test that needs many; the counts of their articles are not changed. */
export async function addAnnotations(
  database: Database,
  annotations: readonly Annotation[],
): Promise<void> {
  const { annotationPages } = database;
  await database.transaction('rw', annotationPages, async () =>
    changeAnnotations(
      database,
      annotations.map((after) => ({ table: 'annotations', id: after.id, before: null, after })),
    ),
  );
}

/** Makes of one stored annotation what `change` gives, past the log, in the page where it lies; null takes it away. */
export async function damageAnnotation(
  { annotationPages }: Database,
  id: AnnotationId,
  change: (annotation: Annotation) => object | null,
): Promise<void> {
  const page = await annotationPages.where('ids').equals(id).first();
  if (!page) throw new Error(`${id} is not stored`);
  const annotations = page.annotations.flatMap((one) =>
    one.id === id ? ((change(one) ?? []) as Annotation) : one,
  );
  const { names, words } = page;
  const ids = annotations.map((one) => one.id);
  const isWhole = annotations.every((one) => one.body && one.fragments);
  await annotationPages.put(
    isWhole ? rowOfPage({ ...page, annotations }) : { ...page, annotations, ids, names, words },
  );
}
