import type { UnwrittenWork } from '../../panels/saving/ClosingDialog';
import type { Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';
import { unstoredFields } from './watch-unwritten';

/** How long writing may take before the person is told, in milliseconds; less than what main waits for an answer. */
export const writingMs = 3000;

/**
 * Stores what is being typed and waits until everything is on the disk: null then, else what is not. Never longer than
 * `writingMs`.
 */
export async function writeBeforeClosing(workspace: Workspace): Promise<UnwrittenWork | null> {
  for (const field of unstoredFields()) field.blur();
  // What was accepted is an edit on its way by the next task; what was not is still in its field.
  await new Promise((settle) => setTimeout(settle));
  await writtenOrFailed(workspace);
  const failure = failureOf(workspace);
  if (failure) return failure;
  if (!isWritten(workspace)) return { kind: 'writing' };
  const [field] = unstoredFields();
  return field ? { kind: 'typed', field: nameOf(field) } : null;
}

/**
 * Tries again what could not be written in the store, and then in the backup. It may take as long as the disk does, but
 * for the backup never longer than `writingMs`.
 */
export async function tryToWrite({ store, backup }: Workspace): Promise<void> {
  if (store.state.status.state === 'failed') await store.retry();
  if (backup.status.state !== 'failed') return;
  const tried = new Promise<void>((settle) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const timer = setTimeout(end, writingMs);
    const stop = backup.subscribe(end);
  });
  backup.retry();
  await tried;
}

/** What cannot be written, and why; null when nothing has failed. */
function failureOf({ store, backup }: Workspace): UnwrittenWork | null {
  const { status } = store.state;
  if (status.state === 'failed')
    return { kind: 'failed', problem: status.error, edits: status.unsaved };
  if (backup.status.state !== 'failed') return null;
  const { error: problem, behind } = backup.status;
  return { kind: 'not-kept', failure: { kind: 'failed', problem, behind, folder: backup.folder } };
}

/** Settles when everything is written, when it cannot be, or after `writingMs`. */
function writtenOrFailed(workspace: Workspace): Promise<void> {
  return new Promise((settle) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const look = (): void => {
      if (isWritten(workspace) || failureOf(workspace)) end();
    };
    const timer = setTimeout(end, writingMs);
    const stop = onWrittenChange(workspace, look);
    look();
  });
}

/** What the person knows the field by: its label. */
function nameOf(field: HTMLElement): string {
  const isLabelled = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const label = isLabelled ? field.labels?.[0]?.textContent : undefined;
  return label ?? field.getAttribute('aria-label') ?? '';
}
