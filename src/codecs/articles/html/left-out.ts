import type { DefaultTreeAdapterTypes } from 'parse5';
import { silentElements } from './elements';
import { isHidden } from './hidden';
import { isShadowTree, walkPage } from './walk-page';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose words are a way to elsewhere or a control, not text. */
const links = new Set(['a', 'button', 'label', 'select', 'summary']);

/** Elements that a menu has no words of its own in. */
const prose = new Set(['p', 'h1', 'blockquote', 'pre', 'article', 'main']);

/** A menu has fewer letters than this beside its links. */
const mostLabels = 200;

/** A part of the page that may be left out for what is in it. */
interface Part {
  readonly element: Element;
  readonly kind: 'nav' | 'hidden';
  letters: number;
  /** Those outside of links. */
  unlinked: number;
  hasProse: boolean;
}

/** What stands around a node. */
interface Around {
  /** The innermost part, or null in what the page shows. */
  readonly part: Part | null;
  readonly linked: boolean;
  readonly inProse: boolean;
}

/**
 * The elements whose words are not read: those that show no text, what the page hides, and its menus. Neither a tag
 * left open nor one that a script would take back may cost the article, so that a `nav` is a menu only where all but
 * labels of it is links, and hidden parts are read where next to nothing else would be.
 */
export function findLeftOut(page: DefaultTreeAdapterTypes.Document): ReadonlySet<Element> {
  const leftOut = new Set<Element>();
  const parts: Part[] = [];
  const shown = { letters: 0, unlinked: 0 };

  walkPage<Around>(
    page,
    { part: null, linked: false, inProse: false },
    {
      text(text, { part, linked, inProse }) {
        const letters = countLetters(text);
        const whole = part ?? shown;
        whole.letters += letters;
        if (linked) return;
        whole.unlinked += letters;
        if (part && inProse && letters > 0) part.hasProse = true;
      },
      enter(element, around) {
        const { tagName } = element;
        if (silentElements.has(tagName) && !isShadowTree(element)) {
          leftOut.add(element);
          return null;
        }
        const kind = isHidden(element) ? 'hidden' : tagName === 'nav' ? 'nav' : null;
        if (kind === null) {
          return {
            inside: {
              part: around.part,
              linked: around.linked || links.has(tagName),
              inProse: around.inProse || prose.has(tagName),
            },
          };
        }
        const part: Part = { element, kind, letters: 0, unlinked: 0, hasProse: false };
        parts.push(part);
        return {
          inside: { part, linked: false, inProse: false },
          leave: () => {
            if (kind === 'nav' && around.part) addTo(around.part, part);
          },
        };
      },
    },
  );

  const menus = parts.filter((part) => part.kind === 'nav' && isMenu(part, shown.unlinked));
  for (const { element } of menus) leftOut.add(element);
  const read = parts.filter(({ kind, element }) => kind === 'nav' && !leftOut.has(element));
  const lettersRead = read.reduce((sum, { letters }) => sum + letters, shown.letters);
  for (const { kind, element, letters } of parts)
    if (kind === 'hidden' && !isPageItself(letters, lettersRead)) leftOut.add(element);
  return leftOut;
}

function isMenu({ unlinked, hasProse }: Part, shownUnlinked: number): boolean {
  return !hasProse && unlinked < Math.min(mostLabels, shownUnlinked);
}

/** Whether hidden words are what the page is there for: its script shows them, and until then hardly any others. */
function isPageItself(hidden: number, shown: number): boolean {
  return shown === 0 || hidden > 10 * shown + mostLabels;
}

function addTo(outer: Part, inner: Part): void {
  outer.letters += inner.letters;
  outer.unlinked += inner.unlinked;
  outer.hasProse ||= inner.hasProse;
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
