import type { ShellInfo } from '../../preload/contract';
import { connectDesktop } from '../desktop/connect-desktop';
import type { DesktopConnection } from '../desktop/connection';
import { readWords } from '../i18n/catalogue';
import { openDatabase } from '../storage/db';
import { type StoreError, storeErrorOf } from '../storage/store-error';
import { ArticleDecoder } from '../workers/article-decoder';
import { restoreArticle } from '../workspace/actions/restore-article';
import { type Found, findStore } from '../workspace/backup/find-store';
import { tell } from '../workspace/screen';
import { openWorkspace, type Workspace } from '../workspace/workspace';
import { takeRestored } from './restore/restored-note';
import { takeStore } from './store-lock';
import { storeName } from './store-name';

/** What the window is drawn from once the program is up, or why it is not. */
export type Start =
  | {
      readonly kind: 'ready';
      readonly workspace: Workspace;
      readonly shell: ShellInfo;
      readonly connection: DesktopConnection;
      readonly found: Found;
    }
  /** The store is not to be gone on with before a person has decided. */
  | {
      readonly kind: 'restore';
      readonly found: Found;
      readonly shell: ShellInfo;
      readonly connection: DesktopConnection;
    }
  | { readonly kind: 'already-open' }
  | { readonly kind: 'no-desktop' }
  | { readonly kind: 'no-store'; readonly error: StoreError };

/** Connects to the shell, holds the store against its backup, and brings back what was open. */
export async function start(): Promise<Start> {
  const connection = await connectDesktop();
  if (!connection) return { kind: 'no-desktop' };
  const described = await connection.desktop.describe();
  if (!described.ok) return { kind: isOpenElsewhere(connection) ? 'already-open' : 'no-desktop' };
  if (!(await takeStore(storeName))) return { kind: 'already-open' };
  const shell = described.value;
  try {
    const found = await findStore(storeName, connection.desktop);
    const { verdict } = found;
    if (verdict.kind === 'restore') return { kind: 'restore', found, shell, connection };
    const workspace = await openWorkspace({
      database: found.database ?? (await openDatabase(storeName)),
      verdict,
      desktop: connection.desktop,
      decoder: new ArticleDecoder(),
      language: navigator.language,
      version: shell.version,
      backup: found.backup,
      backupFolder: found.backup?.folder ?? shell.dataFolder,
    });
    await restoreArticle(workspace);
    tellOfBackup(workspace, found);
    await readSettledWords(workspace);
    return { kind: 'ready', workspace, shell, connection, found };
  } catch (thrown) {
    return { kind: 'no-store', error: storeErrorOf(thrown) };
  }
}

/** The words of the language that the person has chosen. English stands in for what cannot be read. */
async function readSettledWords({ screen }: Workspace): Promise<void> {
  if (!(await readWords(screen.getState().settings.language)))
    tell(screen, { kind: 'part-unread' });
}

function tellOfBackup({ screen }: Workspace, { verdict }: Found): void {
  const restored = takeRestored();
  if (restored) tell(screen, { kind: 'restored', ...restored });
  if (verdict.kind === 'sound' && verdict.lost)
    tell(screen, { kind: 'backup-lost', what: verdict.lost });
}

/** The listener is told at once of any state but `open`. */
function isOpenElsewhere({ onLost }: DesktopConnection): boolean {
  let elsewhere = false;
  onLost((state) => {
    elsewhere = state === 'already-open-elsewhere';
  })();
  return elsewhere;
}
