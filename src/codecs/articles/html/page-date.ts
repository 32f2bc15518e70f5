import type { DefaultTreeAdapterTypes } from 'parse5';
import { dayOfTimestamp } from '../facts/date-line';
import { attribute } from './attribute';
import { type Place, placesAround } from './page-place';

type Element = DefaultTreeAdapterTypes.Element;

/** Names of values that carry the day of publication, the surest first. */
const dateNames = [
  'article:published_time',
  'datepublished',
  'citation_publication_date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
];

/** What stands in a page beside its story and may have days of its own. */
const asides = new Set(['aside', 'nav', 'blockquote', 'figure', 'dialog']);

/** A day that an element names. */
interface NamedDay {
  readonly name: string;
  readonly day: string;
  readonly element: Element;
  /** How many days have been named before it. */
  readonly order: number;
}

/** Gathers the days that a page names while it is walked. */
export interface PageDates {
  /** Tells of an element that is entered. What is returned takes the length of its text once it is left. */
  note(element: Element): ((length: number) => void) | undefined;
  /**
   * The day of the story under `heading`, or of the longest article where no heading is plainly the story's. A day of a
   * teaser, a comment or a menu is none. Undefined where none is plainly the story's.
   */
  dayOfStory(heading: Element | undefined): string | undefined;
}

/** Nothing gathered yet. */
export function collectPageDates(): PageDates {
  const days: NamedDay[] = [];
  /** How many days have been named before each first heading. */
  const daysBefore = new Map<Element, number>();
  /** The length of the page, and of each article and each item of microdata. */
  const lengths = new Map<Element, number>();
  const itemsWithLinks = new Set<Element>();
  const listItemsOpen: Element[] = [];

  const leave = (element: Element, length: number): void => {
    if (isItem(element)) lengths.set(element, length);
    if (element.tagName !== 'li') return;
    listItemsOpen.pop();
    const outer = listItemsOpen.at(-1);
    if (outer && itemsWithLinks.has(element)) itemsWithLinks.add(outer);
  };

  return {
    note(element) {
      const { tagName } = element;
      if (tagName === 'meta' || tagName === 'time') {
        const { name, value } = namedValueOf(element);
        const day = dateNames.includes(name) ? dayOfTimestamp(value) : null;
        if (day !== null) days.push({ name, day, element, order: days.length });
      }
      const item = listItemsOpen.at(-1);
      if (tagName === 'a' && item) itemsWithLinks.add(item);
      if (tagName === 'li') listItemsOpen.push(element);
      if (tagName === 'h1') daysBefore.set(element, days.length);
      return tagName === 'li' || isItem(element) ? (length) => leave(element, length) : undefined;
    },

    dayOfStory(heading) {
      const all = [...lengths.values()].reduce((most, length) => Math.max(most, length), 0);
      const isAside = (element: Element): boolean =>
        asides.has(element.tagName) ||
        itemsWithLinks.has(element) ||
        (lengths.get(element) ?? all) * 2 < all;
      const placeOf = placesAround(heading ?? longestArticle(lengths), isAside);
      const before = heading === undefined ? 0 : (daysBefore.get(heading) ?? 0);

      for (const name of dateNames) {
        const near = days
          .filter((named) => named.name === name)
          .map(({ element, day, order }) => ({
            day,
            place: placeOf(element),
            comesFirst: order < before,
          }))
          .filter(({ place }) => !place.isAside)
          .toSorted(
            (a, b) =>
              comparePlaces(a.place, b.place) || Number(a.comesFirst) - Number(b.comesFirst),
          );
        const [nearest] = near;
        if (nearest === undefined) continue;
        const asNear = near.filter(({ place }) => comparePlaces(place, nearest.place) === 0);
        // Without a heading nothing tells days apart that stand equally near.
        if (heading || asNear.every(({ day }) => day === nearest.day)) return nearest.day;
      }
      return undefined;
    },
  };
}

/** The name, in lower case, and the value of a `meta` or `time`; both empty where it has none. */
export function namedValueOf(element: Element): { readonly name: string; readonly value: string } {
  const name =
    attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
  const value = attribute(element, 'content') ?? attribute(element, 'datetime');
  return { name: (name ?? '').trim().toLowerCase(), value: (value ?? '').trim() };
}

function isItem(element: Element): boolean {
  return (
    element.tagName === 'html' ||
    element.tagName === 'article' ||
    attribute(element, 'itemscope') !== undefined
  );
}

function longestArticle(lengths: ReadonlyMap<Element, number>): Element | undefined {
  let longest: Element | undefined;
  for (const [element, length] of lengths)
    if (element.tagName === 'article' && length > (longest ? (lengths.get(longest) ?? 0) : 0))
      longest = element;
  return longest;
}

/** The nearest first. */
function comparePlaces(a: Place, b: Place): number {
  return b.depth - a.depth || a.distance - b.distance;
}
