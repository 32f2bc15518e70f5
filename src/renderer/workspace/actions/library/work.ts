import type { Article } from '../../../../core/article';
import { noCounts } from '../../../../core/health/finding';
import type { ArticleId } from '../../../../core/ids';
import { type QuotationWords, quotationOf } from '../../../../core/quotation';
import { patch } from '../../../../core/records/patch';
import { type ShownStatus, unmarkedStatus, workStatusOf } from '../../../../core/work-status';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';
import { visitArticle } from '../show-article';
import { type ArticleChange, changeArticle } from './articles';

/**
 * Sets how far the work on an article is. `new` takes away what was set, and does nothing to an article with
 * annotations, which would show as in work all the same. Nothing is stored for the status that shows already.
 */
export async function setWorkStatus(
  workspace: Workspace,
  id: ArticleId,
  status: ShownStatus,
): Promise<void> {
  await changeArticle(workspace, id, async (article) => {
    const unmarked = unmarkedStatus(await workspace.queries.countAnnotations(id));
    const isShown = (article.status ?? unmarked) === status;
    const isRefused = status === 'new' && unmarked !== 'new';
    return isShown || isRefused ? null : withStatus(article, status);
  });
}

/** Marks the open article as done; one that is done goes back to in work, or to new while nothing is tagged in it. */
export async function finishArticle(workspace: Workspace): Promise<void> {
  const { article: open } = workspace.screen.getState();
  if (!open) return;
  const label = await changeArticle(workspace, open.id, async (article) => {
    if (article.status !== 'done') return withStatus(article, 'done');
    return withStatus(article, unmarkedStatus(await workspace.queries.countAnnotations(open.id)));
  });
  if (label) tell(workspace.screen, { kind: 'done', label });
}

/**
 * Shows the next article that is not done, in the order of the library after the open one and round its end.
 * Returns whether there is one besides the open article.
 */
export async function showNextUnfinished(workspace: Workspace): Promise<boolean> {
  const { library, shown } = workspace;
  const asked = shown.ask();
  await library.read();
  const { articles } = library;
  const openId = workspace.screen.getState().article?.id;
  const at = articles.findIndex(({ id }) => id === openId);
  const next = [...articles.slice(at + 1), ...articles.slice(0, Math.max(0, at))].find(
    (article) => workStatusOf(article, library.countsOf(article.id) ?? noCounts) !== 'done',
  );
  if (!next) return false;
  await visitArticle(workspace, next.id, asked);
  return true;
}

/** The selected words, else those of the selected annotation, with their source; null when there are none. */
export async function quotationFor(
  { screen, queries }: Workspace,
  words: QuotationWords,
): Promise<string | null> {
  const { article: open, selection, selected } = screen.getState();
  const fragments = selection
    ? ([selection] as const)
    : selected && open?.index.get(selected)?.fragments;
  if (!open || !fragments) return null;
  const article = await queries.article(open.id);
  const { text, layout } = open;
  return article && quotationOf({ article, text, layout, fragments, words });
}

function withStatus(article: Article, shown: ShownStatus): ArticleChange {
  const status = shown === 'new' ? null : shown;
  return {
    after: patch(article, { status: status ?? undefined }),
    label: { code: 'set-work-status', status, title: article.title },
  };
}
