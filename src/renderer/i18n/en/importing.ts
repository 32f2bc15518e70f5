import { quoted, quotedName } from '../foreign-words';
import { countOf, numberOf, sizeOf } from './format';

/** What a refusal says besides its code. */
export interface ImportFacts {
  readonly code?: string;
  /** The system's own word, such as `EIO`. */
  readonly detail?: string;
  readonly byteLength?: number;
}

const unchanged = 'Nothing was imported, and everything here is as it was.';
const chooseAgain = 'Check the file, then import it again.';

/** The dialog that imports an export of this program. */
export const importing = {
  title: 'Import',
  from: (fileName: string) => `From ${quotedName(fileName)}`,
  waiting: (count: number) => `${countOf(count, 'file waits', 'files wait')} after this one.`,
  reading: (done: number, total: number) =>
    total === 0
      ? 'Reading the file…'
      : `${numberOf(done)} of ${countOf(total, 'annotation', 'annotations')} checked against the text`,
  comparing: (done: number, total: number) =>
    `${numberOf(done)} of ${countOf(total, 'annotation', 'annotations')} compared with what is here`,
  applying: (done: number, total: number) =>
    total === 0
      ? 'Being saved…'
      : `${numberOf(done)} of ${countOf(total, 'annotation', 'annotations')} saved`,
  goOn: 'You can close this and go on tagging meanwhile.',
  withdrawing: 'Taking back what was saved…',
  table: 'What the file holds',
  articles: 'Articles',
  annotations: 'Annotations',
  fresh: 'New',
  same: 'Here already',
  conflicting: 'Different here',
  rule: 'Where both differ',
  decisions: { mine: 'Keep mine', theirs: 'Take theirs', both: 'Keep both' },
  ruleHint:
    'The facts of an article, and what one coder says of the same words, are not kept twice: there, yours stay.',
  conflicts: 'What differs',
  row: (conflict: {
    readonly words: string;
    readonly title: string;
    readonly decision: string;
    readonly isException: boolean;
  }) =>
    `${conflict.words}; ${conflict.title}; ${conflict.decision}${conflict.isException ? ', decided for this one' : ''}`,
  factsOf: (title: string) => `Facts of ${quoted(title)}`,
  forThisOne: 'For this one',
  mine: 'Mine',
  theirs: 'Theirs',
  nothing: 'not set',
  /** Words, and where in the text they stand. */
  wordsAt: (words: string, spans: readonly { readonly start: number; readonly end: number }[]) =>
    `${words} (${spans.map(({ start, end }) => `${numberOf(start)}–${numberOf(end)}`).join(', ')})`,
  byHand: 'by hand',
  byRule: (rule: string) => `by rule: ${rule}`,
  changed: 'Changed',
  oneUndo: 'One undo takes all of it back.',
  nothingToDo: 'All of it is here already.',
  allMine: 'By these decisions nothing would change.',
  start: (annotations: number, articles: number) => {
    if (annotations > 0) return `Import ${countOf(annotations, 'annotation', 'annotations')}`;
    return articles > 0 ? `Import ${countOf(articles, 'article', 'articles')}` : 'Import';
  },
  done: (annotations: number, articles: number) =>
    `${countOf(annotations, 'annotation', 'annotations')} and ${countOf(articles, 'article', 'articles')} imported`,
  leftOut: (count: number) =>
    count === 1
      ? '1 annotation was left out, since it or its article was changed meanwhile.'
      : `${numberOf(count)} annotations were left out, since they or their articles were changed meanwhile.`,
  cancel: 'Cancel',
  hide: 'Go on tagging',
  close: 'Close',
  refused: 'The file was not imported',
  failed: 'The import was not saved',
  withdrawn: unchanged,
  notWithdrawn: 'What was saved of it is taken back when Dateline starts the next time.',
  tryAgain: 'Import the file again once that is mended.',
  faults: (count: number) => countOf(count, 'fault', 'faults'),
  moreFaults: (count: number) => `and ${numberOf(count)} more`,
  wholeFile: 'the whole file',
  line: (line: number, column: number) => `line ${numberOf(line)}, column ${numberOf(column)}`,
  /** Why a file is refused, and what to do next. */
  refusals: {
    'not-text': (_facts: ImportFacts) => ({
      what: 'The file is not text in UTF-8, so it is no export of Dateline.',
      safe: unchanged,
      next: 'Choose a file that Dateline exported. It must not have been saved in another encoding.',
    }),
    malformed: (_facts: ImportFacts) => ({
      what: 'The file is cut off or damaged: it is not JSON.',
      safe: unchanged,
      next: 'Copy it again from where it came, or export again there.',
    }),
    foreign: (_facts: ImportFacts) => ({
      what: 'The file is JSON, but no export of Dateline.',
      safe: unchanged,
      next: 'Choose a file that Dateline exported.',
    }),
    newer: (_facts: ImportFacts) => ({
      what: 'A newer Dateline wrote this file.',
      safe: unchanged,
      next: 'Import it with that version.',
    }),
    damaged: (_facts: ImportFacts) => ({
      what: 'The file was changed after it was exported: what it says does not hold together.',
      safe: unchanged,
      next: 'Copy it again from where it came, or export again there.',
    }),
    unreadable: (_facts: ImportFacts) => ({
      what: 'The file could not be read: the program that reads it failed on it.',
      safe: unchanged,
      next: 'Export in smaller parts, article by article, and import those.',
    }),
    missing: (_facts: ImportFacts) => ({
      what: 'The file is no longer there.',
      safe: unchanged,
      next: chooseAgain,
    }),
    'is-folder': (_facts: ImportFacts) => ({
      what: 'That is a folder, not a file.',
      safe: unchanged,
      next: 'Choose the export inside it.',
    }),
    'not-a-file': (_facts: ImportFacts) => ({
      what: 'That is a device or a pipe, not a file.',
      safe: unchanged,
      next: 'Save the export as a file and import that.',
    }),
    'too-large': ({ byteLength }: ImportFacts) => ({
      what: `The file is larger than can be read here${byteLength === undefined ? '' : ` (${sizeOf(byteLength)})`}.`,
      safe: unchanged,
      next: 'Export in smaller parts, article by article, and import those.',
    }),
    'permission-denied': (_facts: ImportFacts) => ({
      what: 'You have no permission to read the file.',
      safe: unchanged,
      next: 'Change its permissions, or copy it to a folder of your own.',
    }),
    'disk-full': (_facts: ImportFacts) => ({
      what: 'The file could not be read because the disk is full.',
      safe: unchanged,
      next: 'Free some space and import it again.',
    }),
    'changed-while-reading': (_facts: ImportFacts) => ({
      what: 'The file changed while it was being read.',
      safe: unchanged,
      next: 'Wait until the program that writes it has finished, then import it again.',
    }),
    'not-verified': (_facts: ImportFacts) => ({
      what: 'The file did not read the same twice.',
      safe: unchanged,
      next: 'Copy it to another disk and import the copy.',
    }),
    stale: (_facts: ImportFacts) => ({
      what: 'The file was chosen in an earlier session.',
      safe: unchanged,
      next: 'Choose it again.',
    }),
    cancelled: (_facts: ImportFacts) => ({
      what: 'You stopped the import.',
      safe: unchanged,
      next: 'Import it again when you want to.',
    }),
    refused: ({ detail }: ImportFacts) => ({
      what: `The file could not be read because of a fault in Dateline${detail ? ` (${detail})` : ''}.`,
      safe: unchanged,
      next: 'Restart Dateline and import it again.',
    }),
    system: ({ detail }: ImportFacts) => ({
      what: `The system could not read the file${detail ? ` (${detail})` : ''}.`,
      safe: unchanged,
      next: 'Try again. If it fails again, copy the file to another disk.',
    }),
  },
  /** What is wrong at one place of a file. */
  faultCodes: {
    'malformed-json': 'This is not JSON.',
    'newer-version': 'The version is newer than this program reads.',
    missing: 'Something is missing.',
    'unknown-key': 'The format knows no such key.',
    'wrong-value': 'The value is not one that the format allows.',
    'duplicate-id': 'The same id stands elsewhere in the file.',
    'text-not-well-formed': 'The text holds half a character.',
    'text-hash-differs': 'The text is not the one that was exported.',
    'text-length-differs': 'The text does not have the length told.',
    'span-outside-text': 'The place lies outside the text.',
    'span-empty': 'The place is empty.',
    'span-splits-pair': 'The place splits a character.',
    'spans-out-of-order': 'The places are not in the order of the text.',
    'code-points-differ': 'The two ways of counting do not agree.',
    'quote-differs': 'The words are not those at the place.',
    'prefix-differs': 'The words before it are others.',
    'suffix-differs': 'The words after it are others.',
    'not-edtf': 'The value is not a date.',
  },
};
