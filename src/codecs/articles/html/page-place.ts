import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** How near an element stands to the story of a page. */
export interface Place {
  /** How deep in the page the innermost element lies that holds both; more than any depth for what lies in the head. */
  readonly depth: number;
  /** How many elements stand between that one and the element. */
  readonly distance: number;
  /** Whether one of those is an item of its own: a teaser, a comment, a menu. */
  readonly isAside: boolean;
}

const inHead: Place = { depth: Number.MAX_SAFE_INTEGER, distance: 0, isAside: false };

/**
 * Gives the place of any element beside `story`, or beside the page as a whole where it is undefined. `isAside` tells
 * whether an element is an item of its own; the header of a site is one too, that of an article is not. Each element of
 * the page is looked at once, however many are asked for.
 */
export function placesAround(
  story: Element | undefined,
  isAside: (element: Element) => boolean,
): (element: Element) => Place {
  const known = new Map<Element, Place>();
  /** How deep the outermost article around the story lies. */
  let articleDepth = Number.POSITIVE_INFINITY;
  for (const [depth, element] of pathTo(story).entries()) {
    known.set(element, { depth, distance: 0, isAside: false });
    if (element.tagName === 'article' || element.tagName === 'main')
      articleDepth = Math.min(articleDepth, depth);
  }

  const stepInto = (element: Element, around: Place): Place => {
    if (element.tagName === 'head' || around === inHead) return inHead;
    const isSiteHeader = element.tagName === 'header' && around.depth < articleDepth;
    return {
      depth: around.depth,
      distance: around.distance + 1,
      isAside: around.isAside || isSiteHeader || isAside(element),
    };
  };

  return (element) => {
    const path: Element[] = [];
    let at: Element | undefined = element;
    while (at && !known.has(at)) {
      path.push(at);
      at = parentOf(at);
    }
    let place = (at && known.get(at)) ?? { depth: -1, distance: 0, isAside: false };
    for (const step of path.reverse()) {
      place = stepInto(step, place);
      known.set(step, place);
    }
    return place;
  };
}

/** The elements around `element` and itself, from the outermost in. */
function pathTo(element: Element | undefined): Element[] {
  const path: Element[] = [];
  for (let at = element; at; at = parentOf(at)) path.push(at);
  return path.reverse();
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}
