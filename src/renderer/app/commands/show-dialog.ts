import type { DialogName } from '../../workspace/screen';
import type { CommandDesk } from './command';

/** A command that shows a dialog. */
export const show =
  (dialog: DialogName) =>
  ({ workspace }: CommandDesk): void =>
    workspace.screen.setState({ dialog });
