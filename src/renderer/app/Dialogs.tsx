import { memo, useState } from 'react';
import { useStore } from 'zustand';
import { ProblemDialog } from '../panels/opening/ProblemDialog';
import type { DialogName } from '../workspace/screen';
import { type DialogPaneProps, dialogs } from './parts';
import { takeBackUnread } from './take-back-unread';

type DialogsProps = Pick<DialogPaneProps, 'desk' | 'commands'>;

const names = Object.keys(dialogs) as readonly DialogName[];

/** Every dialog of the window but the question before closing; at most one is open. */
export const Dialogs = memo(function Dialogs(props: DialogsProps) {
  const { screen } = props.desk.workspace;
  const openReport = useStore(screen, (state) => state.openReport);
  return (
    <>
      {names.map((name) => (
        <Dialog key={name} name={name} {...props} />
      ))}
      <ProblemDialog
        open={openReport !== null}
        problems={(openReport?.failures ?? []).map(({ fileName, error }) => ({
          ...error,
          fileName,
        }))}
        openedCount={openReport?.opened ?? 0}
        onClose={() => screen.setState({ openReport: null })}
      />
    </>
  );
});

function Dialog({ name, desk, commands }: DialogsProps & { readonly name: DialogName }) {
  const { workspace } = desk;
  const open = useStore(workspace.screen, ({ dialog }) => dialog === name);
  const [isDrawn, setIsDrawn] = useState(open);
  if (open && !isDrawn) setIsDrawn(true);
  const Part = dialogs[name];
  return (
    isDrawn && (
      <Part
        desk={desk}
        commands={commands}
        open={open}
        onClose={() => workspace.screen.setState({ dialog: null })}
        onUnread={() => {
          setIsDrawn(false);
          takeBackUnread(workspace, ({ dialog }) => (dialog === name ? { dialog: null } : {}));
        }}
      />
    )
  );
}
