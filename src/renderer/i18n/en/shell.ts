import { quotedName } from '../foreign-words';
import { countOf, numberOf } from './format';

/** The frame, the top bar and what surrounds the article. */
export const frame = {
  skipToArticle: 'Skip to the article',
  library: 'Library',
  article: 'Article',
  inspector: 'Inspector',
  resizeLibrary: 'Width of the library',
  resizeInspector: 'Width of the inspector',
  resizeAnnotations: 'Height of the inspector above the list of annotations',
  closeDrawer: 'Close',
  dropHere: 'Drop the files to open them',
};

export const topBar = {
  name: 'Dateline',
  menu: 'Menu',
  find: 'Find',
  commands: 'Commands',
  theme: 'Theme',
  table: 'Annotations in a table',
  history: 'History',
  showLibrary: 'Show the library',
  hideLibrary: 'Hide the library',
  showInspector: 'Show the inspector',
  hideInspector: 'Hide the inspector',
};

export const status = {
  saved: 'Saved',
  saving: 'Saving…',
  retry: 'Retry',
  paragraph: (number: number) => `para ${numberOf(number)}`,
  place: (paragraph: number, start: number, end: number) =>
    `para ${numberOf(paragraph)}, ${start}–${end}`,
  placeHint: 'Place of the selection in the stored text, in UTF-16 units',
  coder: 'Your name for the record',
  coderPlaceholder: 'Your name for the record…',
  coderHint: 'Kept with every annotation you make. Nothing leaves this machine.',
  editCoder: (name: string) => `Your name for the record: ${name}. Change it`,
};

export const find = {
  label: 'Find in the article',
  placeholder: 'Find in the article',
  place: (current: number, total: number) => `${numberOf(current)} of ${numberOf(total)}`,
  found: (total: number) => countOf(total, 'match', 'matches'),
  none: 'No match',
  next: 'Next match',
  previous: 'Previous match',
  matchCase: 'Match case',
  close: 'Close find',
};

export const selection = {
  label: 'Tag the selected words',
  add: 'Add',
  all: 'All…',
};

export const commandPalette = {
  title: 'Commands',
  placeholder: 'Type a command',
  none: 'No command matches. Try other words.',
  count: (count: number) => countOf(count, 'command', 'commands'),
  unavailable: 'not available now',
};

export const keySheet = {
  title: 'Keys',
  intro: 'Every command is also in the command palette.',
  close: 'Close',
};

export const loading = {
  opening: (name: string) => `Opening ${quotedName(name)}…`,
  starting: 'Opening your project…',
  secondsLeft: (seconds: number) => `about ${countOf(seconds, 'second', 'seconds')} left`,
  cancel: 'Cancel',
};

/** Whole-window states. */
export const lostConnection = {
  title: 'Dateline is no longer running',
  what: 'This window has lost its connection to the program that opens and saves files.',
  safe: 'Your articles and annotations are safe in this browser’s store.',
  next: 'Start Dateline again from the terminal or its icon, then reconnect.',
  retry: 'Reconnect',
};

export const alreadyOpen = {
  title: 'Dateline is open in another window',
  what: 'One project can be edited in one window at a time.',
  safe: 'Nothing has been changed from this window.',
  next: 'Go to the other window, or close it and continue here.',
  retry: 'Continue here',
};

export const crash = {
  title: 'Something in Dateline failed',
  what: 'The window could not be drawn because of a fault in the program.',
  safe: 'Every edit that the status line called saved is safe.',
  next: 'Reload to go on where you were. If it happens again, copy the details into a report.',
  reload: 'Reload',
  details: 'Details for a report',
  copy: 'Copy the details',
};

/** The question about the program. */
export const about = {
  title: 'About Dateline',
  what: 'Tag enterprises, claims and dates in articles of state media, offline, with exact offsets.',
  version: (version: string) => `Version ${version}`,
  shell: 'Window',
  dataFolder: 'Data folder',
  network: 'Dateline makes no network request. Nothing leaves this machine.',
  close: 'Close',
};
