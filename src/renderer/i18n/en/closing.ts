import { quoted, quotedName } from '../foreign-words';
import { countOf } from './format';

/** Closing the window over what is not on the disk, the title that says so, and a window that had to start anew. */
export const closing = {
  inTitle: { unsaved: 'unsaved', failed: 'not saved', notKept: 'not in the backup' },
  titles: {
    writing: 'Still saving',
    failed: 'Not everything is saved',
    'not-kept': 'Not everything is in the backup',
    typed: 'Not everything is saved',
  },
  keptNextTime: 'It is safe there, and goes into the backup when Dateline is opened the next time.',
  whileWriting: {
    what: 'What you did last is still being written to the disk.',
    safe: 'Everything before it is saved.',
    next: 'The window closes by itself as soon as it is written.',
  },
  whenFailed: (edits: number) => ({
    safe: `Everything before is saved. ${countOf(edits, 'edit is', 'edits are')} in this window only, and would be lost with it.`,
    next: 'Remove the cause and try again. An export keeps what is saved in a file of its own; it does not hold what is in this window only.',
  }),
  whenTyped: (field: string) => ({
    what: `${field === '' ? 'A field' : `The field ${quoted(field)}`} holds text that cannot be saved as it is.`,
    safe: 'Everything else is saved.',
    next: 'Keep the window open to mend the text, or close it and lose only that.',
  }),
  tryAgain: 'Try again',
  exportFirst: 'Export first…',
  closeAnyway: 'Close anyway',
  keepOpen: 'Keep open',
  pageLost: (fileName: string | null) => ({
    what: 'The window stopped working and had to start anew.',
    safe: 'Everything that was saved is here.',
    next:
      fileName === null
        ? 'Look whether your last edit is there, and make it again if it is not.'
        : `It was opening ${quotedName(fileName)}, which is not opened again by itself. If opening it stops the window once more, leave it out and report it.`,
  }),
};
