import type { BenchAnnotation } from '../documents/annotations';
import type { BenchDocument } from '../documents/document';
import { buildMarkedParagraph } from './mark-paragraph';
import type { BaselineId, BaselineSubject } from './subject';

/** Annotations as `<mark>` elements in the text, all of them at once, found again by a map. */
export function markSubject(): BaselineSubject {
  let host: HTMLElement | null = null;
  let marks = new Map<BaselineId, HTMLElement[]>();
  let selected: BaselineId | null = null;
  let found: readonly BaselineId[] = [];
  let made = 0;
  let pointed: Element | null = null;
  let drawn = document.getElementsByTagName('mark');

  const makeMark = (id: BaselineId, kind: string): HTMLElement => {
    const element = document.createElement('mark');
    element.dataset['id'] = String(id);
    element.dataset['kind'] = kind;
    const held = marks.get(id);
    if (held) held.push(element);
    else marks.set(id, [element]);
    return element;
  };

  const wrap = (id: BaselineId, range: AbstractRange): void => {
    // Read before the texts are parted, which moves the ends of a live range.
    const { startContainer, startOffset, endContainer, endOffset } = range;
    for (const node of textNodesIn(range)) {
      const start = node === startContainer ? startOffset : 0;
      const end = node === endContainer ? endOffset : node.length;
      if (start >= end) continue;
      // Not by ranges: each lives on for a while, and is looked at with every change of the document.
      if (end < node.length) node.splitText(end);
      const words = start > 0 ? node.splitText(start) : node;
      const mark = makeMark(id, 'enterprise');
      words.replaceWith(mark);
      mark.append(words);
    }
  };

  const wrapAll = (ranges: readonly AbstractRange[]): readonly BaselineId[] => {
    const first = made + 1;
    made += ranges.length;
    // From the last to the first: a text that is parted keeps what lies before.
    for (let at = ranges.length - 1; at >= 0; at -= 1)
      wrap(first + at, ranges[at] as AbstractRange);
    return ranges.map((_, index) => first + index);
  };

  const unwrap = (id: BaselineId): void => {
    for (const element of marks.get(id) ?? []) {
      const around = element.parentNode;
      element.replaceWith(...element.childNodes);
      around?.normalize();
    }
    marks.delete(id);
  };

  const point = ({ target }: PointerEvent): void => {
    const under = target instanceof Element ? target.closest('mark') : null;
    if (under === pointed) return;
    pointed?.classList.remove('pointed');
    under?.classList.add('pointed');
    pointed = under;
  };

  return {
    open: (document, element) => {
      host = element;
      host.addEventListener('pointermove', point, { passive: true });
      marks = new Map();
      host.append(...markedParagraphs(document, makeMark));
      made = document.annotations.length;
      drawn = host.getElementsByTagName('mark');
    },
    close: () => {
      host?.replaceChildren();
      marks = new Map();
      selected = null;
      found = [];
      pointed = null;
    },
    add: (ranges) => wrapAll(ranges),
    remove: (ids) => {
      for (const id of ids) unwrap(id);
    },
    showFound: (ranges) => {
      for (const id of found) unwrap(id);
      found = wrapAll(ranges);
      return true;
    },
    select: (id) => {
      for (const element of marks.get(selected ?? Number.NaN) ?? [])
        delete element.dataset['selected'];
      selected = id;
      const held = marks.get(id) ?? [];
      for (const element of held) element.dataset['selected'] = '';
      held[0]?.scrollIntoView({ block: 'nearest' });
    },
    endBox: (id) => marks.get(id)?.at(-1)?.getBoundingClientRect() ?? null,
    moveEnd: (id, { offsetNode, offset }) => {
      const first = marks.get(id)?.[0];
      const start = first && firstTextIn(first);
      if (!start) return;
      // Live: joining the texts that were parted keeps its boundaries in place.
      const range = new Range();
      range.setStart(start, 0);
      range.setEnd(offsetNode, offset);
      unwrap(id);
      if (!range.collapsed) wrap(id, range);
      for (const element of marks.get(id) ?? []) element.dataset['selected'] = '';
    },
    lookUp: (x, y) => document.elementFromPoint(x, y)?.closest('mark') != null,
    drawn: () => drawn.length,
    known: () => marks.size,
    drawnSelected: () => selected,
    drawnEnd: () => marks.get(selected ?? Number.NaN)?.at(-1) ?? null,
  };
}

function markedParagraphs(
  { text, annotations }: BenchDocument,
  makeMark: (id: BaselineId, kind: string) => HTMLElement,
): readonly HTMLElement[] {
  let start = 0;
  let next = 0;
  return text.split('\n').map((words) => {
    const end = start + words.length;
    const here: (BenchAnnotation & { id: number })[] = [];
    for (; next < annotations.length; next += 1) {
      const annotation = annotations[next] as BenchAnnotation;
      if (annotation.start >= end) break;
      here.push({ ...annotation, id: next });
    }
    const paragraph = buildMarkedParagraph(words, start, here, makeMark);
    start = end + 1;
    return paragraph;
  });
}

function firstTextIn(element: HTMLElement): Text | null {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return node instanceof Text ? node : null;
}

function textNodesIn({ startContainer, endContainer }: AbstractRange): readonly Text[] {
  if (startContainer === endContainer && startContainer instanceof Text) return [startContainer];
  const root = startContainer.parentElement?.closest('p');
  if (!root) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  const found: Text[] = [];
  for (let node: Node | null = startContainer; node instanceof Text; node = walker.nextNode()) {
    found.push(node);
    if (node === endContainer) break;
  }
  return found;
}
