import { countOf, numberOf } from './format';

/** What is known of a failed write to the backup. */
export interface BackupFacts {
  /** Where the backup is. */
  readonly folder: string;
  /** The system's own word, such as `EIO`. */
  readonly detail?: string;
}

const because = ({ detail }: BackupFacts): string => (detail ? ` (${detail})` : '');

/** What is not in the backup yet. */
export const backup = {
  notKept: (why: string) => `Not in the backup: ${why}.`,
  savedNotKept: (why: string) => `Saved, but not in the backup: ${why}.`,
  behind: (changes: number) => {
    if (changes === 0) return 'Everything is in the store.';
    if (changes === 1) return 'The last change is in the store alone.';
    return `The last ${numberOf(changes)} changes are in the store alone.`;
  },
  folder: (folder: string) => `Backup folder: ${folder}`,
  retry: 'Retry the backup',
};

/** Why the backup could not be written, as the end of a sentence, and what to do next. */
export const backupErrors = {
  missing: ({ folder }: BackupFacts) => ({
    why: 'its folder is gone',
    next: `See whether the disk with ${folder} is there, then retry.`,
  }),
  'is-folder': ({ folder }: BackupFacts) => ({
    why: 'a folder lies where a file of it should be',
    next: `Look into ${folder}, then retry.`,
  }),
  'not-a-file': ({ folder }: BackupFacts) => ({
    why: 'its folder is not a folder',
    next: `Move away what is at ${folder}, then retry.`,
  }),
  'too-large': (_facts: BackupFacts) => ({
    why: 'a file of it is larger than the disk allows',
    next: 'Export what you have, and keep the data folder on another disk.',
  }),
  'permission-denied': ({ folder }: BackupFacts) => ({
    why: 'you have no permission to write there',
    next: `Change the permissions of ${folder}, then retry.`,
  }),
  'disk-full': (_facts: BackupFacts) => ({
    why: 'the disk is full',
    next: 'Free some space on the disk, then retry.',
  }),
  'changed-while-reading': (_facts: BackupFacts) => ({
    why: 'another program changed it while it was being checked',
    next: 'Retry.',
  }),
  'not-verified': (_facts: BackupFacts) => ({
    why: 'what was read back from the disk is not what was written',
    next: 'Retry, and export to another disk: this one may be failing.',
  }),
  stale: (_facts: BackupFacts) => ({
    why: 'the program that keeps it was started anew',
    next: 'Retry.',
  }),
  cancelled: (_facts: BackupFacts) => ({ why: 'it was stopped', next: 'Retry.' }),
  refused: (facts: BackupFacts) => ({
    why: `a fault in Dateline prevents it${because(facts)}`,
    next: 'Retry. If it fails again, export what you have and restart Dateline.',
  }),
  system: (facts: BackupFacts) => ({
    why: `the system could not write it${because(facts)}`,
    next: 'Retry. If it fails again, export what you have to another disk.',
  }),
};

/** What a notice says of the backup: one line, and a second with what is safe and what to do. */
export const backupNotices = {
  written: 'A snapshot of the project was written to the backup.',
  notWritten: (why: string) => `No snapshot was written: ${why}.`,
  folderLost: {
    text: 'The backup was gone. A new one was written.',
    more: (folder: string) =>
      `Your project is whole, and is now in ${folder}. Its earlier states can no longer be restored.`,
  },
  journalDamaged: {
    text: 'A part of the backup was damaged. A new snapshot stands for it.',
    more: 'Your project is whole. Some of its earlier states may not be restorable any more.',
  },
  restored: {
    text: (articles: number, annotations: number) =>
      `Restored: ${countOf(articles, 'article', 'articles')}, ${countOf(annotations, 'annotation', 'annotations')}.`,
    more: (restored: { readonly missingTexts: number; readonly keptAside: boolean }) =>
      [
        restored.keptAside ? 'What was there before is kept aside.' : '',
        restored.missingTexts > 0
          ? `${countOf(restored.missingTexts, 'text was', 'texts were')} not in the backup.`
          : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
  },
};
