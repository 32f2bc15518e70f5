import { CommandPalette } from '../../panels/commands/CommandPalette';
import type { DialogPaneProps } from '../parts';

/** Every command of the window, found by its name. */
export default function PalettePane({ commands, open, onClose }: DialogPaneProps) {
  return (
    <CommandPalette open={open} onClose={onClose} commands={commands.shown} onRun={commands.run} />
  );
}
