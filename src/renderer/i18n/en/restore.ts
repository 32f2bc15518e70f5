import { quotedName } from '../foreign-words';
import type { Explanation, FileFacts } from './errors';
import { countOf, numberOf, sizeOf } from './format';

const counts = (articles: number, annotations: number): string =>
  `${countOf(articles, 'article', 'articles')}, ${countOf(annotations, 'annotation', 'annotations')}`;

const nothingTouched = 'Nothing was changed, neither in the store nor in the backup.';
const newStore = 'A new store is made from the backup; the present one is kept aside.';

/** The page that brings a project back from its backup. Moments come in words. */
export const restore = {
  /** What was found, what is safe, what to do next. */
  reasons: {
    missing: {
      title: 'Your project is missing',
      what: 'The store with your articles and annotations is not there.',
      safe: 'Nothing in the backup was changed.',
      next: 'Restore it to go on where you were.',
    },
    damaged: {
      title: 'Your project cannot be read',
      what: 'The store with your articles and annotations does not open.',
      safe: 'It is left as it is, for whoever may repair it.',
      next: 'Restore the backup. If the disk was only out of reach for a while, look again.',
    },
    newer: {
      title: 'A newer Dateline wrote this project',
      what: 'Its store can be read by that version only.',
      safe: 'Nothing in it was changed.',
      next: 'Open it with the newer Dateline. Or restore the backup into a store of this version, which lies beside it.',
    },
    behind: {
      title: 'The backup is ahead of your project',
      what: 'The store ends before its backup does.',
      safe: nothingTouched,
      next: 'Restore to have everything back, or go on without what only the backup holds.',
    },
    diverged: {
      title: 'Your project and its backup differ',
      what: 'Up to some change both are the same; from there on each holds other changes.',
      safe: nothingTouched,
      next: 'Compare what both hold, then restore the backup or go on with the store.',
    },
    asked: {
      title: 'Restore from the backup',
      what: 'The backup holds your project as it was at each of these points.',
      safe: 'The project as it is now is kept aside, whatever you restore.',
      next: 'Choose a point, look at what it held, and restore it.',
    },
  },
  changesBehind: (changes: number) =>
    changes === 1
      ? 'One change is in the backup alone.'
      : `${numberOf(changes)} changes are in the backup alone.`,
  presentHolds: (articles: number, annotations: number) =>
    `The store holds ${countOf(articles, 'article', 'articles')} and ${countOf(annotations, 'annotation', 'annotations')}.`,
  presentChanged: (moment: string) => `Its last change is of ${moment}.`,
  systemSays: (detail: string) => `The system says: ${detail}`,
  backupGoesTo: (moment: string) => `The backup goes up to ${moment}.`,
  nextWithoutBackup:
    'Nothing here can be restored. Look again when the disk with the backup is there, or start with an empty project.',
  nothingYet: 'There is nothing to restore yet: the backup is written while you work.',
  points: 'Points to restore',
  readingBackup: 'Reading the backup…',
  noBackup: 'There is no backup here.',
  lookedIn: (folder: string) => `Dateline looked in ${folder}`,
  latest: 'Everything up to the last change',
  recommended: 'recommended',
  snapshot: (moment: string) => `Snapshot of ${moment}`,
  undatedSnapshot: 'Snapshot without a date',
  size: (bytes: number) => sizeOf(bytes),
  damaged: 'damaged, cannot be restored',
  thisProject: 'This project',
  earlierProject: (moment: string) => `An earlier project, until ${moment}`,
  undatedProject: 'An earlier project',
  readingActs: 'Reading the changes after it…',
  noActs: 'No change after it is kept.',
  unreadableActs: 'The changes after it could not be read. Fold and unfold to try again.',
  upTo: (change: string) => `Up to: ${change}`,
  damagedFiles: (count: number, names: string) =>
    count === 1
      ? `One file of the backup is damaged and left out: ${names}`
      : `${numberOf(count)} files of the backup are damaged and left out: ${names}`,
  preview: 'What it holds',
  nothingChosen: 'Choose a point to see what it holds.',
  readingPoint: 'Reading what it holds…',
  counts,
  now: (articles: number, annotations: number) => `now: ${counts(articles, annotations)}`,
  lastChange: 'Last change',
  neverChanged: 'Nothing was ever changed in it.',
  missingTexts: (count: number) =>
    count === 1
      ? 'The text of one article is not in the backup. Its annotations come back, the text does not.'
      : `The texts of ${numberOf(count)} articles are not in the backup. Their annotations come back, the texts do not.`,
  actions: 'What to do',
  restore: 'Restore',
  /** What restoring does to what is there. */
  restoreHow: {
    missing: 'A new store is made from the backup, which stays as it is.',
    damaged: 'A new store is made from the backup; the damaged one is kept aside.',
    newer: 'A store of this version is made from the backup; the newer one stays beside it.',
    behind: newStore,
    diverged: newStore,
    asked: newStore,
  },
  startEmpty: 'Start with an empty project',
  startEmptyHow: 'Nothing is removed: you can restore the backup later.',
  startEmptyAside: 'Nothing is removed: what is there is kept aside.',
  goOn: 'Go on with the store as it is',
  goOnHow: 'You give up what only the backup holds. It stays there, to be restored later.',
  retry: 'Look again',
  retryHow: 'The store and the backup are read once more.',
  close: 'Close',
  closeHow: 'The project stays as it is.',
  restoring: 'Restoring your project',
  course: (
    done: { readonly articles: number; readonly annotations: number },
    of: { readonly articles: number; readonly annotations: number } | null,
  ) =>
    of === null
      ? `${counts(done.articles, done.annotations)} restored`
      : `${numberOf(done.articles)} of ${countOf(of.articles, 'article', 'articles')}, ${numberOf(done.annotations)} of ${countOf(of.annotations, 'annotation', 'annotations')}`,
  untouched: 'What is there is not touched. If you stop, everything is as it was.',
  cancel: 'Cancel',
  withdrawing: 'Removing what was half made…',
  failed: 'The backup was not restored',
  keptAside: 'Kept aside',
  keptAsideHint: 'Stores that a restore has put aside. They take up room until you remove them.',
  keptAsideOn: (moment: string) => `Put aside on ${moment}`,
  removeKept: 'Remove…',
  removeKeptOf: (name: string) => `Remove ${name}…`,
  removeKeptAsk: 'It cannot be had back.',
  removeKeptYes: 'Remove it for good',
  removeKeptNo: 'Keep it',
};

const because = ({ detail }: FileFacts): string => (detail ? ` (${detail})` : '');
const named = ({ fileName }: FileFacts): string =>
  fileName ? quotedName(fileName) : 'A file of the backup';
const otherPoint = 'Choose another point.';
const again = 'Try again.';

function explain(what: string, next: string): Explanation {
  return { what, safe: nothingTouched, next };
}

/** Why a backup could not be read or restored. */
export const restoreErrors = {
  missing: (facts: FileFacts) => explain(`${named(facts)} is no longer there.`, otherPoint),
  'is-folder': (facts: FileFacts) =>
    explain(`${named(facts)} is a folder where a file should be.`, otherPoint),
  'not-a-file': (facts: FileFacts) =>
    explain(`${named(facts)} is a device or a pipe, not a file.`, otherPoint),
  'too-large': (facts: FileFacts) =>
    explain(`${named(facts)} is larger than can be read.`, otherPoint),
  'permission-denied': (_facts: FileFacts) =>
    explain(
      'You have no permission to read the backup.',
      'Change the permissions of its folder, then try again.',
    ),
  'disk-full': (_facts: FileFacts) =>
    explain('The disk is full.', 'Free some space on the disk, then try again.'),
  'changed-while-reading': (facts: FileFacts) =>
    explain(`${named(facts)} changed while it was being read.`, again),
  'not-verified': (facts: FileFacts) =>
    explain(`${named(facts)} is not as it was written.`, otherPoint),
  stale: (_facts: FileFacts) =>
    explain('The program that keeps the backup was started anew.', again),
  cancelled: (_facts: FileFacts) => explain('You stopped it.', 'Restore when you want to.'),
  refused: (facts: FileFacts) =>
    explain(
      `It failed because of a fault in Dateline${because(facts)}.`,
      'Restart Dateline and try again.',
    ),
  damaged: (facts: FileFacts) =>
    explain(`${named(facts)} is damaged${because(facts)}.`, otherPoint),
  'newer-version': (facts: FileFacts) =>
    explain(
      `A newer Dateline wrote ${facts.fileName ? named(facts) : 'this part of the backup'}.`,
      'Restore it with that version, or choose another point.',
    ),
  gap: (_facts: FileFacts) =>
    explain('Some changes before this point are missing from the backup.', otherPoint),
  conflict: (facts: FileFacts) =>
    explain(`A change in the backup does not fit those before it${because(facts)}.`, otherPoint),
  'no-space': (_facts: FileFacts) =>
    explain(
      'There is no room for the new store: the disk is full.',
      'Free some space on the disk, or remove what is kept aside, then try again.',
    ),
  closed: (_facts: FileFacts) =>
    explain(
      'The browser closed the new store.',
      'Try again. If it fails again, start Dateline anew.',
    ),
  system: (facts: FileFacts) =>
    explain(
      `The system failed${because(facts)}.`,
      'Try again. If it fails again, choose another point.',
    ),
};
