import type { MenuEntry, MenuGroup } from '../../../preload/contract';
import type { Catalogue } from '../../i18n/en';
import { commands } from '../commands';
import type { Commands, ShownCommand } from '../use-commands';
import { keysOf } from './command';
import { toAccelerator } from './keys';

/** What text fields need of the system, and macOS gives them only through a menu. */
const textRoles = ['cut', 'paste', 'selectAll'] as const;

/** Done by the role of its name, in fields as in the article, whose reader keeps what is selected to the text. */
const doneByRole = 'edit.selectAll';

/** Whether a group has a menu: the motions of the caret are too many for one, and only keys make them useful. */
export function hasMenu({ id }: Commands['groups'][number]): boolean {
  return id !== 'caret';
}

/** The groups of the menu bar as main shows them: commands, and what is the system's own. */
export function nativeMenu(
  groups: Commands['groups'],
  words: Pick<Catalogue, 'menuKeys' | 'menuRoles'>,
  mac: boolean,
): readonly MenuGroup[] {
  const toRole = (role: keyof Catalogue['menuRoles']): MenuEntry => ({
    kind: 'role',
    role,
    label: words.menuRoles[role],
  });
  return groups.filter(hasMenu).map(({ id: group, label, commands: shown }) => {
    const entries: MenuEntry[] = shown
      .filter(({ id }) => id !== doneByRole)
      .map((command) => toEntry(command, mac));
    const has = (id: string): boolean => shown.some((command) => command.id === id);
    if (has('edit.copy')) entries.push(...textRoles.map(toRole));
    if (has('file.open')) {
      const afterOpen = entries.findIndex((entry) => isCommand(entry, 'file.open')) + 1;
      if (mac) entries.splice(afterOpen, 0, toRole('recentDocuments'));
      entries.push({ kind: 'separator' }, toRole('quit'));
    }
    return { label, accessKey: words.menuKeys[group], entries };
  });
}

function isCommand(entry: MenuEntry, id: string): boolean {
  return entry.kind === 'command' && entry.commandId === id;
}

function toEntry({ id, label, enabled }: ShownCommand, mac: boolean): MenuEntry {
  const command = commands.find((one) => one.id === id);
  if (command?.nativeRole) return { kind: 'role', role: command.nativeRole, label };
  const [key] = command ? keysOf(command, mac) : [];
  return {
    kind: 'command',
    commandId: id,
    label,
    enabled,
    ...(key && { accelerator: toAccelerator(key) }),
  };
}
