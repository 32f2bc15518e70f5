import { quoted } from '../foreign-words';
import { countOf, numberOf } from './format';

/** The dialog that tags or deletes every place of some words. */
export const identical = {
  tagTitle: {
    enterprise: (exact: string) => `Tag every ${quoted(exact)} as enterprise`,
    claim: (exact: string) => `Tag every ${quoted(exact)} as claim`,
    date: (exact: string) => `Tag every ${quoted(exact)} as date`,
  },
  deleteTitle: {
    enterprise: (exact: string) => `Delete every enterprise ${quoted(exact)}`,
    claim: (exact: string) => `Delete every claim ${quoted(exact)}`,
    date: (exact: string) => `Delete every date ${quoted(exact)}`,
  },
  intro: 'One undo takes all of it back.',
  kind: 'Tag as',
  matching: 'Matching',
  exact: 'Exact',
  loose: 'Ignore case, spaces and hyphens',
  wholeWords: 'Whole words only (a Korean particle may follow)',
  scope: 'Where',
  thisArticle: 'This article',
  allArticles: 'All articles',
  places: (places: number, articles: number) =>
    `${countOf(places, 'place', 'places')} in ${countOf(articles, 'article', 'articles')}`,
  annotations: (tagged: number, articles: number) =>
    `${countOf(tagged, 'annotation', 'annotations')} in ${countOf(articles, 'article', 'articles')}`,
  skippedTagged: (count: number) =>
    count === 1 ? '1 already tagged is skipped' : `${numberOf(count)} already tagged are skipped`,
  skippedInside: (count: number) =>
    count === 1
      ? '1 inside longer tagged words is skipped'
      : `${numberOf(count)} inside longer tagged words are skipped`,
  list: { tag: 'Places to tag', delete: 'Annotations to delete' },
  row: (place: {
    readonly context: string;
    readonly title: string;
    readonly paragraph: number;
    readonly taken: boolean;
  }) =>
    `${place.context}; ${place.title}, paragraph ${place.paragraph}, ${place.taken ? 'chosen' : 'left out'}`,
  all: 'All',
  chosen: (chosen: number, total: number) => `${numberOf(chosen)} of ${numberOf(total)} chosen`,
  tag: (count: number) => (count === 0 ? 'Tag' : `Tag ${countOf(count, 'place', 'places')}`),
  delete: (count: number) =>
    count === 0 ? 'Delete' : `Delete ${countOf(count, 'annotation', 'annotations')}`,
  searching: (done: number, total: number) =>
    `${numberOf(done)} of ${countOf(total, 'article', 'articles')} searched`,
  stop: 'Stop searching',
  again: 'Search again',
  cancel: 'Cancel',
  /** Why nothing can be done now. */
  why: {
    searching: 'Still searching.',
    stopped: 'The search was stopped.',
    applying: 'Being saved…',
    notFound: 'These words are not found.',
    noAnnotation: 'No such annotation is left.',
    allTagged: 'Every place is tagged already.',
    noneChosen: 'Every place is left out. Choose one with the space bar or a click.',
  },
};
