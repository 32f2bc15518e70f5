import { useMemo } from 'react';
import { useWords } from '../../i18n/catalogue';
import { KeySheet, type KeySheetProps } from '../../panels/commands/KeySheet';
import { commands as table } from '../commands';
import type { DialogPaneProps } from '../parts';
import { commandGroups, keysOf } from './command';
import { formatChord } from './keys';

/** The key sheet over the table of commands. */
export default function KeysPane({ desk, open, onClose }: DialogPaneProps) {
  return <KeySheet open={open} onClose={onClose} groups={useKeys(desk.mac)} />;
}

/** The keys of all commands in their groups; they are the same whatever can be done at the moment. */
function useKeys(mac: boolean): KeySheetProps['groups'] {
  const words = useWords();
  return useMemo(
    () =>
      commandGroups.map((group) => ({
        label: words.menus[group],
        commands: table.flatMap((command) => {
          const keys = command.group === group ? keysOf(command, mac) : [];
          const shortcuts = keys.map((key) => formatChord(key, mac));
          const { id } = command;
          return keys.length > 0 ? [{ id, label: words.commands[id], shortcuts }] : [];
        }),
      })),
    [words, mac],
  );
}
