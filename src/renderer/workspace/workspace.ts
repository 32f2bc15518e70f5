import { type Id, makeId } from '../../core/ids';
import type { Desktop } from '../../preload/contract';
import { openDatabase } from '../storage/db';
import { type Queries, queriesOver } from '../storage/queries';
import { Store } from '../storage/store';
import type { ArticleDecoder } from '../workers/article-decoder';
import { createScreen, type ScreenStore, tell } from './screen';
import { defaultSettings, readSettings, type Settings } from './settings';

/** The open project and all that actions on it need. */
export interface Workspace {
  readonly store: Store;
  readonly queries: Queries;
  readonly desktop: Desktop;
  readonly decoder: ArticleDecoder;
  readonly screen: ScreenStore;
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  readonly newId: <Prefix extends string>(prefix: Prefix) => Id<Prefix>;
}

/** What the surroundings lend a workspace. */
export interface WorkspaceHost {
  readonly databaseName: string;
  readonly desktop: Desktop;
  readonly decoder: ArticleDecoder;
  /** The system's language, such as `ko-KR`. */
  readonly language: string;
}

const settingsKey = 'settings';

/** Opens the store and makes a workspace over it. Throws what `openDatabase` throws. */
export async function openWorkspace(host: WorkspaceHost): Promise<Workspace> {
  const { databaseName, desktop, decoder, language } = host;
  const database = await openDatabase(databaseName);
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
  return { store, queries, desktop, decoder, screen, now, newId };
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
