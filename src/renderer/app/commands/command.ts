import type { CommandId } from '../i18n/en';
import type { ReaderHandle } from '../reader/Reader';
import type { ScreenState } from '../workspace/screen';
import type { Settings } from '../workspace/settings';
import type { Workspace } from '../workspace/workspace';
import type { Chord } from './keys';

/** What commands can ask of the window, besides the workspace. */
export interface CommandDesk {
  readonly workspace: Workspace;
  readonly reader: () => ReaderHandle | null;
  /** Lets the person choose files: by the system's dialog, or by the page's own input where there is none. */
  readonly chooseFiles: () => Promise<void>;
  readonly openSamples: () => Promise<void>;
  /** Moves the focus into a field of the inspector or of the status line. */
  readonly focusField: (field: 'value' | 'note' | 'coder') => void;
  readonly copySelection: () => Promise<void>;
  /** Shows or hides a column, as a drawer where the window is narrow. */
  readonly toggleColumn: (column: 'library' | 'inspector') => void;
}

/** One thing that a person can do, wherever it is offered. */
export interface Command {
  readonly id: CommandId;
  readonly group: 'file' | 'edit' | 'tag' | 'view' | 'help';
  /** The first is the one shown. */
  readonly keys?: readonly Chord[];
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
