import type { DefaultTreeAdapterTypes } from 'parse5';
import { blockElements, lineElements, listElements, preformattedElements } from './elements';
import { findLeftOut } from './left-out';
import type { Shift } from './raised-figures';
import { isCell, isDataRow } from './table-row';
import { createTextWriter, type TextWriter } from './text-writer';
import { type Entered, walkPage } from './walk-page';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * What the walk tells of each node as it passes. What is returned for an element is called once the element is left,
 * with the text that it made: none where its text is left out.
 */
export type NoteNode = (node: Node) => ((made: MadeText) => void) | undefined;

/** The text that an element made. */
export interface MadeText {
  /** In UTF-16 code units. */
  readonly length: number;
  /** Its beginning, trimmed: enough for a title. */
  start(): string;
}

const noText: MadeText = { length: 0, start: () => '' };

/** How the text of an element is set; its children inherit it. */
interface Setting {
  readonly silent: boolean;
  readonly preformatted: boolean;
  /** Inside a cell that is read across, where blocks break no line. */
  readonly inCell: boolean;
  /** The row whose cells are read across, and whether one has been entered: the next one follows a tab. */
  readonly dataRow: { cellSeen: boolean } | null;
}

/** Elements that raise or lower what is in them. */
const shifts: ReadonlyMap<string, Shift> = new Map([
  ['sup', 'raised'],
  ['sub', 'lowered'],
]);

const top: Setting = { silent: false, preformatted: false, inCell: false, dataRow: null };

/** The text of a page: blocks parted by a blank line, items and rows by a line end, cells by a tab. */
export function textOfPage(page: DefaultTreeAdapterTypes.Document, note: NoteNode): string {
  const writer = createTextWriter();
  const leftOut = findLeftOut(page);
  walkPage(page, top, {
    text(text, { silent, preformatted }) {
      if (silent) return;
      if (preformatted) writer.writePreformatted(text);
      else writer.write(text);
    },
    enter: (element, around) => enter(writer, element, { around, leftOut, note }),
    other: note,
  });
  return writer.finish();
}

function enter(
  writer: TextWriter,
  element: Element,
  {
    around,
    leftOut,
    note,
  }: {
    readonly around: Setting;
    readonly leftOut: ReadonlySet<Element>;
    readonly note: NoteNode;
  },
): Entered<Setting> {
  const { tagName } = element;
  const noteText = note(element);
  // A menu that is left out still parts what stands before it from what comes after.
  if (tagName === 'nav' && !around.silent) partFrom(writer, element, around, around);
  if (around.silent || leftOut.has(element))
    return { inside: { ...around, silent: true }, leave: () => noteText?.(noText) };
  const setting: Setting = {
    silent: false,
    preformatted: around.preformatted || preformattedElements.has(tagName),
    inCell: isCell(tagName) ? around.dataRow !== null : around.inCell,
    dataRow: tagName === 'tr' ? startRow(element, leftOut) : around.dataRow,
  };
  if (isCell(tagName) && setting.dataRow) {
    if (setting.dataRow.cellSeen) writer.tab();
    setting.dataRow.cellSeen = true;
  }
  const part = () => partFrom(writer, element, around, setting);
  part();
  if (tagName === 'br') writer.lineEnd();
  const shift = shifts.get(tagName);
  const endShift = shift && writer.startShift(shift);
  const place = writer.place();
  const length = writer.length();
  return {
    inside: setting,
    leave() {
      endShift?.();
      noteText?.({
        length: writer.length() - length,
        start: () => writer.textSince(place),
      });
      part();
    },
  };
}

function startRow(row: Element, leftOut: ReadonlySet<Element>): { cellSeen: boolean } | null {
  return isDataRow(row, leftOut) ? { cellSeen: false } : null;
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
    if (!setting.dataRow) writer.separate(2);
  } else if (lineElements.has(tagName)) {
    writer.separate(tagName === 'tr' && !setting.dataRow ? 2 : 1);
  }
}
