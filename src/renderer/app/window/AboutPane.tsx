import { AboutDialog } from '../../panels/window/AboutDialog';
import type { DialogPaneProps } from '../parts';

/** What this window is, by what its shell says of itself. */
export default function AboutPane({ desk, open, onClose }: DialogPaneProps) {
  const { version, shell, dataFolder } = desk.shell;
  return (
    <AboutDialog
      open={open}
      onClose={onClose}
      version={version}
      shell={shell}
      dataFolder={dataFolder}
    />
  );
}
