import type { DefaultTreeAdapterTypes } from 'parse5';
import { blockElements, listElements } from './elements';
import { walkPage } from './walk-page';

type Element = DefaultTreeAdapterTypes.Element;

/** Blocks that stand for a line of words in a cell; any other lays out a page. */
const plainBlocks = new Set(['p', 'div', 'center']);

/** Whether an element is a cell of a table. */
export function isCell(tagName: string): boolean {
  return tagName === 'td' || tagName === 'th';
}

/**
 * Whether the cells of a row are figures and words to be read across: none has more than one paragraph, however deep it
 * lies. Old sites lay out whole pages with tables; their cells are read one after the other, as blocks.
 */
export function isDataRow(row: Element, leftOut: ReadonlySet<Element>): boolean {
  let isAcross = true;
  let cell = emptyCell();

  walkPage(row, null, {
    text(text) {
      if (!/[^ \t\n\f\r]/.test(text)) return;
      if (cell.hasWords && (cell.isBroken || cell.breaks > 1)) isAcross = false;
      cell = { hasWords: true, isBroken: false, breaks: 0 };
    },
    enter(element) {
      if (!isAcross || leftOut.has(element)) return null;
      const { tagName } = element;
      if (isCell(tagName)) {
        cell = emptyCell();
        return { inside: null };
      }
      if (tagName === 'br') cell.breaks += 1;
      if (!isBlock(tagName)) return { inside: null };
      // Nothing within is looked at, so that no table in a cell is walked for each row around it.
      if (!plainBlocks.has(tagName)) isAcross = false;
      if (!isAcross) return null;
      cell.isBroken = true;
      return {
        inside: null,
        leave: () => {
          cell.isBroken = true;
        },
      };
    },
  });
  return isAcross;
}

/** What is known of a cell half-way: whether a block has begun or ended after its last words, and how many `<br>` follow. */
function emptyCell(): { hasWords: boolean; isBroken: boolean; breaks: number } {
  return { hasWords: false, isBroken: false, breaks: 0 };
}

function isBlock(tagName: string): boolean {
  return blockElements.has(tagName) || listElements.has(tagName);
}
