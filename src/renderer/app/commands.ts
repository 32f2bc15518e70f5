import { adjustCommands } from './commands/adjust-commands';
import { caretCommands } from './commands/caret-commands';
import type { Command } from './commands/command';
import { devCommands } from './commands/dev-commands';
import { editCommands } from './commands/edit-commands';
import { fileCommands } from './commands/file-commands';
import { goCommands } from './commands/go-commands';
import { tagCommands } from './commands/tag-commands';
import { viewCommands } from './commands/view-commands';

/** Every command, in the order of the menus. Menus, palette, key sheet and keys are all made from this table. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...tagCommands,
  ...goCommands,
  ...caretCommands,
  ...adjustCommands,
  ...viewCommands,
  ...devCommands,
];
