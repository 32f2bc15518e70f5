import { useEffect, useState } from 'react';
import { openPageFiles, reportFailures } from '../../workspace/actions/opening/open-files';
import type { Workspace } from '../../workspace/workspace';

/** Opens files dropped anywhere on the window; tells whether some are held over it. */
export function useFileDrop(workspace: Workspace): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') ?? false;
    const hold = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHeld(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setHeld(false);
      void openDropped(workspace, event.dataTransfer);
    };
    document.addEventListener('dragenter', hold, { signal });
    document.addEventListener('dragover', hold, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [workspace]);
  return held;
}

async function openDropped(workspace: Workspace, { items }: DataTransfer): Promise<void> {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    const file = item.getAsFile();
    if (!file) continue;
    if (item.webkitGetAsEntry()?.isDirectory) folders.push(file.name);
    else files.push(file);
  }
  await openPageFiles(workspace, files);
  reportFailures(workspace, {
    failures: folders.map((fileName) => ({ fileName, error: { code: 'is-folder', fileName } })),
    opened: 0,
  });
}
