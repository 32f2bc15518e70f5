import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { MenuGroup } from '../../preload/contract';
import type { Catalogue } from '../i18n/en';
import { keepEnds } from '../workspace/actions/reader/adjust';
import { directionHere, placeCaret } from '../workspace/actions/reader/caret';
import type { Settings } from '../workspace/settings';
import { commands } from './commands';
import {
  type Command,
  type CommandDesk,
  type CommandGroup,
  type CommandState,
  commandGroups,
  keysOf,
} from './commands/command';
import { formatChord } from './commands/keys';
import { nativeMenu } from './commands/native-menu';
import { takesKey } from './commands/takes-key';
import { selectedWords } from './use-desk';

/** A command as menus, the palette and the key sheet show it. */
export interface ShownCommand {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly shortcut?: string;
  readonly enabled: boolean;
  readonly checked?: boolean;
}

/** The commands as they stand now, and how to run one. */
export interface Commands {
  readonly shown: readonly ShownCommand[];
  /** The same in groups. */
  readonly groups: readonly {
    readonly id: CommandGroup;
    readonly label: string;
    readonly commands: readonly ShownCommand[];
  }[];
  readonly shortcutOf: (id: string) => string | undefined;
  /** Runs the command if it is enabled; an unknown id does nothing. */
  readonly run: (id: string) => void;
}

/** The arrow keys that mean one way on the screen. */
const toASide = /^Arrow(?:Left|Right)$/;

/** The command table as it stands now; listens for its keys and keeps the native menu in step. */
export function useCommands(
  desk: CommandDesk,
  catalogue: Catalogue,
  platform: { readonly mac: boolean; readonly nativeMenu: boolean },
): Commands {
  const { workspace } = desk;
  const { mac, nativeMenu: withNativeMenu } = platform;
  const settings = useStore(workspace.screen, (state) => state.settings);
  // The caret moves with every key: nothing is drawn anew unless a command has become available or ceased to be.
  const available = useAvailable(desk);
  const shown = useMemo(
    () =>
      commands.map((command, index) =>
        showCommand({ command, enabled: available[index] === '1', settings, catalogue, mac }),
      ),
    [available, settings, catalogue, mac],
  );

  const run = useCallback(
    (id: string): void => {
      const command = commands.find((one) => one.id === id);
      if (command?.enabled(stateToRun(desk))) void runCommand(command, desk);
    },
    [desk],
  );

  /** The key that ran a command last, which may still be held down. */
  const held = useRef<{ readonly code: string; readonly repeats: boolean } | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      // The command may have moved the focus into a field, or made another command the one of this key.
      const { current: last } = held;
      if (event.repeat && last?.code === event.code && !last.repeats) {
        event.preventDefault();
        return;
      }
      const { dialog, openReport } = workspace.screen.getState();
      if (dialog !== null || openReport !== null) return;
      const meant = commands.filter((one) => takesKey(one, event, mac));
      if (meant.length > 0) catchUp(desk);
      const now = stateToRun(desk);
      const enabled = meant.filter((one) => one.enabled(now));
      const first = enabled.find(({ mode }) => mode) ?? enabled[0];
      if (!first) return;
      const isTurned = toASide.test(event.key) && directionHere(now.screen) === 'rtl';
      const command = (isTurned && commands.find(({ id }) => id === first.otherWay)) || first;
      event.preventDefault();
      const { repeats = false } = command;
      if (event.repeat && !repeats) return;
      held.current = { code: event.code, repeats };
      void runCommand(command, desk);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [desk, mac, workspace]);

  useEffect(() => {
    // The words of a selected annotation are copied when no text is selected that the system would copy.
    const copy = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || document.getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      const words = selectedWords(workspace);
      if (!words) return;
      event.clipboardData?.setData('text/plain', words);
      event.preventDefault();
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [workspace]);

  const inGroups = useMemo(
    () =>
      commandGroups.map((group) => ({
        id: group,
        label: catalogue.menus[group],
        commands: shown.filter((_, index) => commands[index]?.group === group),
      })),
    [shown, catalogue],
  );
  const nativeGroups = useMemo(
    () => JSON.stringify(withNativeMenu ? nativeMenu(inGroups, catalogue, mac) : []),
    [inGroups, withNativeMenu, catalogue, mac],
  );
  useEffect(() => {
    // Compared as text, so that main is told only when the menu reads differently.
    const menu = JSON.parse(nativeGroups) as MenuGroup[];
    if (menu.length > 0) void workspace.desktop.setMenu(menu);
  }, [nativeGroups, workspace]);

  return useMemo(
    () => ({
      shown,
      groups: inGroups,
      shortcutOf: (id) => shown.find((command) => command.id === id)?.shortcut,
      run,
    }),
    [shown, inGroups, run],
  );
}

/** Which commands can be run, one digit to each in their order: equal as long as nothing has changed for any of them. */
function useAvailable(desk: CommandDesk): string {
  const { workspace } = desk;
  const article = useStore(workspace.screen, (state) => state.article);
  const subscribe = useCallback(
    (listener: () => void) => {
      const { screen, store, library } = workspace;
      const stops = [
        screen.subscribe(listener),
        store.subscribe(listener),
        library.subscribe(listener),
        article?.subscribe(listener),
      ];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    [workspace, article],
  );
  return useSyncExternalStore(subscribe, () => {
    const state = readState(desk);
    return commands.map(({ enabled }) => (enabled(state) ? '1' : '0')).join('');
  });
}

/** The state at this moment, which may be newer than what was last drawn: keys come faster than frames. */
function readState({ workspace }: CommandDesk): CommandState {
  const { undoStack } = workspace.store.state;
  return {
    screen: workspace.screen.getState(),
    canUndo: undoStack.undo !== null,
    canRedo: undoStack.redo.length > 0,
    articleCount: workspace.library.articles.length,
  };
}

/**
 * The same for a command that is about to be run. While something is being written, what there is to take back or to do
 * again is known when it has been: the command waits for it, and is shown as it was meanwhile.
 */
function stateToRun(desk: CommandDesk): CommandState {
  const state = readState(desk);
  return desk.workspace.store.state.status.state === 'saving'
    ? { ...state, canUndo: true, canRedo: true }
    : state;
}

/** Takes over where the caret is right now: a key may come before the browser has told of a new selection. */
function catchUp({ workspace, reader }: CommandDesk): void {
  const news = reader()?.news();
  if (news) placeCaret(workspace, news, 'place');
}

/** Runs a command; ends that are being moved are kept before anything else is done. */
async function runCommand(command: Command, desk: CommandDesk): Promise<void> {
  if (desk.workspace.screen.getState().adjusting && command.mode !== 'adjusting')
    await keepEnds(desk.workspace);
  await command.run(desk);
}

function showCommand(facts: {
  readonly command: Command;
  readonly enabled: boolean;
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly mac: boolean;
}): ShownCommand {
  const { command, enabled, settings, catalogue, mac } = facts;
  const [key] = keysOf(command, mac);
  return {
    id: command.id,
    label: catalogue.commands[command.id],
    group: catalogue.menus[command.group],
    ...(key && { shortcut: formatChord(key, mac) }),
    enabled,
    ...(command.checked && { checked: command.checked(settings) }),
  };
}
