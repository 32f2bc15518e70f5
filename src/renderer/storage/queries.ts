import type { Annotation } from '../../core/annotation/annotation';
import { type Article, compareArticles } from '../../core/article';
import type { AnnotationId, ArticleId, Sha256 } from '../../core/ids';
import type { ArticleRow } from './article-row';
import type { Database } from './db';
import { type History, type HistoryRequest, readHistory } from './history';
import {
  annotationsByIds,
  annotationsInParts,
  annotationsNear,
  type NearAnnotations,
} from './read-annotations';
import { recordOfRow } from './record-rows';
import { type ListedArticle, readLibrary } from './stored-library';
import type { UndoStack } from './undo-stack';

/** What the rest of the program may ask the store. Everything comes back as it is stored at that moment. */
export interface Queries {
  article(id: ArticleId): Promise<Article | null>;
  /** The article made from a file with these bytes. */
  articleOfFile(sha256: Sha256): Promise<Article | null>;
  /** All articles with their counts, in the order of `compareArticles`. */
  listArticles(): Promise<readonly ListedArticle[]>;
  text(hash: Sha256): Promise<string | null>;
  /** The annotations of one article by start, page by page of about `size`, so that no more than a page is held at once. */
  annotationPages(articleId: ArticleId, size?: number): AsyncGenerator<readonly Annotation[]>;
  /** The annotations of one article with which reading begins at `offset`, in UTF-16 units; all when they are few. */
  annotationsNear(articleId: ArticleId, offset: number): Promise<NearAnnotations>;
  /** The annotations of all articles, by article and in reading order, page by page. */
  allAnnotationPages(): AsyncGenerator<readonly Annotation[]>;
  annotation(id: AnnotationId): Promise<Annotation | null>;
  /** Those with these ids, in their order; those that are not there are left out. */
  annotations(ids: readonly AnnotationId[]): Promise<readonly Annotation[]>;
  countAnnotations(articleId: ArticleId | null): Promise<number>;
  /** Every name given to an enterprise, once, in order. */
  enterpriseNames(): Promise<readonly string[]>;
  /** Every stretch of words tagged as an enterprise, once, in order; what `enterpriseWordsOf` leaves out is not there. */
  enterpriseWords(): Promise<readonly string[]>;
  /** The steps that `stack` can undo and redo, newest first. */
  history(stack: UndoStack, request: HistoryRequest): Promise<History>;
  readState(key: string): Promise<unknown>;
  writeState(key: string, value: unknown): Promise<void>;
}

/** The queries over an open database. */
export function queriesOver(database: Database): Queries {
  return {
    article: async (id) => articleOf(await database.articles.get(id)),
    articleOfFile: async (sha256) =>
      articleOf(await database.articles.where('source.sha256').equals(sha256).first()),
    listArticles: async () =>
      (await readLibrary(database)).toSorted((a, b) => compareArticles(a.article, b.article)),
    text: async (hash) => (await database.texts.get(hash))?.text ?? null,
    annotationPages: (articleId, size) => annotationsInParts(database, articleId, size),
    annotationsNear: (articleId, offset) => annotationsNear(database, articleId, offset),
    allAnnotationPages: () => annotationsInParts(database, null),
    annotations: (ids) => annotationsByIds(database, ids),
    annotation: async (id) => (await annotationsByIds(database, [id]))[0] ?? null,
    countAnnotations: async (articleId) =>
      articleId
        ? ((await database.articles.get(articleId))?.counts.annotations ?? 0)
        : database.annotationPages.orderBy('ids').count(),
    enterpriseNames: () => uniqueStrings(database, 'names'),
    enterpriseWords: () => uniqueStrings(database, 'words'),
    history: (stack, request) => readHistory(database, stack, request),
    readState: async (key) => (await database.state.get(key))?.value,
    writeState: async (key, value) => {
      await database.state.put({ key, value });
    },
  };
}

function articleOf(row: ArticleRow | undefined): Article | null {
  return row ? recordOfRow('articles', row) : null;
}

async function uniqueStrings(
  { annotationPages }: Database,
  index: 'names' | 'words',
): Promise<readonly string[]> {
  const keys = await annotationPages.orderBy(index).uniqueKeys();
  return keys.filter((key) => typeof key === 'string');
}
