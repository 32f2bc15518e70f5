import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import {
  blockElements,
  lineElements,
  listElements,
  preformattedElements,
  silentElements,
} from './elements';
import { isCell, isDataRow } from './table-row';
import { createTextWriter, type TextWriter } from './text-writer';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * What the walk tells of each node as it passes. What is returned for an element is called once the element is left,
 * with what gives the beginning of the text that it made: nothing where its text is left out.
 */
export type NoteNode = (node: Node) => ((textOf: () => string) => void) | undefined;

/** How the text of an element is set; its children inherit it. */
interface Setting {
  readonly silent: boolean;
  readonly preformatted: boolean;
  /** Inside a cell that is read across, where blocks break no line. */
  readonly inCell: boolean;
  /** Inside a row whose cells are read across. */
  readonly inDataRow: boolean;
}

/** An element on the way down, and what to do when it is left. */
interface Frame {
  readonly children: readonly Node[];
  next: number;
  readonly setting: Setting;
  /** Whether a cell has been entered: the next one follows a tab. */
  cellSeen: boolean;
  readonly leave: () => void;
}

/**
 * The text of a page: blocks parted by a blank line, items and rows by a line end, cells by a tab. The walk keeps its
 * own stack, for pages nested deeper than calls can go.
 */
export function textOfPage(page: DefaultTreeAdapterTypes.Document, note: NoteNode): string {
  const writer = createTextWriter();
  const top = { silent: false, preformatted: false, inCell: false, inDataRow: false };
  const frames: Frame[] = [frameOf(page, top, () => {})];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.children[frame.next];
    frame.next += 1;
    if (node === undefined) {
      frame.leave();
      frames.pop();
    } else if (defaultTreeAdapter.isTextNode(node)) {
      writeText(writer, node.value, frame.setting);
    } else if (defaultTreeAdapter.isElementNode(node)) {
      if (isCell(node.tagName)) {
        if (frame.setting.inDataRow && frame.cellSeen) writer.tab();
        frame.cellSeen = true;
      }
      frames.push(enter(writer, node, frame.setting, note));
    } else {
      note(node);
    }
  }
  return writer.finish();
}

function writeText(writer: TextWriter, text: string, setting: Setting): void {
  if (setting.silent) return;
  if (setting.preformatted) writer.writePreformatted(text);
  else writer.write(text);
}

function enter(writer: TextWriter, element: Element, around: Setting, note: NoteNode): Frame {
  const { tagName } = element;
  const noteText = note(element);
  const setting: Setting = {
    silent: around.silent || silentElements.has(tagName),
    preformatted: around.preformatted || preformattedElements.has(tagName),
    inCell: isCell(tagName) ? around.inDataRow : around.inCell,
    inDataRow: tagName === 'tr' ? isDataRow(element) : around.inDataRow,
  };
  if (setting.silent) {
    return frameOf(element, setting, () => noteText?.(() => ''));
  }
  const part = () => partFrom(writer, element, around, setting);
  part();
  if (tagName === 'br') writer.lineEnd();
  const place = writer.place();
  return frameOf(element, setting, () => {
    noteText?.(() => writer.textSince(place));
    part();
  });
}

function frameOf(
  parent: { readonly childNodes: readonly Node[] },
  setting: Setting,
  leave: () => void,
): Frame {
  return { children: parent.childNodes, next: 0, setting, cellSeen: false, leave };
}

/** Parts an element from what is before it, and likewise from what comes after. */
function partFrom(writer: TextWriter, element: Element, around: Setting, setting: Setting): void {
  const { tagName, parentNode } = element;
  const inItem = parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'li';
  const isList = listElements.has(tagName);
  if (blockElements.has(tagName) || isList) {
    if (around.inCell) writer.space();
    else writer.separate(isList && inItem ? 1 : 2);
  } else if (isCell(tagName)) {
    if (!setting.inDataRow) writer.separate(2);
  } else if (lineElements.has(tagName)) {
    writer.separate(tagName === 'tr' && !setting.inDataRow ? 2 : 1);
  }
}
