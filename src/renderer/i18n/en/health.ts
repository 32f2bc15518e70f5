import { countOf, numberOf } from './format';

/** The check of the project: whether every annotation fits its text, and every record the others. */
export const health = {
  title: 'Check of the project',
  intro: 'Every annotation is held against its text. Nothing is changed.',
  checking: (done: number, total: number) =>
    total === 0
      ? 'Checking…'
      : `${numberOf(done)} of ${countOf(total, 'article', 'articles')} checked`,
  sound: 'Your project is sound',
  checked: (articles: number, annotations: number) =>
    `${countOf(articles, 'article', 'articles')}, ${countOf(annotations, 'annotation', 'annotations')} checked`,
  found: (count: number) => countOf(count, 'fault found', 'faults found'),
  unchanged: 'Nothing was changed: everything that is there is still there.',
  ways: 'Export what is there first. Then look at the faults one by one, or restore an earlier state from the backup.',
  groups: 'Faults by kind',
  list: 'Faults',
  row: (row: { readonly fault: string; readonly words: string; readonly title: string }) =>
    [row.words, row.title, row.fault].filter((part) => part !== '').join('; '),
  listed: (listed: number, count: number) =>
    `The first ${numberOf(listed)} of ${numberOf(count)} are listed.`,
  look: 'Look at them',
  show: 'Show the annotation',
  showHint: 'Enter shows the annotation.',
  exportAll: 'Export what is there…',
  restore: 'Open the restore page',
  close: 'Close',
  stop: 'Stop',
  stopped: 'The check could not be finished',
  stoppedSafe: 'Nothing was changed.',
  stoppedNext: 'Check again. If it fails again, export what you have and restart Dateline.',
  again: 'Check again',
  /** Of each kind of fault: what it is, and how many. */
  codes: {
    'record-misfits': {
      what: 'A field of it holds something that this program never writes.',
      count: (count: number) => countOf(count, 'damaged record', 'damaged records'),
    },
    'span-outside-text': {
      what: 'Its place lies outside the text.',
      count: (count: number) =>
        countOf(count, 'place outside its text', 'places outside their text'),
    },
    'span-splits-pair': {
      what: 'Its place splits a character.',
      count: (count: number) =>
        countOf(count, 'place that splits a character', 'places that split a character'),
    },
    'fragments-out-of-order': {
      what: 'Its fragments are not in the order of the text.',
      count: (count: number) =>
        countOf(
          count,
          'annotation with fragments out of order',
          'annotations with fragments out of order',
        ),
    },
    'quote-differs': {
      what: 'The words at its place are not those that were tagged.',
      count: (count: number) =>
        countOf(count, 'annotation whose words differ', 'annotations whose words differ'),
    },
    'article-missing': {
      what: 'Its article is not there.',
      count: (count: number) =>
        countOf(count, 'annotation without its article', 'annotations without their article'),
    },
    'text-missing': {
      what: 'The text of the article is not there.',
      count: (count: number) =>
        countOf(count, 'article without its text', 'articles without their text'),
    },
    'text-differs': {
      what: 'The text of the article is not the one that was opened.',
      count: (count: number) =>
        countOf(count, 'article whose text differs', 'articles whose text differs'),
    },
    'counts-differ': {
      what: 'The counts of the article are not those of its annotations.',
      count: (count: number) =>
        countOf(count, 'article with wrong counts', 'articles with wrong counts'),
    },
    'page-differs': {
      what: 'Annotations that are stored together are out of order, or search by name may miss some.',
      count: (count: number) =>
        countOf(count, 'group of annotations out of order', 'groups of annotations out of order'),
    },
    'log-gap': {
      what: 'Some edits are missing from the history.',
      count: (count: number) => countOf(count, 'gap in the history', 'gaps in the history'),
    },
    'undo-head-missing': {
      what: 'The step that undo begins with is not in the history.',
      count: (count: number) => countOf(count, 'missing step of undo', 'missing steps of undo'),
    },
  },
};
