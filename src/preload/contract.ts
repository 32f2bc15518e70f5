import type { Result } from '../core/result';

/**
 * The one interface between the page and the process that owns files. Both transports (Electron's ipc, the loopback
 * WebSocket) are derived from `desktopMethods`. Only structured-cloneable plain data and `Uint8Array` cross.
 * Paths never do: the page holds opaque tokens.
 */

declare const fileToken: unique symbol;

/** Stands for a file that the person chose by a dialog, the command line or the list of recent files. */
export type FileToken = string & { readonly [fileToken]: true };

export type FileErrorCode =
  /** No file is there any more. */
  | 'missing'
  | 'is-folder'
  /** Neither a file nor a folder: a device, a pipe, a socket. */
  | 'not-a-file'
  /** Over `maxBytesOf` its name. */
  | 'too-large'
  | 'permission-denied'
  | 'disk-full'
  /** The file became shorter or longer while it was read. */
  | 'changed-while-reading'
  /** What was read back is not what was written. */
  | 'not-verified'
  /** The token or session is unknown: from an earlier start, or already closed. */
  | 'stale'
  /** The person closed the dialog. */
  | 'cancelled'
  /** Arguments that the contract does not allow, or a sender that may not ask: a bug in the page. */
  | 'refused'
  /** Any other failure of the system; `detail` says which. */
  | 'system';

export interface FileError {
  readonly code: FileErrorCode;
  /** The name that the person knows the file by, without its folder. */
  readonly fileName?: string;
  /** The system's own word for it, such as `EIO`; never a path. */
  readonly detail?: string;
  /** The size that was refused, in bytes. */
  readonly byteLength?: number;
}

/** What the page may know of the shell that it runs in. */
export interface ShellInfo {
  readonly shell: 'electron' | 'loopback';
  /** Node's `process.platform`. */
  readonly platform: string;
  readonly version: string;
  /** The folder in which this shell keeps its data, to be shown to the person. */
  readonly dataFolder: string;
  /** The folder that exports go to when the shell has no save dialog; absent when it has one. */
  readonly exportFolder?: string;
  /** Whether `openFiles` shows a dialog; without one the page uses a file input of its own. */
  readonly openDialog: boolean;
  /** Whether `setMenu` shows a native menu; without one the page shows its own. */
  readonly nativeMenu: boolean;
}

/** A file that may be read. */
export interface GrantedFile {
  readonly token: FileToken;
  readonly fileName: string;
}

/** A file read before by a path: newest first in lists. */
export interface RecentFile extends GrantedFile {
  /** The folder's own name, to tell two files of one name apart. */
  readonly folderName: string;
  /** ISO 8601 in UTC. */
  readonly openedAt: string;
}

/** One of several files asked for: granted, or why not. */
export type GrantOutcome = Result<GrantedFile, FileError>;

export interface ReadSession {
  readonly readId: string;
  readonly fileName: string;
  readonly byteLength: number;
}

export interface SaveSession {
  readonly saveId: string;
  /** Where the file will be, for the person to read. */
  readonly destination: string;
}

/** What the page says it has written, for main to hold the file against. */
export interface SaveDigest {
  readonly byteLength: number;
  /** Of all bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface SavedFile extends SaveDigest {
  readonly destination: string;
}

/**
 * The store has a copy outside the browser, which main keeps in the backup folder without looking inside: a journal of
 * acts, whole snapshots, and texts by their hash. A lineage names one store through its life; a restored one has its own.
 */
export interface BackupState {
  /** Where it is, to be shown to the person. */
  readonly folder: string;
  /** The one written to last comes first. */
  readonly lineages: readonly KeptLineage[];
  /** The names of files of the backup that are damaged or not of this program, without their folder. */
  readonly damaged: readonly string[];
  /** Of everything in the folder. */
  readonly byteLength: number;
}

/** What is kept of one store. */
export interface KeptLineage {
  readonly lineage: string;
  /** Newest first. Whoever reads one holds it against its `sha256`. */
  readonly snapshots: readonly KeptSnapshot[];
  /** The stretches of the journal that are whole, in order, with a gap between any two. */
  readonly journal: readonly JournalRun[];
}

/** A whole copy of a store as it was after the act with entry `seq`. */
export interface KeptSnapshot extends SaveDigest {
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/** Acts without a gap: from entry `first` to entry `last`. */
export interface JournalRun {
  readonly first: number;
  readonly last: number;
  /** When the last act was written: ISO 8601 in UTC with milliseconds. */
  readonly lastAt: string;
}

/** A piece of one act, which is whole only with the piece that `isEnd`. Main does not look into the bytes. */
export interface JournalPiece {
  /** The number of the act's first entry. */
  readonly first: number;
  /** The number of the act's last entry. */
  readonly last: number;
  /** Which piece of the act this is, from 0. */
  readonly index: number;
  readonly isEnd: boolean;
  readonly bytes: Uint8Array;
}

/** What can be written to the backup as a whole. A text is its UTF-8, named by the SHA-256 of it. */
export type BackupItem =
  | { readonly kind: 'text'; readonly sha256: string }
  | { readonly kind: 'snapshot'; readonly lineage: string };

/** What can be read from it. */
export type KeptItem =
  | { readonly kind: 'text'; readonly sha256: string }
  | { readonly kind: 'snapshot'; readonly lineage: string; readonly sha256: string };

/** One entry of the native menu, made by the page from its table of commands. */
export type MenuEntry =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'command';
      readonly commandId: string;
      readonly label: string;
      /** Electron's accelerator syntax; shown only, the page itself listens for keys. */
      readonly accelerator?: string;
      readonly enabled: boolean;
    }
  /** What the system itself does in a text field. */
  | {
      readonly kind: 'role';
      readonly label: string;
      readonly role:
        | 'cut'
        | 'copy'
        | 'paste'
        | 'selectAll'
        | 'quit'
        | 'togglefullscreen'
        /** The system's list of documents opened before; only macOS has one in its menus. */
        | 'recentDocuments';
    };

export interface MenuGroup {
  readonly label: string;
  /** The letter that opens the menu with Alt; macOS has none. */
  readonly accessKey?: string;
  readonly entries: readonly MenuEntry[];
}

/** The colours that a person can choose; `system` follows the desktop. */
export const themes = ['system', 'light', 'dark'] as const;

/** One of `themes`. */
export type ThemeChoice = (typeof themes)[number];

/** What main has to say to the page. */
export type DesktopEvent =
  | { readonly kind: 'open-files'; readonly files: readonly GrantOutcome[] }
  | { readonly kind: 'command'; readonly commandId: string }
  /** The person wants to close the window while something is not yet written: the page writes it or asks, then `closeNow`. */
  | { readonly kind: 'close-asked' }
  /** The page before this one crashed; `fileName` is what it was opening, null when it was opening nothing. */
  | { readonly kind: 'page-lost'; readonly fileName: string | null };

export interface Desktop {
  describe(): Promise<Result<ShellInfo, FileError>>;
  /** Shows the open dialog (several files). Closing it is `cancelled`. */
  openFiles(): Promise<Result<readonly GrantOutcome[], FileError>>;
  listRecentFiles(): Promise<Result<readonly RecentFile[], FileError>>;
  forgetRecentFiles(): Promise<Result<null, FileError>>;
  /** Opens a file for reading; over `maxBytesOf` its name it is `too-large`. */
  beginRead(token: FileToken): Promise<Result<ReadSession, FileError>>;
  /** The next bytes, at most `chunkBytes`; null when all are read, which closes the session. */
  readChunk(readId: string): Promise<Result<Uint8Array | null, FileError>>;
  abortRead(readId: string): Promise<Result<null, FileError>>;
  /** Chooses a destination (by dialog where there is one) and opens a temporary file beside it. */
  beginSave(request: { readonly suggestedName: string }): Promise<Result<SaveSession, FileError>>;
  /** Appends at most `chunkBytes`; the answer is the back-pressure: one call at a time. */
  writeChunk(saveId: string, bytes: Uint8Array): Promise<Result<null, FileError>>;
  /** Flushes, reads the temporary file back, holds it against `digest`, and only then renames it. */
  commitSave(saveId: string, digest: SaveDigest): Promise<Result<SavedFile, FileError>>;
  /** Removes the temporary file; nothing is left under the final name. */
  abortSave(saveId: string): Promise<Result<null, FileError>>;
  describeBackup(): Promise<Result<BackupState, FileError>>;
  /**
   * Appends pieces of acts, in order, together at most `chunkBytes`; answered when they are flushed to the disk. The first
   * act must follow what is there (or begin at 1, or follow a snapshot), else it is `out-of-step` and nothing is written:
   * something else has written to the journal, or it lost its end.
   */
  appendJournal(
    lineage: string,
    pieces: readonly JournalPiece[],
  ): Promise<Result<'written' | 'out-of-step', FileError>>;
  /**
   * Pieces of the whole acts of the run that follows entry `after`, leaving out the first `skip` of them; together at most
   * `chunkBytes`. None at the end of the run.
   */
  readJournal(
    lineage: string,
    from: { readonly after: number; readonly skip: number },
  ): Promise<Result<readonly JournalPiece[], FileError>>;
  /** Opens a part of the backup for `writeChunk`; null when the text is kept already. A text ends with `commitSave`. */
  beginBackupSave(item: BackupItem): Promise<Result<SaveSession | null, FileError>>;
  /** As `commitSave`, for a snapshot, which is of entry `seq`. Then the oldest that are over `backupBytes` are removed. */
  commitSnapshot(saveId: string, snapshot: KeptSnapshot): Promise<Result<SavedFile, FileError>>;
  /** Opens a part of the backup for `readChunk`. */
  beginBackupRead(item: KeptItem): Promise<Result<ReadSession, FileError>>;
  /** Says whether anything is not yet written: while it is so, closing the window is `close-asked` first. */
  setUnwritten(unwritten: boolean): Promise<Result<null, FileError>>;
  /** Closes the window without asking again; only an answer to `close-asked`. */
  closeNow(): Promise<Result<null, FileError>>;
  /** Says which file is being opened, null when none is any more, so that a crash can name it. */
  setOpening(fileName: string | null): Promise<Result<null, FileError>>;
  setMenu(groups: readonly MenuGroup[]): Promise<Result<null, FileError>>;
  /** Gives what the shell itself draws, such as menus and the ground of the window, the colours that the person chose. */
  setTheme(theme: ThemeChoice): Promise<Result<null, FileError>>;
  /** Settles when main has something to say; the page asks again at once. */
  nextEvent(): Promise<Result<DesktopEvent, FileError>>;
}

/** Every method of `Desktop`: channels, relay and routes are made from this list. */
export const desktopMethods = [
  'describe',
  'openFiles',
  'listRecentFiles',
  'forgetRecentFiles',
  'beginRead',
  'readChunk',
  'abortRead',
  'beginSave',
  'writeChunk',
  'commitSave',
  'abortSave',
  'describeBackup',
  'appendJournal',
  'readJournal',
  'beginBackupSave',
  'commitSnapshot',
  'beginBackupRead',
  'setUnwritten',
  'closeNow',
  'setOpening',
  'setMenu',
  'setTheme',
  'nextEvent',
] as const satisfies readonly (keyof Desktop)[];

export type DesktopMethod = (typeof desktopMethods)[number];

/** Does not compile when `desktopMethods` leaves a method of `Desktop` out. */
export const desktopMethodsAreComplete: Exclude<keyof Desktop, DesktopMethod> extends never
  ? true
  : never = true;

/** The most that an article's file may hold to be opened. */
export const maxFileBytes = 50 * 1024 * 1024;

/** The most that an export may hold to be read: about as much as the engine takes as one string. */
export const maxExportBytes = 400 * 1024 * 1024;

/** The most that a file of this name may hold to be read: exports end in `.json`. */
export function maxBytesOf(fileName: string): number {
  return /\.json$/i.test(fileName) ? maxExportBytes : maxFileBytes;
}

/** The most that one `readChunk` or `writeChunk` carries. */
export const chunkBytes = 1024 * 1024;

/** How much the snapshots and journals of all lineages may hold; the two newest snapshots of the newest are always kept. */
export const backupBytes = 1024 * 1024 * 1024;

/** Under which name the preload offers the `Desktop` to the page. */
export const desktopGlobal = 'dateline';

/** The ipc channel of a method. */
export function channelOf(method: DesktopMethod): string {
  return `desktop:${method}`;
}
