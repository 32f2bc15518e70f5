import { quoted, quotedName } from '../foreign-words';
import { countOf } from './format';

/** What an annotation says its words are. */
export const kinds = { enterprise: 'Enterprise', claim: 'Claim', date: 'Date' };

/** A number of annotations of one kind. */
export const kindCounts = {
  enterprise: (count: number) => countOf(count, 'enterprise', 'enterprises'),
  claim: (count: number) => countOf(count, 'claim', 'claims'),
  date: (count: number) => countOf(count, 'date', 'dates'),
};

/** How far along the text says the thing claimed is. */
export const claimStatuses = {
  planned: 'Planned',
  'in-progress': 'In progress',
  completed: 'Completed',
  asserted: 'Asserted',
  unknown: 'Unknown',
};

/** Where a publication date was read. */
export const dateSources = {
  header: 'from the header',
  dateline: 'from the dateline',
  file: 'from the file',
  user: 'entered by hand',
};

/** How an annotation came to be. */
export const origins = { hand: 'by hand', suggestion: 'from a suggestion', import: 'imported' };

/** The formats of articles, by their media types. */
export const articleFormats = {
  'text/plain': 'text',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
};

/** Languages of articles by their BCP 47 tag; others are shown by their tag. */
export const languages = {
  en: 'English',
  ko: 'Korean',
  ru: 'Russian',
  zh: 'Chinese',
  ja: 'Japanese',
  es: 'Spanish',
};

export const themes = { light: 'Light', dark: 'Dark', system: 'As the system' };

/** The two windows in which the program can run. */
export const shells = { electron: 'Desktop app', loopback: 'Browser window' };

/** Change labels: what was done, of an annotation with the words `exact`. */
export const changes = {
  openArticles: (count: number, title: string) =>
    count === 1 ? `Opened ${quoted(title)}` : `Opened ${countOf(count, 'article', 'articles')}`,
  removeArticle: (title: string) => `Removed ${quoted(title)}`,
  editArticle: (title: string) => `Edited the facts of ${quoted(title)}`,
  annotate: {
    enterprise: (exact: string) => `Tagged ${quoted(exact)} as enterprise`,
    claim: (exact: string) => `Tagged ${quoted(exact)} as claim`,
    date: (exact: string) => `Tagged ${quoted(exact)} as date`,
  },
  deleteAnnotation: {
    enterprise: (exact: string) => `Deleted the enterprise ${quoted(exact)}`,
    claim: (exact: string) => `Deleted the claim ${quoted(exact)}`,
    date: (exact: string) => `Deleted the date ${quoted(exact)}`,
  },
  changeKind: {
    enterprise: (exact: string) => `Changed ${quoted(exact)} to enterprise`,
    claim: (exact: string) => `Changed ${quoted(exact)} to claim`,
    date: (exact: string) => `Changed ${quoted(exact)} to date`,
  },
  editAnnotation: {
    enterprise: (exact: string) => `Edited the enterprise ${quoted(exact)}`,
    claim: (exact: string) => `Edited the claim ${quoted(exact)}`,
    date: (exact: string) => `Edited the date ${quoted(exact)}`,
  },
  moveEnds: {
    enterprise: (exact: string) => `Moved the ends of the enterprise, now ${quoted(exact)}`,
    claim: (exact: string) => `Moved the ends of the claim, now ${quoted(exact)}`,
    date: (exact: string) => `Moved the ends of the date, now ${quoted(exact)}`,
  },
  addFragment: {
    enterprise: (exact: string) => `Added words to the enterprise, now ${quoted(exact)}`,
    claim: (exact: string) => `Added words to the claim, now ${quoted(exact)}`,
    date: (exact: string) => `Added words to the date, now ${quoted(exact)}`,
  },
  removeFragment: {
    enterprise: (exact: string) => `Took words from the enterprise, now ${quoted(exact)}`,
    claim: (exact: string) => `Took words from the claim, now ${quoted(exact)}`,
    date: (exact: string) => `Took words from the date, now ${quoted(exact)}`,
  },
  annotateAll: {
    enterprise: (exact: string, count: number) =>
      `Tagged ${countOf(count, 'place', 'places')} of ${quoted(exact)} as enterprise`,
    claim: (exact: string, count: number) =>
      `Tagged ${countOf(count, 'place', 'places')} of ${quoted(exact)} as claim`,
    date: (exact: string, count: number) =>
      `Tagged ${countOf(count, 'place', 'places')} of ${quoted(exact)} as date`,
  },
  deleteAll: {
    enterprise: (exact: string, count: number) =>
      `Deleted ${countOf(count, 'enterprise', 'enterprises')} ${quoted(exact)}`,
    claim: (exact: string, count: number) =>
      `Deleted ${countOf(count, 'claim', 'claims')} ${quoted(exact)}`,
    date: (exact: string, count: number) =>
      `Deleted ${countOf(count, 'date', 'dates')} ${quoted(exact)}`,
  },
  deleteAnnotations: (count: number) => `Deleted ${countOf(count, 'annotation', 'annotations')}`,
  changeKinds: {
    enterprise: (count: number) =>
      `Changed ${countOf(count, 'annotation', 'annotations')} to enterprise`,
    claim: (count: number) => `Changed ${countOf(count, 'annotation', 'annotations')} to claim`,
    date: (count: number) => `Changed ${countOf(count, 'annotation', 'annotations')} to date`,
  },
  nameEnterprises: (name: string, count: number) =>
    name === ''
      ? `Took the name from ${countOf(count, 'enterprise', 'enterprises')}`
      : `Named ${countOf(count, 'enterprise', 'enterprises')} ${quoted(name)}`,
  setWorkStatus: {
    new: (title: string) => `Marked ${quoted(title)} as new`,
    'in-work': (title: string) => `Marked ${quoted(title)} as in work`,
    done: (title: string) => `Marked ${quoted(title)} as done`,
  },
  imported: (count: number, articles: number, fileName: string) =>
    count === 0
      ? `Imported ${countOf(articles, 'article', 'articles')} from ${quotedName(fileName)}`
      : `Imported ${countOf(count, 'annotation', 'annotations')} from ${quotedName(fileName)}`,
  editArticleNote: (title: string) => `Edited the note on ${quoted(title)}`,
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Done again: ${what}`,
  undo: 'Undo',
};

/** The rules by which words became a date, by their lasting names. */
export const dateRules = {
  'iso-day': 'written as 2025-01-15',
  'dotted-day': 'written as 2025.1.15.',
  'month-day-year': 'month, day and year',
  'day-month-year': 'day, month and year',
  'month-year': 'month and year',
  year: 'year',
  'hangul-day': 'year, month and day in Korean',
  'hangul-month': 'year and month in Korean',
  'hangul-year': 'year in Korean',
  'month-day-juche': 'month, day and Juche year',
  'day-month-juche': 'day, month and Juche year',
  'month-juche': 'month and Juche year',
  'juche-year': 'Juche year',
  'juche-dotted-day': 'Juche date',
  'hangul-juche-day': 'Juche date in Korean',
  'hangul-juche-month': 'Juche month in Korean',
  'hangul-juche-year': 'Juche year in Korean',
};
