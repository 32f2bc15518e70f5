import type { ArticleId } from '../../../core/ids';
import { tell } from '../screen';
import { openKey } from '../shown-article';
import type { Workspace } from '../workspace';

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
  const { queries, screen, shown } = workspace;
  const asked = shown.ask();
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
  await shown.show(id as ArticleId, asked);
}

/** The window stands, with what was restored in it. */
export async function noteShown({ queries }: Workspace): Promise<void> {
  await queries.writeState(triesKey, null);
}
