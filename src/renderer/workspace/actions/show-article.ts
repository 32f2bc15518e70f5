import type { Article } from '../../../core/article';
import type { ArticleId } from '../../../core/ids';
import { OpenArticle } from '../open-article';
import type { ScreenStore } from '../screen';
import type { Workspace } from '../workspace';
import { leaveHere } from './leave-here';

/** Under which key of the store's state the id of the open article lies; null while none is open. */
export const openKey = 'open-article';
const placeKey = (id: ArticleId): string => `place ${id}`;

/** An article on its way to the screen. */
interface Opening {
  readonly id: ArticleId;
  shown: Promise<void>;
}

/** What was asked for last and is not shown yet, by the screen that is to show it. */
const openings = new WeakMap<ScreenStore, Opening>();

/**
 * Shows the article with this id at the place where it was left; nothing happens when it is shown or not there. Whoever
 * asks for one that is being opened waits for it. When another is asked for meanwhile, that one is shown.
 */
export async function showArticle(workspace: Workspace, id: ArticleId): Promise<void> {
  const { screen } = workspace;
  const { article } = screen.getState();
  const under = openings.get(screen);
  if (under?.id === id) return under.shown;
  openings.delete(screen);
  if (article?.id === id) return;
  const opening: Opening = { id, shown: Promise.resolve() };
  openings.set(screen, opening);
  const resume = article?.rest();
  try {
    opening.shown = showAnother(workspace, id, () => openings.get(screen) === opening);
    await opening.shown;
  } finally {
    if (openings.get(screen) === opening) openings.delete(screen);
    resume?.();
  }
}

/** Goes to an article, with a way back to the place left. */
export async function visitArticle(workspace: Workspace, id: ArticleId): Promise<void> {
  if (workspace.screen.getState().article?.id !== id) leaveHere(workspace);
  await showArticle(workspace, id);
}

/** Shows the article after or before the open one in the order of the library, or the first or last of it. */
export async function showNeighbour(workspace: Workspace, direction: 1 | -1): Promise<void> {
  const { library } = workspace;
  await library.read();
  const { articles } = library;
  const open = workspace.screen.getState().article?.id;
  const at = articles.findIndex(({ id }) => id === open);
  const from = at < 0 && direction === -1 ? articles.length : at;
  const next = articles[(from + direction + articles.length) % articles.length];
  if (next) await visitArticle(workspace, next.id);
}

/** Shows the table of annotations in the place of the text, or the text again. */
export function toggleTable({ screen }: Workspace): void {
  screen.setState(({ view }) => ({
    view: view === 'read' ? 'table' : 'read',
    choosing: null,
    adjusting: null,
  }));
}

/** Shows no article. */
export async function closeArticle(workspace: Workspace): Promise<void> {
  openings.delete(workspace.screen);
  await takeAway(workspace);
}

/** Takes away the article that is shown; one that was asked for meanwhile comes all the same. */
async function takeAway(workspace: Workspace): Promise<void> {
  replaceArticle(workspace, null, 0);
  await noteWhere(workspace, openKey, null);
}

/** Keeps the place at which the open article is being read. */
export async function rememberPlace(workspace: Workspace, offset: number): Promise<void> {
  const { article } = workspace.screen.getState();
  if (article) await noteWhere(workspace, placeKey(article.id), offset);
}

/** Keeps where the person is. It is no work that could be lost: what keeps it from being written, the next edit tells. */
async function noteWhere({ queries }: Workspace, key: string, value: unknown): Promise<void> {
  try {
    await queries.writeState(key, value);
  } catch {
    // The next start begins elsewhere.
  }
}

/**
 * Closes the open article when an undo or a removal has taken it away, and shows one that came back.
 * Called with every act that was written.
 */
export async function followArticles(
  workspace: Workspace,
  records: readonly { readonly before: Article | null; readonly after: Article | null }[],
): Promise<void> {
  const open = workspace.screen.getState().article;
  const gone = records.some(({ before, after }) => before && !after && before.id === open?.id);
  const appeared = records.find(({ before, after }) => !before && after)?.after;
  if (gone) await takeAway(workspace);
  if (appeared && (gone || !workspace.screen.getState().article))
    await showArticle(workspace, appeared.id);
}

/** Opens an article, and shows it if it is still `isWanted` then. */
async function showAnother(
  workspace: Workspace,
  id: ArticleId,
  isWanted: () => boolean,
): Promise<void> {
  const { queries } = workspace;
  const article = workspace.library.article(id) ?? (await queries.article(id));
  if (!article) return;
  const place = queries
    .readState(placeKey(id))
    .then((left) => (typeof left === 'number' ? left : 0));
  const open = await OpenArticle.open(article, place, workspace);
  // An undo may have taken it away while it was being read.
  if (!open) return;
  const startOffset = await place;
  if (!isWanted()) {
    open.close();
    return;
  }
  replaceArticle(workspace, open, startOffset);
  open.readRest();
  await noteWhere(workspace, openKey, id);
}

function replaceArticle(
  { screen }: Workspace,
  article: OpenArticle | null,
  startOffset: number,
): void {
  screen.getState().article?.close();
  screen.setState({
    article,
    startOffset,
    caret: null,
    selection: null,
    widenedFrom: [],
    selected: null,
    acting: 'caret',
    adjusting: null,
    choosing: null,
    find: null,
    view: 'read',
  });
}
