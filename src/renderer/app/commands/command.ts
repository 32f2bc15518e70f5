import type { CommandId } from '../../i18n/en';
import type { ReaderHandle } from '../../reader/Reader';
import type { ScreenState } from '../../workspace/screen';
import type { Settings } from '../../workspace/settings';
import type { Workspace } from '../../workspace/workspace';
import type { Chord } from './keys';

/** What commands can ask of the window, besides the workspace. */
export interface CommandDesk {
  readonly workspace: Workspace;
  readonly reader: () => ReaderHandle | null;
  /** Lets the person choose files: by the system's dialog, or by the page's own input where there is none. */
  readonly chooseFiles: () => Promise<void>;
  /** Lets the person choose exports to import, in the same way; an import under way is not disturbed. */
  readonly chooseImport: () => Promise<void>;
  readonly openSamples: () => Promise<void>;
  /** Moves the focus into a field of the inspector or of the status line. */
  readonly focusField: (field: 'value' | 'note' | 'coder') => void;
  readonly copySelection: () => Promise<void>;
  readonly copyQuotation: () => Promise<void>;
  readonly toggleHistory: () => void;
  /** Shows or hides a column, as a drawer where the window is narrow. */
  readonly toggleColumn: (column: 'library' | 'inspector') => void;
}

/** The groups of commands, in the order of the menus; `caret` has no menu. */
export const commandGroups = ['file', 'edit', 'tag', 'go', 'caret', 'view', 'help'] as const;

/** Where a command is listed. */
export type CommandGroup = (typeof commandGroups)[number];

/** The keys of `command` on this platform. */
export function keysOf({ keys = [], macKeys = keys }: Command, mac: boolean): readonly Chord[] {
  return mac ? macKeys : keys;
}

/** One thing that a person can do, wherever it is offered. */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** The first is the one shown. */
  readonly keys?: readonly Chord[];
  /** The keys on macOS, where its conventions are others. */
  readonly macKeys?: readonly Chord[];
  /** Its keys work only while the focus is in the article, or nowhere. */
  readonly inText?: boolean;
  /**
   * The command that moves the other way. An arrow key to a side moves to that side: in a paragraph from right to left it runs
   * this one instead. See `caret-commands.ts`.
   */
  readonly otherWay?: CommandId;
  /** Its keys work only in this state of the window, and then before those of any other command. */
  readonly mode?: 'adjusting';
  /** Whether it is done again and again while its keys are held down, as motions are; else a key held acts once. */
  readonly repeats?: boolean;
  /** Whether its keys also work while the person is typing in a field. */
  readonly whileTyping?: boolean;
  /** What the system itself does by these keys, in text fields too: they are shown, but not listened for. */
  readonly nativeRole?: 'copy';
  readonly enabled: (state: CommandState) => boolean;
  /** For commands that choose one of several, whether this one is chosen. */
  readonly checked?: (settings: Settings) => boolean;
  readonly run: (desk: CommandDesk) => unknown;
}

/** What decides which commands are available. */
export interface CommandState {
  readonly screen: ScreenState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly articleCount: number;
}
