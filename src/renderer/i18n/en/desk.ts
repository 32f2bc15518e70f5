import { quoted, quotedName } from '../foreign-words';
import { anyOf, countOf, numberOf } from './format';
import { articleFormats } from './terms';

export const library = {
  title: 'Library',
  count: (count: number) => countOf(count, 'article', 'articles'),
  open: 'Open files…',
  filter: 'Filter articles',
  filterPlaceholder: 'Filter by title or outlet',
  clearFilter: 'Clear the filter',
  noMatch: (query: string) => `No article matches ${quoted(query)}.`,
  empty: 'No articles yet.',
  emptyNext: 'Open the files you have saved, or try the samples.',
  samples: 'Open the sample articles',
  undated: 'Undated',
  group: (month: string, count: number) => `${month}, ${countOf(count, 'article', 'articles')}`,
  remove: (title: string) => `Remove ${quoted(title)} from the library`,
  removeShort: 'Remove',
};

export const welcome = {
  title: 'Dateline',
  lead: 'Read articles of state media and tag the enterprises, claims and dates in them.',
  leadMore: 'Every tag keeps its exact place in the text, and everything exports as JSON.',
  open: 'Open files…',
  drop: `or drop ${anyOf(Object.values(articleFormats))} files anywhere in this window`,
  recent: 'Recent files',
  forget: 'Forget these',
  inFolder: (folder: string) => `in ${folder}`,
  samples: 'Sample articles',
  samplesHint: 'Written for trying things out. Remove them when you like.',
  privacy: 'Dateline makes no network request: nothing leaves this machine.',
};

export const article = {
  facts: 'Article',
  title: 'Title',
  outlet: 'Outlet',
  published: 'Published',
  publishedPlaceholder: '2025-01-15',
  language: 'Language',
  languageUnknown: 'Not known',
  url: 'Address',
  file: 'File',
  fileName: 'Name',
  encoding: 'Encoding',
  size: 'Size',
  extractor: 'Read by',
  extractorOf: (format: string, version: number) => `Version ${version} of the ${format} reader`,
  hash: 'SHA-256',
  copyHash: 'Copy the SHA-256',
  imported: 'Imported',
  notADay: 'Write a day as year-month-day, such as 2025-01-15.',
  titleNeeded: 'A title is needed. The old one stays until you write another.',
  nothingSelected: 'Select words in the text to tag them, or choose an annotation.',
};

export const inspector = {
  title: 'Inspector',
  empty: 'No article is open. Its facts appear here, and those of the annotation you choose.',
  annotation: 'Annotation',
  kind: 'Kind',
  words: 'Words',
  names: 'Names already used',
  edtfPlaceholder: '2025-01-15',
  edtfHint: 'A day, month, year or interval: 2025-01-15, 2025-01, 2025~ or 2025-01-02/2025-01-05',
  proposed: (edtf: string, rule: string) => `Proposed ${edtf} · ${rule}`,
  accept: 'Accept',
  acceptedFrom: (rule: string) => `By rule: ${rule}`,
  inside: {
    enterprise: 'Enterprises inside',
    date: 'Dates inside',
  },
  noneInside: {
    enterprise: 'No enterprise is tagged inside these words.',
    date: 'No date is tagged inside these words.',
  },
  alsoBy: 'The same words, tagged by others',
  notePlaceholder: 'Add a note',
  madeBy: (coder: string) => `Made by ${coder}`,
  madeByNobody: 'Made without a name',
  changed: 'Changed',
  delete: 'Delete',
  deselect: 'Back to the article',
  tools: {
    adjust: 'Move ends',
    tagAll: 'Tag every place…',
    deleteAll: 'Delete every…',
    quote: 'Quote',
  },
};

export const annotations = {
  title: 'Annotations',
  filter: 'Kinds shown',
  list: 'Annotations in reading order',
  paragraph: (number: number) => `¶ ${numberOf(number)}`,
  row: (kind: string, exact: string, paragraph: number) =>
    `${kind}: ${exact}, paragraph ${paragraph}`,
  /** Whose an annotation is, beside others of the same words. */
  coder: (name: string) => (name === '' ? 'without a name' : name),
  count: (count: number) => countOf(count, 'annotation', 'annotations'),
  empty: 'Nothing is tagged yet.',
  emptyNext: 'Select words in the article, then press 1 for enterprise, 2 for claim or 3 for date.',
  allHidden: 'All kinds in this article are hidden.',
  showAll: 'Show all kinds',
};

export const exporting = {
  title: 'Export',
  /** What the file holds, by the name of its format. */
  formats: { dateline: 'One JSON file with texts, annotations, exact offsets and hashes.' },
  scope: 'What to export',
  thisArticle: 'This article',
  allArticles: 'All articles',
  scopeCounts: (articles: number, tagged: number) =>
    `${countOf(articles, 'article', 'articles')}, ${countOf(tagged, 'annotation', 'annotations')}`,
  noArticle: 'no article is open',
  into: (folder: string) => `It goes into ${folder}`,
  chooseLater: 'You choose the place next.',
  start: 'Export',
  cancel: 'Cancel',
  running: (done: number, total: number) =>
    `${numberOf(done)} of ${countOf(total, 'annotation', 'annotations')} written`,
  checking: 'Reading the file back and checking it…',
  done: (tagged: number) => `${countOf(tagged, 'annotation', 'annotations')} exported and verified`,
  doneArticles: (articles: number) => `from ${countOf(articles, 'article', 'articles')}`,
  where: 'The file is',
  copyPath: 'Copy the path',
  failed: 'The export was not written',
  again: 'Try again',
  close: 'Close',
};

export const problems = {
  title: (count: number) => `${countOf(count, 'file', 'files')} could not be opened`,
  opened: (count: number) =>
    count === 0
      ? 'No other file was opened.'
      : `${countOf(count, 'other file', 'other files')} opened.`,
  safe: 'The files themselves were not changed.',
  close: 'Close',
};

export const notices = {
  region: 'Notices',
  dismiss: 'Dismiss',
  alreadyInLibrary: (title: string) => `${quoted(title)} is already in the library. Showing it.`,
  otherVersion: {
    text: (fileName: string, tagged: number) =>
      `Another version of ${quotedName(fileName)} is in the library, with ${countOf(tagged, 'annotation', 'annotations')}.`,
    more: (others: number) =>
      others === 0
        ? 'This version has none: annotations stay with the version they were made in.'
        : `The same is true of ${countOf(others, 'other file', 'other files')}. Annotations stay with the version they were made in.`,
    show: 'Show that version',
  },
  nothingSelected: 'Select some words first.',
  quotationCopied: 'Copied with its source.',
  inputMethod: {
    text: 'The input method has taken the key.',
    more: 'Switch it to Latin letters, or off, to run commands by their keys.',
  },
  noneUntagged: 'Every place of the tagged names in this article is tagged.',
  partUnread: {
    text: 'That could not be opened: a file of the program could not be read.',
    more: 'Nothing is lost. Try again; if it still fails, close Dateline and start it anew.',
  },
};
