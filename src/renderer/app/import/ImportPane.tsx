import { useState } from 'react';
import { useStore } from 'zustand';
import type { ConflictRule } from '../../../core/import/import-plan';
import { ImportDialog } from '../../panels/import/ImportDialog';
import { acceptImport, closeImport } from '../../workspace/actions/import/import';
import type { ImportStage } from '../../workspace/actions/import/import-state';
import type { Workspace } from '../../workspace/workspace';
import type { DialogPaneProps } from '../parts';

/** The dialog over the import that is on its way, which goes on when it is closed. */
export default function ImportPane({ desk, open, onClose }: DialogPaneProps) {
  return open && <Import workspace={desk.workspace} onHide={onClose} />;
}

interface ImportProps {
  readonly workspace: Workspace;
  readonly onHide: () => void;
}

function Import({ workspace, onHide }: ImportProps) {
  const { importing, toImport } = useStore(workspace.screen);
  const [rule, setRule] = useState<ConflictRule>(keepMine);
  if (!importing) return null;
  return (
    <ImportDialog
      open
      fileName={importing.fileName}
      stage={importing.stage}
      waiting={toImport.length}
      rule={rule}
      onRule={setRule}
      onImport={() => {
        setRule(keepMine);
        void acceptImport(workspace, rule);
      }}
      secondsLeft={secondsLeftOf(importing.stage)}
      onCancel={importing.cancel}
      onHide={onHide}
      onClose={() => {
        setRule(keepMine);
        closeImport(workspace);
      }}
    />
  );
}

const keepMine: ConflictRule = { decision: 'mine', exceptions: new Map() };

/** About how long a stage will still take, by how long it took so far; undefined before that can be told. */
function secondsLeftOf(stage: ImportStage): number | undefined {
  if (!('since' in stage) || stage.done === 0) return undefined;
  const elapsed = (performance.now() - stage.since) / 1_000;
  const seconds = Math.round(elapsed * (stage.total / stage.done - 1));
  return elapsed > 1 && seconds >= 1 ? seconds : undefined;
}
