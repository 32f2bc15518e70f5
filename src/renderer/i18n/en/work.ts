import { numberOf } from './format';

/** How far the work on an article is, the note on it, and its citation. */
export const work = {
  status: 'Work',
  statuses: { new: 'New', 'in-work': 'In work', done: 'Done' },
  note: 'Note on the article',
  notePlaceholder: 'Add a note on the whole article',
  filter: 'Articles shown',
  all: 'All',
  choice: (status: string, count: number) => `${status} ${numberOf(count)}`,
  none: {
    new: 'No article is new: each is in work or done.',
    'in-work': 'No article is in work.',
    done: 'No article is done yet.',
  },
  showAll: 'Show all articles',
  hasNote: 'Has a note',
  monthDone: (done: number, count: number) => `${numberOf(done)} of ${numberOf(count)} done`,
  allDone: 'Every other article is done.',
  /** The words inside a quotation's source. */
  quotation: {
    paragraph: (number: number) => `para. ${number}`,
    paragraphs: (first: number, last: number) => `paras ${first}–${last}`,
  },
};
