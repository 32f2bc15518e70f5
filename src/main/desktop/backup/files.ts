/**
 * The calls on the file system by which the backup and the person's exports are written: few, so that a test can stand
 * between them and the disk and lose what was not flushed. Paths are absolute. Each throws what the system raises.
 */
export interface BackupFiles {
  /** The entries of a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Makes a folder and those above it; nothing when it is there. */
  makeFolder(folder: string): Promise<void>;
  /** Makes a file that is not there yet, to be written from its beginning. */
  create(path: string): Promise<WritableFile>;
  /** Opens a file that is there. */
  open(path: string): Promise<ReadableFile>;
  /** Gives a file another name, taking the place of a file that has it. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; nothing when it is not there. */
  remove(path: string): Promise<void>;
  /** Flushes the names in a folder, so that a file made or renamed there lasts. */
  syncFolder(folder: string): Promise<void>;
}

/** What a folder holds under one name. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Zero for a folder. */
  readonly byteLength: number;
}

/** A file open for reading. */
export interface ReadableFile {
  /** As it was when the file was opened. */
  readonly byteLength: number;
  /** The bytes from `offset` on, at most `length`: fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Closing again does nothing. */
  close(): Promise<void>;
}

/** A file open for writing at its end. */
export interface WritableFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Flushes what was appended. */
  sync(): Promise<void>;
  /** The bytes from `offset` on, at most `length`, as they stand now: fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Closing again does nothing. */
  close(): Promise<void>;
}
