import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import type { ArticleFacts } from '../article-codec';
import { agreeOnLanguage } from '../facts/language';
import { asWebAddress } from '../facts/web-address';
import { attribute } from './attribute';
import { collectPageDates, namedValueOf } from './page-date';
import type { NoteNode } from './text-of-page';

type Element = DefaultTreeAdapterTypes.Element;

/** Gathers what a page says of itself while it is walked. */
export interface PageFacts {
  readonly note: NoteNode;
  /** The page's own facts, filled up with those of its text. */
  conclude(ofText: ArticleFacts): ArticleFacts;
}

interface Heading {
  readonly element: Element;
  readonly text: string;
  readonly inArticle: boolean;
}

/** A page with more first headings than this has none that is plainly its title. */
const mostHeadings = 50;

/** Nothing gathered yet. */
export function collectPageFacts(): PageFacts {
  const metas = new Map<string, string>();
  const dates = collectPageDates();
  const headings: Heading[] = [];
  /** How many `article` and `main` elements are open. */
  let articlesOpen = 0;
  const seen: { title?: string; language?: string; canonical?: string; savedFrom?: string } = {};

  const note: NoteNode = (node) => {
    if (defaultTreeAdapter.isCommentNode(node)) {
      const savedFrom = /^\s*saved from url=\(\d+\)(\S+)/.exec(node.data)?.[1];
      if (savedFrom !== undefined) seen.savedFrom ??= savedFrom;
      return undefined;
    }
    if (!defaultTreeAdapter.isElementNode(node)) return undefined;
    const leave = noteElement(node);
    const leaveDates = dates.note(node);
    if (leaveDates === undefined) return leave;
    return (made) => {
      leave?.(made);
      leaveDates(made.length);
    };
  };

  const noteElement = (element: Element): ReturnType<NoteNode> => {
    switch (element.tagName) {
      case 'html':
        seen.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? '';
        return undefined;
      case 'title':
        if (element.namespaceURI === html.NS.HTML) seen.title ??= ownText(element);
        return undefined;
      case 'link':
        if (attribute(element, 'rel')?.toLowerCase() === 'canonical')
          seen.canonical ??= attribute(element, 'href') ?? '';
        return undefined;
      case 'meta':
        noteNamedValue(metas, element);
        return undefined;
      case 'article':
      case 'main':
        articlesOpen += 1;
        return () => {
          articlesOpen -= 1;
        };
      case 'h1':
        return ({ start }) => {
          if (headings.length < mostHeadings)
            headings.push({ element, text: start(), inArticle: articlesOpen > 0 });
        };
      default:
        return undefined;
    }
  };

  return {
    note,
    conclude(ofText) {
      const outlet = metas.get('og:site_name') ?? ofText.outlet;
      const heading = headingOf(headings);
      const title =
        heading?.text ??
        metas.get('og:title') ??
        titleWithoutSite(seen.title, outlet) ??
        ofText.title;
      const day = dates.dayOfStory(heading?.element);
      const language = agreeOnLanguage(seen.language ?? '', ofText.language);
      const url =
        asWebAddress(seen.canonical) ??
        asWebAddress(metas.get('og:url')) ??
        asWebAddress(seen.savedFrom);
      return {
        ...ofText,
        ...(title ? { title: title.replace(/\s+/g, ' ') } : {}),
        ...(outlet ? { outlet } : {}),
        ...(language ? { language } : {}),
        ...(day ? { published: { date: day, basis: 'header' as const } } : {}),
        ...(url ? { url } : {}),
      };
    },
  };
}

/** Keeps the first value of each `meta` by its name. */
function noteNamedValue(metas: Map<string, string>, element: Element): void {
  const { name, value } = namedValueOf(element);
  if (name !== '' && value !== '' && !metas.has(name)) metas.set(name, value);
}

/** The heading of the article, or the page's only one: of several, none is plainly the title. */
function headingOf(headings: readonly Heading[]): Heading | undefined {
  const filled = headings.filter(({ text }) => text !== '' && text.length <= 300);
  return filled.find(({ inArticle }) => inArticle) ?? (filled.length === 1 ? filled[0] : undefined);
}

/** A page's title without the name of its site at the end. */
function titleWithoutSite(title: string | undefined, outlet: string | undefined) {
  const trimmed = title?.replace(/\s+/g, ' ').trim();
  if (!trimmed) return undefined;
  const parts = /^(.+?)\s+[-–—|·:]\s+([^-–—|·:]+)$/u.exec(trimmed);
  return outlet !== undefined && parts?.[2]?.toLowerCase() === outlet.toLowerCase()
    ? parts[1]
    : trimmed;
}

function ownText(element: Element): string {
  return element.childNodes
    .map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : ''))
    .join('');
}
