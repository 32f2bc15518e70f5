import type { Annotation } from '../../../../core/annotation/annotation';
import type { AnnotationIndex } from '../../../../core/annotation/annotation-index';
import { createAnnotation } from '../../../../core/annotation/edits';
import {
  annotateAll,
  deleteAll,
  identicalTo,
  sortPlaces,
} from '../../../../core/annotation/tag-all';
import type { Article } from '../../../../core/article';
import type { Change } from '../../../../core/change';
import type { AnnotationId, ArticleId } from '../../../../core/ids';
import type { OpenArticle } from '../../open-article';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';
import { giveTurns } from '../give-turns';
import {
  type IdenticalHit,
  type IdenticalRequest,
  indexOf,
  searchArticle,
  textOf,
} from './identical-search';

/** What would be done, for a person to look at before it is. */
export interface IdenticalPreview {
  readonly request: IdenticalRequest;
  /** To be tagged or deleted: by article in the order of the library, in text order. */
  readonly hits: readonly IdenticalHit[];
  /** How many articles the hits lie in. */
  readonly articles: number;
  /** Places of the words in all, those that are passed over included. */
  readonly found: number;
  /** Passed over, since an annotation of the kind is there already. */
  readonly tagged: number;
  /** Passed over, since they lie within a longer annotation of the kind. */
  readonly inside: number;
}

/** How many articles have been looked through, of how many. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

/** What a search tells while it runs, and how it is stopped. */
export interface SearchOptions {
  readonly onProgress: (progress: SearchProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Looks for every place of the words asked for. All articles are read one at a time, and the page gets its turn between
 * them. Null when it was stopped.
 */
export async function findIdentical(
  workspace: Workspace,
  request: IdenticalRequest,
  { onProgress, signal }: SearchOptions,
): Promise<IdenticalPreview | null> {
  const articles = await articlesIn(workspace, request);
  const takeTurns = giveTurns();
  const hits: IdenticalHit[] = [];
  let holding = 0;
  let tagged = 0;
  let inside = 0;
  for (const [done, article] of articles.entries()) {
    if (signal.aborted) return null;
    onProgress({ done, total: articles.length });
    const found = await searchArticle(workspace, article, request);
    for (const hit of found.hits) hits.push(hit);
    if (found.hits.length > 0) holding += 1;
    tagged += found.tagged;
    inside += found.inside;
    await takeTurns();
  }
  if (signal.aborted) return null;
  onProgress({ done: articles.length, total: articles.length });
  const found = hits.length + tagged + inside;
  return { request, hits, articles: holding, found, tagged, inside };
}

/**
 * Tags the places of a preview, but for those whose keys are in `excluded`, as one step of undo. A place that has been
 * tagged since, and one of an article that has gone, is passed over. Returns how many annotations were made.
 */
export async function applyTagAll(
  workspace: Workspace,
  preview: IdenticalPreview,
  excluded: ReadonlySet<string>,
): Promise<number> {
  const { body, words } = preview.request;
  const { newId, screen } = workspace;
  return applyToAll(workspace, preview, excluded, {
    here: ({ id, text, index }, hits) => [{ articleId: id, text, index, hits }],
    anywhere: async (groups) => {
      const places: PlacesToTag[] = [];
      for (const { article, hits } of groups) {
        const { id } = article;
        const [text, index] = [await textOf(workspace, article), await indexOf(workspace, id)];
        places.push({ articleId: id, text, index, hits });
      }
      return places;
    },
    build: (places, at) => {
      const { coder } = screen.getState().settings;
      const made = places.flatMap(({ articleId, text, index, hits }) => {
        const spans = hits.map(({ span }) => span);
        const tagging = { kind: body.kind, coder };
        const { fresh } = sortPlaces(spans, tagging, (span) => index.touching(span));
        return fresh.map((span) =>
          createAnnotation({ id: newId('ann'), articleId, text, span, body, coder, at }),
        );
      });
      return annotateAll(made, words);
    },
  });
}

/** Places of one article, with what is known of it. */
interface PlacesToTag {
  readonly articleId: ArticleId;
  readonly text: string;
  readonly index: AnnotationIndex;
  readonly hits: readonly IdenticalHit[];
}

/**
 * Deletes the annotations of a preview, but for those whose keys are in `excluded`, as one step of undo. One that has
 * gone since, or no longer has the kind and the words, is passed over. Returns how many were deleted.
 */
export async function applyDeleteAll(
  workspace: Workspace,
  preview: IdenticalPreview,
  excluded: ReadonlySet<string>,
): Promise<number> {
  const { words, mode, body } = preview.request;
  const isToGo = identicalTo({ words, mode, kind: body.kind });
  const deleted = new Set<string>();
  const count = await applyToAll<readonly Annotation[]>(workspace, preview, excluded, {
    here: ({ index }, hits) => idsOf(hits).flatMap((id) => index.get(id) ?? []),
    anywhere: (groups) => workspace.queries.annotations(groups.flatMap(({ hits }) => idsOf(hits))),
    build: (found) => {
      const annotations = found.filter(isToGo);
      for (const { id } of annotations) deleted.add(id);
      return deleteAll(annotations, words);
    },
  });
  const { selected } = workspace.screen.getState();
  if (count > 0 && selected && deleted.has(selected)) workspace.screen.setState({ selected: null });
  return count;
}

function idsOf(hits: readonly IdenticalHit[]): readonly AnnotationId[] {
  return hits.flatMap(({ annotationId }) => annotationId ?? []);
}

/** The hits of one article that is still there. */
interface HitGroup {
  readonly article: Article;
  readonly hits: readonly IdenticalHit[];
}

/** How the hits of a preview become a change. */
interface BulkEdit<Found> {
  /** What the change is made from, when all hits are of the open article, which is whole. */
  readonly here: (open: OpenArticle, hits: readonly IdenticalHit[]) => Found;
  /** The same from what is stored. */
  readonly anywhere: (groups: readonly HitGroup[]) => Promise<Found>;
  readonly build: (found: Found, at: string) => Change | null;
}

async function applyToAll<Found>(
  { store, queries, screen }: Workspace,
  { hits }: IdenticalPreview,
  excluded: ReadonlySet<string>,
  { here, anywhere, build }: BulkEdit<Found>,
): Promise<number> {
  const wanted = new Map<ArticleId, IdenticalHit[]>();
  for (const hit of hits) {
    if (excluded.has(hit.key)) continue;
    const ofArticle = wanted.get(hit.articleId);
    if (ofArticle) ofArticle.push(hit);
    else wanted.set(hit.articleId, [hit]);
  }
  const open = screen.getState().article;
  const ofOpen = open?.isWhole && wanted.size === 1 && wanted.get(open.id);
  const outcome = ofOpen
    ? await store.applyAtOnce((at) => build(here(open, ofOpen), at), open.id)
    : await store.applyLatest(async (at) => {
        const groups: HitGroup[] = [];
        for (const [id, ofArticle] of wanted) {
          const article = await queries.article(id);
          if (article) groups.push({ article, hits: ofArticle });
        }
        return build(await anywhere(groups), at);
      });
  const [entry] = outcome.ok ? outcome.value : [];
  if (!entry) return 0;
  tell(screen, { kind: 'done', label: entry.change.label });
  return entry.change.records.length;
}

async function articlesIn(
  { queries, screen }: Workspace,
  { scope, articleId }: IdenticalRequest,
): Promise<readonly Article[]> {
  if (scope === 'all') return (await queries.listArticles()).map(({ article }) => article);
  const one = articleId ?? screen.getState().article?.id;
  const article = one && (await queries.article(one));
  return article ? [article] : [];
}
