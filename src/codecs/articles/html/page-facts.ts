import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import type { ArticleFacts } from '../article-codec';
import { dayOfTimestamp } from '../facts/date-line';
import { agreeOnLanguage } from '../facts/language';
import { asWebAddress } from '../facts/web-address';
import { attribute } from './attribute';
import type { NoteNode } from './text-of-page';

type Element = DefaultTreeAdapterTypes.Element;

/** Gathers what a page says of itself while it is walked. */
export interface PageFacts {
  readonly note: NoteNode;
  /** The page's own facts, filled up with those of its text. */
  conclude(ofText: ArticleFacts): ArticleFacts;
}

interface Heading {
  readonly text: string;
  readonly inArticle: boolean;
}

/** `meta` names that carry the day of publication, the surest first. */
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

/** A page with more first headings than this has none that is plainly its title. */
const mostHeadings = 50;

/** Nothing gathered yet. */
export function collectPageFacts(): PageFacts {
  const metas = new Map<string, string>();
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
    switch (node.tagName) {
      case 'html':
        seen.language ??= attribute(node, 'lang') ?? attribute(node, 'xml:lang') ?? '';
        return undefined;
      case 'title':
        if (node.namespaceURI === html.NS.HTML) seen.title ??= ownText(node);
        return undefined;
      case 'link':
        if (attribute(node, 'rel')?.toLowerCase() === 'canonical')
          seen.canonical ??= attribute(node, 'href') ?? '';
        return undefined;
      case 'meta':
      case 'time':
        noteNamedValue(metas, node);
        return undefined;
      case 'article':
      case 'main':
        articlesOpen += 1;
        return () => {
          articlesOpen -= 1;
        };
      case 'h1':
        return (textOf) => {
          if (headings.length < mostHeadings)
            headings.push({ text: textOf(), inArticle: articlesOpen > 0 });
        };
      default:
        return undefined;
    }
  };

  return {
    note,
    conclude(ofText) {
      const outlet = metas.get('og:site_name') ?? ofText.outlet;
      const title =
        headingOf(headings) ??
        metas.get('og:title') ??
        titleWithoutSite(seen.title, outlet) ??
        ofText.title;
      const day = dateNames.map((name) => dayOfTimestamp(metas.get(name) ?? '')).find(Boolean);
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

/** Keeps the first value of each `meta` or `time` by its name in lower case. */
function noteNamedValue(metas: Map<string, string>, element: Element): void {
  const name =
    attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
  const value = (attribute(element, 'content') ?? attribute(element, 'datetime'))?.trim();
  if (!name || !value) return;
  const key = name.trim().toLowerCase();
  if (!metas.has(key)) metas.set(key, value);
}

/** The heading of the article, or the page's only one: of several, none is plainly the title. */
function headingOf(headings: readonly Heading[]): string | undefined {
  const filled = headings.filter(({ text }) => text !== '' && text.length <= 300);
  const inArticle = filled.find((heading) => heading.inArticle);
  return inArticle?.text ?? (filled.length === 1 ? filled[0]?.text : undefined);
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
