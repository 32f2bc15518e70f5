import type { DesktopEvent } from '../../../preload/contract';
import { openGrantedFiles } from '../../workspace/actions/opening/open-files';
import type { Workspace } from '../../workspace/workspace';

/** What the window does about the events that the workspace cannot answer alone. */
export interface DesktopEventTakers {
  readonly runCommand: (id: string) => void;
  readonly closeAsked: () => void;
  /** The page before this one crashed while it opened `fileName`, or nothing. */
  readonly pageLost: (fileName: string | null) => void;
}

/**
 * Takes over what main has to say (files from the command line or the system, commands of the native menu) until
 * `signal` aborts or the connection is lost. Files are opened one event after another, but main is asked on meanwhile:
 * by that it knows that the page is not hung, and the window can be closed while files are being opened.
 */
export async function followDesktop(
  workspace: Workspace,
  takers: DesktopEventTakers,
  signal: AbortSignal,
): Promise<void> {
  let opening: Promise<void> = Promise.resolve();
  while (!signal.aborted) {
    const event = await workspace.desktop.nextEvent();
    if (!event.ok) break;
    const { value } = event;
    if (value.kind === 'open-files')
      opening = opening.then(() => openGrantedFiles(workspace, value.files));
    else take(takers, value);
  }
  await opening;
}

function take(
  { runCommand, closeAsked, pageLost }: DesktopEventTakers,
  event: Exclude<DesktopEvent, { kind: 'open-files' }>,
): void {
  switch (event.kind) {
    case 'command':
      return runCommand(event.commandId);
    case 'close-asked':
      return closeAsked();
    case 'page-lost':
      return pageLost(event.fileName);
  }
}
