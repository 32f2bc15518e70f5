import { type Id, makeId } from '../../core/ids';
import type { BackupState, Desktop } from '../../preload/contract';
import type { Database } from '../storage/db';
import { type Queries, queriesOver } from '../storage/queries';
import { Store } from '../storage/store';
import { readLibrary } from '../storage/stored-library';
import type { ArticleDecoder } from '../workers/article-decoder';
import type { Backup } from './backup/backup-keeper';
import type { Verdict } from './backup/judge';
import { keepBackup } from './backup/keep-backup';
import { Library } from './library';
import { createScreen, type ScreenStore, tell } from './screen';
import { defaultSettings, readSettings, type Settings } from './settings';
import { ShownArticle } from './shown-article';

/** The open project and all that actions on it need. */
export interface Workspace {
  readonly store: Store;
  readonly queries: Queries;
  /** All articles; the window has them read. */
  readonly library: Library;
  /** Decides which article is shown. */
  readonly shown: ShownArticle;
  readonly backup: Backup;
  /** Of the database that the store is over. */
  readonly storeName: string;
  readonly desktop: Desktop;
  readonly decoder: ArticleDecoder;
  readonly screen: ScreenStore;
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  readonly newId: <Prefix extends string>(prefix: Prefix) => Id<Prefix>;
}

/** What the surroundings lend a workspace. */
export interface WorkspaceHost {
  /** An open store. */
  readonly database: Database;
  /** What was made of the store and its backup. */
  readonly verdict: Exclude<Verdict, { kind: 'restore' }>;
  readonly desktop: Desktop;
  readonly decoder: ArticleDecoder;
  /** The system's language, such as `ko-KR`. */
  readonly language: string;
  /** Of this program. */
  readonly version: string;
  /** What the backup held at the start; null when it could not be looked at. */
  readonly backup: BackupState | null;
  /** Where the backup is, to be shown. */
  readonly backupFolder: string;
}

/** Under which key of the store's state the settings lie. */
export const settingsKey = 'settings';

/** Makes a workspace over a store, which from now on is kept in a backup. */
export async function openWorkspace(host: WorkspaceHost): Promise<Workspace> {
  const { database, verdict, desktop, decoder, language, version, backupFolder: folder } = host;
  const queries = queriesOver(database);
  const stored = await queries.readState(settingsKey);
  const screen = createScreen(readSettings(stored, defaultSettings(language)));
  const store = await Store.over({
    database,
    now,
    unique,
    coder: () => screen.getState().settings.coder,
  });
  store.onConflict((error) => tell(screen, { kind: 'conflict', error }));
  const newId = <Prefix extends string>(prefix: Prefix): Id<Prefix> => makeId(prefix, unique());
  const backup = await keepBackup({
    database,
    verdict,
    backup: host.backup,
    store,
    desktop,
    folder,
    version,
    now,
    newId,
  });
  const library = new Library({ store, stored: () => readLibrary(database) });
  const shown = new ShownArticle({ store, queries, library, screen });
  shown.follow();
  return {
    store,
    queries,
    library,
    shown,
    backup,
    storeName: database.name,
    desktop,
    decoder,
    screen,
    now,
    newId,
  };
}

function now(): string {
  return new Date().toISOString();
}

function unique(): string {
  return crypto.randomUUID();
}

/** Sets and keeps some settings. */
export async function changeSettings(
  { screen, queries }: Workspace,
  changes: Partial<Settings>,
): Promise<void> {
  screen.setState(({ settings }) => ({ settings: { ...settings, ...changes } }));
  await queries.writeState(settingsKey, screen.getState().settings);
}
