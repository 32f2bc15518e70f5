import type { MenuEntry, MenuGroup } from '../../preload/contract';
import { commands } from './commands';
import { keysOf } from './commands/command';
import { toAccelerator } from './keys';
import type { Commands, ShownCommand } from './use-commands';

/** What text fields need of the system, and macOS gives them only through a menu. */
const textRoles = ['cut', 'paste', 'selectAll'] as const;

/** Done by the role of its name, in fields as in the article, whose reader keeps what is selected to the text. */
const doneByRole = 'edit.selectAll';

/** Whether a group has a menu: the motions of the caret are too many for one, and only keys make them useful. */
export function hasMenu({ id }: Commands['groups'][number]): boolean {
  return id !== 'caret';
}

/** The groups of the menu bar as main shows them: commands, and what is the system's own. */
export function nativeMenu(groups: Commands['groups'], mac: boolean): readonly MenuGroup[] {
  return groups.filter(hasMenu).map(({ label, commands: shown }) => {
    const entries: MenuEntry[] = shown
      .filter(({ id }) => id !== doneByRole)
      .map((command) => toEntry(command, mac));
    const has = (id: string): boolean => shown.some((command) => command.id === id);
    if (has('edit.copy'))
      entries.push(...textRoles.map((role) => ({ kind: 'role', role }) as const));
    if (has('file.open')) {
      const afterOpen = entries.findIndex((entry) => isCommand(entry, 'file.open')) + 1;
      if (mac) entries.splice(afterOpen, 0, { kind: 'role', role: 'recentDocuments' });
      entries.push({ kind: 'separator' }, { kind: 'role', role: 'quit' });
    }
    return { label, entries };
  });
}

function isCommand(entry: MenuEntry, id: string): boolean {
  return entry.kind === 'command' && entry.commandId === id;
}

function toEntry({ id, label, enabled }: ShownCommand, mac: boolean): MenuEntry {
  const command = commands.find((one) => one.id === id);
  if (command?.nativeRole) return { kind: 'role', role: command.nativeRole };
  const [key] = command ? keysOf(command, mac) : [];
  return {
    kind: 'command',
    commandId: id,
    label,
    enabled,
    ...(key && { accelerator: toAccelerator(key) }),
  };
}
