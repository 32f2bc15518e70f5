import { makeId } from '../../../../src/core/ids';
import { openDatabase } from '../../../../src/renderer/storage/db';
import { queriesOver } from '../../../../src/renderer/storage/queries';
import { Store } from '../../../../src/renderer/storage/store';
import { readLibrary } from '../../../../src/renderer/storage/stored-library';
import { openPageFiles } from '../../../../src/renderer/workspace/actions/opening/open-files';
import { restoreArticle } from '../../../../src/renderer/workspace/actions/restore-article';
import { AnnotationRoster } from '../../../../src/renderer/workspace/annotation-roster';
import { Library } from '../../../../src/renderer/workspace/library';
import { createScreen } from '../../../../src/renderer/workspace/screen';
import { defaultSettings } from '../../../../src/renderer/workspace/settings';
import { ShownArticle } from '../../../../src/renderer/workspace/shown-article';
import { noBackup } from '../../../support/no-backup';
import { memoryDesktop } from '../memory-desktop';
import { type TestWorkspace, ThreadDecoder } from '../test-workspace';
import { nastyTexts } from './texts';

/** A project at work: a workspace that follows its articles as the window does, and the table of all annotations. */
export interface EditingDesk {
  readonly workspace: TestWorkspace;
  readonly roster: AnnotationRoster;
  /** Settles when all that acts have set off has come to its end. */
  readonly settle: () => Promise<void>;
  /** Ends the program and starts it again over the same store. */
  readonly restart: () => Promise<EditingDesk>;
  readonly close: () => void;
}

let made = 0;

/** A new project with the nasty texts, opened in two steps; ids and times are counted, so that runs are repeatable. */
export async function openDesk(): Promise<EditingDesk> {
  made += 1;
  let counted = 0;
  const desk = await startDesk(`editing-test-${made}`, () => (counted += 1));
  const files = Object.entries(nastyTexts).map(([name, text]) => new File([text], name));
  await openPageFiles(desk.workspace, files.slice(0, 2));
  await openPageFiles(desk.workspace, files.slice(2));
  await desk.settle();
  return desk;
}

async function startDesk(name: string, count: () => number): Promise<EditingDesk> {
  const workspace = await openWorkspaceOver(name, count);
  const { store, queries, database, screen, shown } = workspace;
  shown.follow();
  await restoreArticle(workspace);
  const roster = new AnnotationRoster({ articleId: null, store, queries });
  await roster.read;
  await workspace.library.read();
  const settle = async (): Promise<void> => {
    // It is done when all acts before it are.
    await store.retry();
    await shown.idle();
    await screen.getState().article?.loaded;
  };
  const close = (): void => {
    screen.getState().article?.close();
    roster.close();
    workspace.library.close();
    database.close();
  };
  const restart = async (): Promise<EditingDesk> => {
    close();
    return startDesk(name, count);
  };
  return { workspace, roster, settle, restart, close };
}

async function openWorkspaceOver(name: string, count: () => number): Promise<TestWorkspace> {
  const database = await openDatabase(name);
  const screen = createScreen({ ...defaultSettings('en'), coder: 'Tester' });
  const unique = (): string => String(count());
  /** Another second each time, so that a record put back with another time is seen to be another. */
  const now = (): string => new Date(Date.UTC(2026, 10, 22, 9, 0, count())).toISOString();
  const store = await Store.over({ database, now, unique, coder: () => 'Tester' });
  const queries = queriesOver(database);
  const library = new Library({ store, stored: () => readLibrary(database) });
  return {
    database,
    screen,
    now,
    desktop: memoryDesktop([]),
    backup: noBackup,
    storeName: name,
    decoder: new ThreadDecoder(),
    queries,
    store,
    library,
    shown: new ShownArticle({ store, queries, library, screen }),
    newId: (prefix) => makeId(prefix, unique()),
  };
}
