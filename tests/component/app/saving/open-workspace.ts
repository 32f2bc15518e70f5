import { makeId } from '../../../../src/core/ids';
import { err } from '../../../../src/core/result';
import type { Desktop } from '../../../../src/preload/contract';
import { readLibrary } from '../../../../src/renderer/storage/stored-library';
import { ArticleDecoder } from '../../../../src/renderer/workers/article-decoder';
import type { Backup, BackupStatus } from '../../../../src/renderer/workspace/backup/backup-keeper';
import { Library } from '../../../../src/renderer/workspace/library';
import { createScreen } from '../../../../src/renderer/workspace/screen';
import { defaultSettings } from '../../../../src/renderer/workspace/settings';
import { ShownArticle } from '../../../../src/renderer/workspace/shown-article';
import type { Workspace } from '../../../../src/renderer/workspace/workspace';
import { memoryDesktop } from '../../../unit/workspace/memory-desktop';
import { type OpenStore, openStore } from '../../storage/open-store';

/** A backup that writes nothing and is as the test says. */
export interface SayingBackup extends Backup {
  say(status: BackupStatus): void;
  /** What it says when it is told to try again. */
  onRetry: BackupStatus;
}

function sayingBackup(): SayingBackup {
  const listeners = new Set<() => void>();
  let status: BackupStatus = { state: 'kept' };
  const say = (next: BackupStatus): void => {
    status = next;
    for (const listener of listeners) listener();
  };
  const backup: SayingBackup = {
    folder: '/backup',
    get status() {
      return status;
    },
    say,
    onRetry: status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void setTimeout(() => say(backup.onRetry)),
    snapshot: async () => err({ code: 'refused' }),
  };
  return backup;
}

/** A workspace over a store in the browser's own database, and what it has told main of closing. */
export interface OpenWorkspace extends Workspace, Pick<OpenStore, 'database'> {
  readonly backup: SayingBackup;
  /** Such as `unwritten true` and `close now`, in order. */
  readonly told: readonly string[];
}

/** Opens a workspace over the store called `name`. */
export async function openWorkspace(name: string): Promise<OpenWorkspace> {
  const told: string[] = [];
  const desktop: Desktop = {
    ...memoryDesktop([]),
    setUnwritten: async (unwritten) => {
      told.push(`unwritten ${unwritten}`);
      return { ok: true, value: null };
    },
    closeNow: async () => {
      told.push('close now');
      return { ok: true, value: null };
    },
  };
  const { database, store, queries } = await openStore(name);
  const library = new Library({ store, stored: () => readLibrary(database) });
  const screen = createScreen(defaultSettings('en'));
  return {
    database,
    storeName: name,
    store,
    queries,
    library,
    shown: new ShownArticle({ store, queries, library, screen }),
    backup: sayingBackup(),
    told,
    desktop,
    decoder: new ArticleDecoder(),
    screen,
    now: () => new Date().toISOString(),
    newId: (prefix) => makeId(prefix, crypto.randomUUID()),
  };
}
