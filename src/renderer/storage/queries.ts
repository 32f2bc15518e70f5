import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import { type Article, compareArticles } from '../../core/article';
import type { KindCounts } from '../../core/health/finding';
import type { AnnotationId, ArticleId, Sha256 } from '../../core/ids';
import {
  annotationPages,
  annotationsNear,
  annotationsOf,
  type NearAnnotations,
} from './annotation-pages';
import type { Database } from './db';
import { type History, type HistoryRequest, readHistory } from './history';
import { annotationOfRow, recordPages } from './record-rows';
import type { UndoStack } from './undo-stack';

/** How many records are read at a time. */
const pageSize = 5_000;

/** An article as lists show it. */
export interface ListedArticle {
  readonly article: Article;
  readonly counts: KindCounts;
}

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
  /** The annotations of all articles by id, page by page. */
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
    article: async (id) => (await database.articles.get(id)) ?? null,
    articleOfFile: async (sha256) =>
      (await database.articles.where('source.sha256').equals(sha256).first()) ?? null,
    listArticles: () => listArticles(database),
    text: async (hash) => (await database.texts.get(hash))?.text ?? null,
    annotationPages: (articleId, size) => annotationPages(database, articleId, size),
    annotationsNear: (articleId, offset) => annotationsNear(database, articleId, offset),
    allAnnotationPages: () => recordPages(database, 'annotations', pageSize),
    annotations: (ids) => annotationsOf(database, ids),
    annotation: async (id) => {
      const row = await database.annotations.get(id);
      return row ? annotationOfRow(row) : null;
    },
    countAnnotations: (articleId) =>
      articleId
        ? database.annotations
            .where('[articleId+start]')
            .between([articleId, Dexie.minKey], [articleId, Dexie.maxKey])
            .count()
        : database.annotations.count(),
    enterpriseNames: () => uniqueStrings(database, 'body.name'),
    enterpriseWords: () => uniqueStrings(database, 'enterpriseWords'),
    history: (stack, request) => readHistory(database, stack, request),
    readState: async (key) => (await database.state.get(key))?.value,
    writeState: async (key, value) => {
      await database.state.put({ key, value });
    },
  };
}

async function uniqueStrings(
  database: Database,
  index: 'body.name' | 'enterpriseWords',
): Promise<readonly string[]> {
  const keys = await database.annotations.orderBy(index).uniqueKeys();
  return keys.filter((key) => typeof key === 'string');
}

async function listArticles(database: Database): Promise<readonly ListedArticle[]> {
  const [articles, counts] = await Promise.all([
    database.articles.toArray(),
    database.counts.toArray(),
  ]);
  const countsOf = new Map(counts.map((row) => [row.articleId, row]));
  return articles.toSorted(compareArticles).map((article) => {
    const { enterprise = 0, claim = 0, date = 0 } = countsOf.get(article.id) ?? {};
    return { article, counts: { enterprise, claim, date } };
  });
}
