import { memo, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { extentOf } from '../../../core/annotation/annotation';
import { paragraphNumberAt } from '../../../core/text/layout';
import { useWords } from '../../i18n/catalogue';
import type { BackupStatus as ShownBackup } from '../../panels/saving/BackupNote';
import { type ReadingPlace, type SaveState, StatusLine } from '../../panels/saving/StatusLine';
import type { SaveStatus } from '../../storage/act-queue';
import type { BackupStatus } from '../../workspace/backup/backup-keeper';
import type { ScreenState } from '../../workspace/screen';
import { changeSettings, type Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';
import type { Desk } from '../use-desk';
import { useLateSelected, useLateVersion } from '../use-version';

/** How long all must have been written before the line says so, in milliseconds: acts in a row are told of once. */
const settleMs = 150;

/** The line along the lower edge. */
export const StatusPane = memo(function StatusPane({ desk }: { readonly desk: Desk }) {
  const { workspace, shell, coderRequest } = desk;
  const words = useWords();
  const { screen } = workspace;
  const article = useStore(screen, (state) => state.article);
  const selection = useStore(screen, (state) => state.selection);
  const selected = useLateSelected(screen);
  const coder = useStore(screen, ({ settings }) => settings.coder);
  const { save, backup } = useWriting(workspace);
  useLateVersion(article);
  return (
    <StatusLine
      save={save}
      onRetry={() => void workspace.store.retry()}
      backup={backup}
      onRetryBackup={() => workspace.backup.retry()}
      counts={article?.index.counts ?? null}
      place={placeOf({ article, selection, selected })}
      coder={coder}
      onCoder={(name) => void changeSettings(workspace, { coder: name })}
      coderSummons={coderRequest}
      shell={words.shells[shell.shell]}
    />
  );
});

/** How far the writing has got, as it is shown. */
interface ShownWriting {
  readonly save: SaveState;
  readonly backup: ShownBackup;
}

/** What is not written is told at once, and that all is written when it has stayed so for a moment. */
function useWriting(workspace: Workspace): ShownWriting {
  const [shown, setShown] = useState(() => writingOf(workspace));
  useEffect(() => {
    let timer: number | undefined;
    const tell = (): void =>
      setShown((before) => {
        const now = writingOf(workspace);
        return isUnderWay(before) && isUnderWay(now) ? before : now;
      });
    const look = (): void => {
      window.clearTimeout(timer);
      if (isWritten(workspace)) timer = window.setTimeout(tell, settleMs);
      else tell();
    };
    const stop = onWrittenChange(workspace, look);
    look();
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [workspace]);
  return shown;
}

function writingOf({ store, backup }: Workspace): ShownWriting {
  return {
    save: saveStateOf(store.state.status),
    backup: shownBackup(backup.folder, backup.status),
  };
}

/** Something is being written and nothing has failed, which reads the same wherever it is written. */
function isUnderWay({ save, backup }: ShownWriting): boolean {
  if (save.kind === 'failed' || backup.kind === 'failed') return false;
  return save.kind === 'saving' || backup.kind === 'writing';
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
function placeOf({
  article,
  selection,
  selected,
}: Pick<ScreenState, 'article' | 'selection' | 'selected'>): ReadingPlace | null {
  if (!article) return null;
  const annotation = selected && article.index.get(selected);
  const span = selection ?? (annotation ? extentOf(annotation) : null);
  return span && { paragraph: paragraphNumberAt(article.layout, span.start), ...span };
}
