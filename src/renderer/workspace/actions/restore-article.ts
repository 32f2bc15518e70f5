import type { ArticleId } from '../../../core/ids';
import { tell } from '../screen';
import type { Workspace } from '../workspace';
import { openKey, showArticle } from './show-article';

/** How often an article was tried to be shown at a start without `noteShown`. */
interface Tries {
  readonly id: string;
  readonly count: number;
}

const triesKey = 'tries-to-show';

/** After so many starts that were lost over an article it is not shown by itself. */
const mostTries = 2;

/** Shows what was open when the program ended; not an article over which the page was lost at two starts. */
export async function restoreArticle(workspace: Workspace): Promise<void> {
  const { queries, screen } = workspace;
  const id = await queries.readState(openKey);
  if (typeof id !== 'string') return;
  const tries = (await queries.readState(triesKey)) as Tries | null | undefined;
  const count = tries?.id === id ? tries.count : 0;
  if (count >= mostTries) {
    await queries.writeState(openKey, null);
    await noteShown(workspace);
    const article = await queries.article(id as ArticleId);
    if (article) tell(screen, { kind: 'page-lost', fileName: article.source.fileName });
    return;
  }
  await queries.writeState(triesKey, { id, count: count + 1 } satisfies Tries);
  await showArticle(workspace, id as ArticleId);
}

/** The window stands, with what was restored in it. */
export async function noteShown({ queries }: Workspace): Promise<void> {
  await queries.writeState(triesKey, null);
}
