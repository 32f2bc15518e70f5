import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { blockElements, listElements } from './elements';

type Element = DefaultTreeAdapterTypes.Element;

/** Whether an element is a cell of a table. */
export function isCell(tagName: string): boolean {
  return tagName === 'td' || tagName === 'th';
}

/**
 * Whether the cells of a row are figures and words to be read across: none holds more than one simple block. Old sites
 * lay out whole pages with tables; their cells are read one after the other, as blocks.
 */
export function isDataRow(row: Element): boolean {
  return elementsOf(row).every((cell) => {
    if (!isCell(cell.tagName)) return true;
    const blocks = elementsOf(cell).filter(isBlock);
    const [only] = blocks;
    if (only === undefined) return true;
    return blocks.length === 1 && isSimple(only);
  });
}

function isSimple(block: Element): boolean {
  return ['p', 'div', 'center'].includes(block.tagName) && !elementsOf(block).some(isBlock);
}

function isBlock(element: Element): boolean {
  return blockElements.has(element.tagName) || listElements.has(element.tagName);
}

function elementsOf(parent: Element): Element[] {
  return parent.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
}
