import { useEffect, useState } from 'react';
import { type Found, findStore } from '../../workspace/backup/find-store';
import type { Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';
import { storeName } from '../store-name';
import { RestorePane, sourceOf } from './RestorePane';

/** The restore page that the person asked for: it waits until everything is written, and looks anew. */
export default function RestoreOverProject({ workspace }: { readonly workspace: Workspace }) {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let stopped = false;
    const look = async (): Promise<void> => {
      await written(workspace);
      const looked = await findStore(storeName, workspace.desktop);
      if (stopped) looked.database?.close();
      else setFound(looked);
    };
    void look();
    return () => {
      stopped = true;
    };
  }, [workspace]);
  if (!found) return null;
  return (
    <RestorePane
      source={sourceOf(found, workspace.desktop)}
      found={found}
      onClose={() => {
        found.database?.close();
        workspace.screen.setState({ restoring: false });
      }}
    />
  );
}

function written(workspace: Workspace): Promise<void> {
  return new Promise((settle) => {
    const look = (): void => {
      if (!isWritten(workspace)) return;
      stop();
      settle();
    };
    const stop = onWrittenChange(workspace, look);
    look();
  });
}
