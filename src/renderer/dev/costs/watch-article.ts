import { annotationKinds } from '../../../core/annotation/annotation';
import type { OpenArticle } from '../../workspace/open-article';
import type { Workspace } from '../../workspace/workspace';
import type { Sighting } from './cost-log';

/** About so many code units of text are in view when an article is opened. */
const inView = 2_000;

/**
 * Tells when another article is opened and when its annotations change, and when that has been drawn. Returns how to
 * stop. While annotations are still being read it tells of no change, since it cannot be seen which an act has made.
 */
export function watchArticle(
  { screen }: Workspace,
  tell: (sighting: Sighting) => void,
): () => void {
  let isOver = false;
  let stopFollowing = follow(screen.getState().article, tell);
  const stop = screen.subscribe(({ article, startOffset }, { article: before }) => {
    if (article === before) return;
    stopFollowing();
    stopFollowing = follow(article, tell);
    if (!article) return;
    const since = performance.now();
    const old = textElement();
    tell({ kind: 'opened', at: since });
    const look = (): void => {
      if (isOver || screen.getState().article !== article) return;
      if (isDrawn(article, startOffset, old))
        requestAnimationFrame(() => tell({ kind: 'drawn', at: performance.now(), since }));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => {
    isOver = true;
    stop();
    stopFollowing();
  };
}

function follow(article: OpenArticle | null, tell: (sighting: Sighting) => void): () => void {
  if (!article) return () => undefined;
  let wasWhole = article.isWhole;
  return article.subscribe(() => {
    const isRead = wasWhole;
    wasWhole = article.isWhole;
    if (!isRead) return;
    const since = performance.now();
    tell({ kind: 'changed', at: since });
    requestAnimationFrame(() =>
      requestAnimationFrame(() => tell({ kind: 'drawn', at: performance.now(), since })),
    );
  });
}

/** The element that holds the article's text; another one for every article, and null while none is shown. */
function textElement(): Element | null {
  return document.querySelector('[data-article-text]');
}

/** Whether text and first annotations stand in an element other than `old`; where none are near, the text is enough. */
function isDrawn(open: OpenArticle, startOffset: number, old: Element | null): boolean {
  const element = textElement();
  if (!element || element === old || !element.querySelector('p')) return false;
  const near = { start: startOffset, end: startOffset + inView };
  return hasDrawnAnnotations() || open.index.touching(near).length === 0;
}

function hasDrawnAnnotations(): boolean {
  return [...CSS.highlights].some(
    ([name, { size }]) => size > 0 && annotationKinds.some((kind) => name.startsWith(`${kind}-`)),
  );
}
