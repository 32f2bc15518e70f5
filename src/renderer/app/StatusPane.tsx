import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { extentOf } from '../../core/annotation/annotation';
import { paragraphNumberAt } from '../../core/text/layout';
import { useWords } from '../i18n/catalogue';
import type { BackupStatus as ShownBackup } from '../panels/BackupNote';
import { type ReadingPlace, type SaveState, StatusLine } from '../panels/StatusLine';
import type { SaveStatus } from '../storage/act-queue';
import { useStoreState } from '../storage/live';
import type { BackupStatus } from '../workspace/backup/backup-keeper';
import type { ScreenState } from '../workspace/screen';
import { changeSettings } from '../workspace/workspace';
import type { Desk } from './use-desk';

/** The line along the lower edge. */
export function StatusPane({ desk }: { readonly desk: Desk }) {
  const { workspace, shell, coderRequest } = desk;
  const words = useWords();
  const state = useStore(workspace.screen);
  const { status } = useStoreState(workspace.store);
  const backup = useSyncExternalStore(workspace.backup.subscribe, () => workspace.backup.status);
  const { article } = state;
  useSyncExternalStore(
    article ? article.subscribe : () => () => undefined,
    () => article?.version ?? 0,
  );
  return (
    <StatusLine
      save={saveStateOf(status)}
      onRetry={() => void workspace.store.retry()}
      backup={shownBackup(workspace.backup.folder, backup)}
      onRetryBackup={() => workspace.backup.retry()}
      counts={article?.index.counts ?? null}
      place={placeOf(state)}
      coder={state.settings.coder}
      onCoder={(coder) => void changeSettings(workspace, { coder })}
      coderSummons={coderRequest}
      shell={words.shells[shell.shell]}
    />
  );
}

function saveStateOf(status: SaveStatus): SaveState {
  return status.state === 'failed'
    ? { kind: 'failed', problem: status.error }
    : { kind: status.state };
}

function shownBackup(folder: string, status: BackupStatus): ShownBackup {
  return status.state === 'failed'
    ? { kind: 'failed', problem: status.error, behind: status.behind, folder }
    : { kind: status.state };
}

/** Of what is selected in the text, else of the selected annotation, else none. */
function placeOf({ article, selection, selected }: ScreenState): ReadingPlace | null {
  if (!article) return null;
  const annotation = selected && article.index.get(selected);
  const span = selection ?? (annotation ? extentOf(annotation) : null);
  return span && { paragraph: paragraphNumberAt(article.layout, span.start), ...span };
}
