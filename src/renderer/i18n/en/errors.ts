import { quotedName } from '../foreign-words';
import { numberOf, sizeOf } from './format';

/** The facts that an error about a file may carry. */
export interface FileFacts {
  readonly fileName?: string;
  /** The system's own word, such as `EIO`. */
  readonly detail?: string;
  readonly byteLength?: number;
  readonly encoding?: string;
  /** Of the first byte that does not decode, from 0. */
  readonly byteOffset?: number;
  /** What a binary file seems to be, such as `PDF`. */
  readonly what?: string;
}

/** What happened, what is safe, and what to do next: each one plain sentence or two. */
export interface Explanation {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

const named = ({ fileName }: FileFacts): string => (fileName ? quotedName(fileName) : 'The file');
const because = ({ detail }: FileFacts): string => (detail ? ` (${detail})` : '');
const untouched = 'The file was not changed, and the other articles are as they were.';
const nothingWritten = 'Nothing was left half written, and your annotations are safe in the store.';

/** Why a file could not be opened. */
export const openErrors = {
  missing: (facts: FileFacts) => ({
    what: `${named(facts)} is no longer there.`,
    safe: 'Articles opened from it before are still in the library.',
    next: 'Check whether it was moved or renamed, then open it again.',
  }),
  'is-folder': (facts: FileFacts) => ({
    what: `${named(facts)} is a folder.`,
    safe: untouched,
    next: 'Open the folder and choose the files inside it.',
  }),
  'not-a-file': (facts: FileFacts) => ({
    what: `${named(facts)} is a device or a pipe, not a file.`,
    safe: untouched,
    next: 'Save its contents as a file and open that.',
  }),
  'too-large': (facts: FileFacts) => ({
    what: `${named(facts)} is larger than 50 MB${facts.byteLength === undefined ? '' : ` (${sizeOf(facts.byteLength)})`}.`,
    safe: untouched,
    next: 'Cut it into smaller files, one article in each.',
  }),
  'permission-denied': (facts: FileFacts) => ({
    what: `You have no permission to read ${facts.fileName ? named(facts) : 'the file'}.`,
    safe: untouched,
    next: 'Change its permissions, or copy it to a folder of your own, and open it again.',
  }),
  'disk-full': (facts: FileFacts) => ({
    what: `${named(facts)} could not be read because the disk is full.`,
    safe: untouched,
    next: 'Free some space and open it again.',
  }),
  'changed-while-reading': (facts: FileFacts) => ({
    what: `${named(facts)} changed while it was being read.`,
    safe: untouched,
    next: 'Wait until the program that writes it has finished, then open it again.',
  }),
  'not-verified': (facts: FileFacts) => ({
    what: `${named(facts)} did not read the same twice.`,
    safe: untouched,
    next: 'Copy it to another disk and open the copy.',
  }),
  stale: (facts: FileFacts) => ({
    what: `${named(facts)} was chosen in an earlier session.`,
    safe: untouched,
    next: 'Choose it again with Open files….',
  }),
  cancelled: (facts: FileFacts) => ({
    what: `${named(facts)} was not opened: you stopped it.`,
    safe: untouched,
    next: 'Open it again when you want to.',
  }),
  refused: (facts: FileFacts) => ({
    what: `${named(facts)} could not be opened because of a fault in Dateline${because(facts)}.`,
    safe: untouched,
    next: 'Choose it with Open files…. If that fails too, restart Dateline.',
  }),
  system: (facts: FileFacts) => ({
    what: `The system could not read ${facts.fileName ? named(facts) : 'the file'}${because(facts)}.`,
    safe: untouched,
    next: 'Try again. If it fails again, copy the file to another disk and open the copy.',
  }),
  unreadable: (facts: FileFacts) => ({
    what: `${named(facts)} could not be read${because(facts)}.`,
    safe: untouched,
    next: 'Open it in the program it came from, save it as plain text, and open that.',
  }),
  undecodable: (facts: FileFacts) => ({
    what: `${named(facts)} is not valid ${facts.encoding ?? 'text'}${facts.byteOffset === undefined ? '' : `: byte ${numberOf(facts.byteOffset)} does not decode`}.`,
    safe: untouched,
    next: 'Save it as UTF-8 in a text editor and open it again.',
  }),
  binary: (facts: FileFacts) => ({
    what: `${named(facts)} is not a text file${facts.what ? ` but ${facts.what}` : ''}.`,
    safe: untouched,
    next: 'Save the article as plain text, Markdown or HTML and open that.',
  }),
  empty: (facts: FileFacts) => ({
    what: `${named(facts)} is empty.`,
    safe: untouched,
    next: 'Check whether the article was saved completely.',
  }),
  blank: (facts: FileFacts) => ({
    what: `${named(facts)} holds only blank space, no words.`,
    safe: untouched,
    next: 'Check whether the article was saved completely.',
  }),
};

/** Why an export could not be written. */
export const saveErrors = {
  missing: () => ({
    what: 'The folder of the export is no longer there.',
    safe: nothingWritten,
    next: 'Export again and choose another folder.',
  }),
  'is-folder': (facts: FileFacts) => ({
    what: `A folder named ${facts.fileName ? named(facts) : 'like the export'} is already there.`,
    safe: nothingWritten,
    next: 'Export again under another name.',
  }),
  'not-a-file': () => ({
    what: 'The place chosen is a device or a pipe, not a file.',
    safe: nothingWritten,
    next: 'Export again and choose another place.',
  }),
  'too-large': () => ({
    what: 'The export is larger than the disk allows.',
    safe: nothingWritten,
    next: 'Export one article at a time, or choose another disk.',
  }),
  'permission-denied': () => ({
    what: 'You have no permission to write there.',
    safe: nothingWritten,
    next: 'Export again and choose a folder of your own.',
  }),
  'disk-full': () => ({
    what: 'The disk is full.',
    safe: nothingWritten,
    next: 'Free some space, or choose another disk, and export again.',
  }),
  'changed-while-reading': () => ({
    what: 'Another program changed the export while it was being checked.',
    safe: nothingWritten,
    next: 'Export again.',
  }),
  'not-verified': () => ({
    what: 'What was read back from the disk is not what was written.',
    safe: nothingWritten,
    next: 'Export to another disk: this one may be failing.',
  }),
  stale: () => ({
    what: 'The export was begun in an earlier session.',
    safe: nothingWritten,
    next: 'Export again.',
  }),
  cancelled: () => ({
    what: 'The export was stopped.',
    safe: nothingWritten,
    next: 'Export again when you want to.',
  }),
  refused: (facts: FileFacts) => ({
    what: `The export failed because of a fault in Dateline${because(facts)}.`,
    safe: nothingWritten,
    next: 'Restart Dateline and export again.',
  }),
  unsound: (facts: FileFacts) => ({
    what: `An annotation does not fit its text, so the export was stopped${because(facts)}.`,
    safe: nothingWritten,
    next: 'Copy this message into a report. Exporting the other articles one by one still works.',
  }),
  system: (facts: FileFacts) => ({
    what: `The system could not write the export${because(facts)}.`,
    safe: nothingWritten,
    next: 'Try again. If it fails again, choose another disk.',
  }),
};

const lastEditOnly =
  'Everything saved before is safe. The last edit is kept in this window but not yet on the disk.';

/** Why an edit could not be saved in the store. */
export const storeErrors = {
  'no-space': (_detail?: string) => ({
    what: 'Could not save: the disk is full.',
    safe: lastEditOnly,
    next: 'Free some space on the disk, then retry.',
  }),
  closed: (_detail?: string) => ({
    what: 'Could not save: the browser closed the store.',
    safe: lastEditOnly,
    next: 'Retry. If it fails again, close this window and open Dateline again.',
  }),
  conflict: (_detail?: string) => ({
    what: 'Could not save: the record was changed elsewhere meanwhile.',
    safe: 'The other edit is kept, and everything saved before is safe.',
    next: 'Look at the record as it is now, and make your edit again.',
  }),
  'newer-version': (_detail?: string) => ({
    what: 'A newer Dateline wrote this store.',
    safe: 'Nothing in it was changed.',
    next: 'Open it with that version, or export there and use the export here.',
  }),
  system: (detail?: string) => ({
    what: `Could not save${detail ? ` (${detail})` : ''}.`,
    safe: lastEditOnly,
    next: 'Retry. If it fails again, export what you have and restart Dateline.',
  }),
};
