import type { ShellInfo } from '../../preload/contract';
import { connectDesktop } from '../desktop/connect-desktop';
import type { DesktopConnection } from '../desktop/connection';
import { type StoreError, storeErrorOf } from '../storage/store-error';
import { ArticleDecoder } from '../workers/article-decoder';
import { restoreArticle } from '../workspace/actions/show-article';
import { openWorkspace, type Workspace } from '../workspace/workspace';

/** What the window is drawn from once the program is up, or why it is not. */
export type Start =
  | {
      readonly kind: 'ready';
      readonly workspace: Workspace;
      readonly shell: ShellInfo;
      readonly connection: DesktopConnection;
    }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'no-desktop' }
  | { readonly kind: 'no-store'; readonly error: StoreError };

/** Connects to the shell, opens the store, and brings back what was open. */
export async function start(): Promise<Start> {
  const connection = await connectDesktop();
  const shell = await connection.desktop.describe();
  if (!shell.ok) return { kind: isOpenElsewhere(connection) ? 'already-open' : 'no-desktop' };
  try {
    const workspace = await openWorkspace({
      databaseName: 'dateline',
      desktop: connection.desktop,
      decoder: new ArticleDecoder(),
      language: navigator.language,
    });
    await restoreArticle(workspace);
    return { kind: 'ready', workspace, shell: shell.value, connection };
  } catch (thrown) {
    return { kind: 'no-store', error: storeErrorOf(thrown) };
  }
}

/** The listener is told at once of any state but `open`. */
function isOpenElsewhere({ onLost }: DesktopConnection): boolean {
  let elsewhere = false;
  onLost((state) => {
    elsewhere = state === 'already-open-elsewhere';
  })();
  return elsewhere;
}
