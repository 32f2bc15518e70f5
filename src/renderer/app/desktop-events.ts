import { openGrantedFiles } from '../workspace/actions/open-files';
import type { Workspace } from '../workspace/workspace';

/**
 * Takes over what main has to say (files from the command line or the system, commands of the native menu) until
 * `signal` aborts or the connection is lost.
 */
export async function followDesktop(
  workspace: Workspace,
  runCommand: (id: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const event = await workspace.desktop.nextEvent();
    if (!event.ok) return;
    if (event.value.kind === 'command') runCommand(event.value.commandId);
    else await openGrantedFiles(workspace, event.value.files);
  }
}
