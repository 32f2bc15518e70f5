import type { DefaultTreeAdapterTypes } from 'parse5';
import { blockElements, listElements, silentElements } from './elements';
import { isHidden } from './hidden';
import { isShadowTree, walkPage } from './walk-page';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose words are a way to elsewhere or a control, not text. */
const links = new Set(['a', 'button', 'label', 'select', 'summary']);

/** Elements that a menu has no words of its own in. */
const prose = new Set(['p', 'h1', 'blockquote', 'pre', 'article', 'main']);

/** A menu has fewer letters than this beside its links. */
const mostLabels = 200;

/** A reading above a word has no more letters than this. */
const mostOfReading = 40;

/** What is known of the words of a part of the page, or of all that stands in none. */
interface Words {
  letters: number;
  /** Those outside of links. */
  unlinked: number;
  hasProse: boolean;
  /** Blocks, or words with readings of their own. */
  hasParts: boolean;
}

/** A part of the page that may be left out. A `reading` is what `ruby` sets in small letters beside a word. */
interface Part extends Words {
  readonly element: Element;
  readonly kind: 'menu' | 'hidden' | 'reading';
}

/** What stands around a node. */
interface Around {
  /** The innermost part, or null in what the page shows. */
  readonly part: Part | null;
  readonly linked: boolean;
  readonly inProse: boolean;
  readonly inRuby: boolean;
}

const top: Around = { part: null, linked: false, inProse: false, inRuby: false };

/**
 * The elements whose words are not read: those that show no text, what the page hides, its menus, and the readings of
 * `ruby`, which would stand in the middle of names. Neither a tag left open nor one that a script would take back may
 * cost the article: a `nav` is a menu only where all but labels of it is links, a reading is short, and hidden parts are
 * read where next to nothing else would be.
 */
export function findLeftOut(page: DefaultTreeAdapterTypes.Document): ReadonlySet<Element> {
  const leftOut = new Set<Element>();
  const parts: Part[] = [];
  const shown = noWords();

  walkPage(page, top, {
    text(text, { part, linked, inProse }) {
      const words = part ?? shown;
      const letters = countLetters(text);
      words.letters += letters;
      if (linked) return;
      words.unlinked += letters;
      words.hasProse ||= inProse && letters > 0;
    },
    enter(element, around) {
      const { tagName } = element;
      if (silentElements.has(tagName) && !isShadowTree(element)) {
        leftOut.add(element);
        return null;
      }
      const words = around.part ?? shown;
      words.hasParts ||= isPart(tagName);
      const kind = kindOf(element, around);
      if (kind === null) return { inside: inside(tagName, around) };
      const part: Part = { element, kind, ...noWords() };
      parts.push(part);
      return {
        inside: { ...top, part, inRuby: kind === 'reading' },
        leave() {
          if (kind === 'reading' && isReading(part)) leftOut.add(element);
          else if (kind === 'reading') addTo(words, part);
          // What lies in a menu within a menu lies in both.
          else if (kind === 'menu' && around.part) addTo(around.part, part);
        },
      };
    },
  });

  let letters = shown.letters;
  for (const part of parts.filter(({ kind }) => kind === 'menu')) {
    if (isMenu(part, shown.unlinked)) leftOut.add(part.element);
    else letters += part.letters;
  }
  for (const part of parts.filter(({ kind }) => kind === 'hidden'))
    if (!isPageItself(part, letters)) leftOut.add(part.element);
  return leftOut;
}

function kindOf(element: Element, { inRuby }: Around): Part['kind'] | null {
  if (isHidden(element)) return 'hidden';
  if (element.tagName === 'nav') return 'menu';
  return inRuby && (element.tagName === 'rt' || element.tagName === 'rtc') ? 'reading' : null;
}

function inside(tagName: string, around: Around): Around {
  const linked = around.linked || links.has(tagName);
  const inProse = around.inProse || prose.has(tagName);
  const inRuby = around.inRuby || tagName === 'ruby';
  // Most elements change nothing, and a page has many.
  return linked === around.linked && inProse === around.inProse && inRuby === around.inRuby
    ? around
    : { part: around.part, linked, inProse, inRuby };
}

function isPart(tagName: string): boolean {
  return blockElements.has(tagName) || listElements.has(tagName) || tagName === 'ruby';
}

function isMenu({ unlinked, hasProse }: Words, shownUnlinked: number): boolean {
  return !hasProse && unlinked < Math.min(mostLabels, shownUnlinked);
}

function isReading({ letters, hasParts }: Words): boolean {
  return !hasParts && letters <= mostOfReading;
}

/** Whether hidden words are what the page is there for: its script shows them, and until then hardly any others. */
function isPageItself(hidden: Words, shownLetters: number): boolean {
  return shownLetters === 0 || hidden.letters > 10 * shownLetters + mostLabels;
}

function noWords(): Words {
  return { letters: 0, unlinked: 0, hasProse: false, hasParts: false };
}

function addTo(outer: Words, inner: Words): void {
  outer.letters += inner.letters;
  outer.unlinked += inner.unlinked;
  outer.hasProse ||= inner.hasProse;
  outer.hasParts ||= inner.hasParts;
}

function countLetters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length;
}
