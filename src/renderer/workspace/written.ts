import type { Workspace } from './workspace';

/** Whether everything that was done is on the disk, in the store and in its backup. */
export function isWritten({ store, backup }: Workspace): boolean {
  return store.state.status.state === 'saved' && backup.status.state === 'kept';
}

/** Calls `listener` whenever `isWritten` may be another; returns how to stop. */
export function onWrittenChange({ store, backup }: Workspace, listener: () => void): () => void {
  const stops = [store.subscribe(listener), backup.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}
