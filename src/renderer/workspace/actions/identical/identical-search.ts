import type { AnnotationBody } from '../../../../core/annotation/annotation';
import { AnnotationIndex } from '../../../../core/annotation/annotation-index';
import { identicalTo, sortPlaces } from '../../../../core/annotation/tag-all';
import type { Article } from '../../../../core/article';
import type { AnnotationId, ArticleId } from '../../../../core/ids';
import { type Context, contextOf } from '../../../../core/text/context';
import { findOccurrences, type MatchMode } from '../../../../core/text/occurrences';
import { splitParagraphs } from '../../../../core/text/paragraphs';
import { indexOfSpanAt } from '../../../../core/text/search-sorted';
import type { Span } from '../../../../core/text/span';
import type { Workspace } from '../../workspace';

/** What is done to every place of some words. */
export type IdenticalJob = 'tag' | 'delete';

/** Which places a person asks for. */
export interface IdenticalRequest {
  readonly job: IdenticalJob;
  readonly words: string;
  /** What the new annotations are to say; of a deletion only its kind counts. */
  readonly body: AnnotationBody;
  readonly mode: MatchMode;
  /** Of no account for a deletion: annotations are compared as a whole. */
  readonly wholeWords: boolean;
  /** One article, or every one. */
  readonly scope: 'article' | 'all';
  /** Which one that is; the open one when it is not said. */
  readonly articleId?: ArticleId | undefined;
}

/** One place to be tagged, or one annotation to be deleted. */
export interface IdenticalHit {
  /** Its own among the hits of a preview. */
  readonly key: string;
  readonly articleId: ArticleId;
  readonly title: string;
  /** BCP 47, where the article's language is known. */
  readonly language?: string;
  readonly span: Span;
  /** Counted from 1. */
  readonly paragraph: number;
  /** The words, with about 40 units on either side. */
  readonly context: Context;
  /** Of a deletion: the annotation. */
  readonly annotationId?: AnnotationId;
}

/** What one article holds of what was asked for. */
export interface ArticleHits {
  readonly hits: readonly IdenticalHit[];
  /** Places that are passed over: tagged already, or within a longer annotation of the kind. */
  readonly tagged: number;
  readonly inside: number;
}

const contextUnits = 40;

/** Looks through one article. Its text must be stored. */
export async function searchArticle(
  workspace: Workspace,
  article: Article,
  request: IdenticalRequest,
): Promise<ArticleHits> {
  return request.job === 'tag'
    ? placesToTag(workspace, article, request)
    : annotationsToDelete(workspace, article, request);
}

/** The whole stored text of an article. Throws when it is not there, which only a fault can bring about. */
export async function textOf({ screen, queries }: Workspace, article: Article): Promise<string> {
  const open = screen.getState().article;
  const text = open?.id === article.id ? open.text : await queries.text(article.textHash);
  if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
  return text;
}

/** The annotations of an article as they are now: the open article's own index, or what the store holds. */
export async function indexOf(
  { screen, queries }: Workspace,
  articleId: ArticleId,
): Promise<AnnotationIndex> {
  const open = screen.getState().article;
  if (open?.id === articleId) {
    await open.loaded;
    return open.index;
  }
  const index = new AnnotationIndex();
  for await (const page of queries.annotationPages(articleId)) index.load(page);
  return index;
}

async function placesToTag(
  workspace: Workspace,
  article: Article,
  request: IdenticalRequest,
): Promise<ArticleHits> {
  const text = await textOf(workspace, article);
  const places = findOccurrences(text, request.words, request);
  if (places.length === 0) return { hits: [], tagged: 0, inside: 0 };
  const index = await indexOf(workspace, article.id);
  const { kind } = request.body;
  const { coder } = workspace.screen.getState().settings;
  const sorted = sortPlaces(places, { kind, coder }, (span) => index.touching(span));
  const describe = describeIn(article, text);
  const hits = sorted.fresh.map((span) => ({
    ...describe(span),
    key: `${article.id} ${span.start}`,
  }));
  return { hits, tagged: sorted.tagged.length, inside: sorted.inside.length };
}

async function annotationsToDelete(
  workspace: Workspace,
  article: Article,
  { words, mode, body }: IdenticalRequest,
): Promise<ArticleHits> {
  const index = await indexOf(workspace, article.id);
  const isToGo = identicalTo({ words, mode, kind: body.kind });
  const annotations = index.ordered.filter(isToGo);
  if (annotations.length === 0) return { hits: [], tagged: 0, inside: 0 };
  const describe = describeIn(article, await textOf(workspace, article));
  const hits = annotations.map(({ id, fragments }) => ({
    ...describe(fragments[0]),
    key: id,
    annotationId: id,
  }));
  return { hits, tagged: 0, inside: 0 };
}

function describeIn(
  { id, title, language }: Article,
  text: string,
): (span: Span) => Omit<IdenticalHit, 'key'> {
  const paragraphs = splitParagraphs(text);
  return (span) => ({
    articleId: id,
    title,
    ...(language !== undefined && { language }),
    span,
    paragraph: indexOfSpanAt(paragraphs, span.start) + 1,
    context: contextOf(text, span, contextUnits),
  });
}
