import { type Annotation, extentOf } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { AnnotationId } from '../../core/ids';
import type { Layout } from '../../core/text/layout';
import { indexOfSpanAt } from '../../core/text/search-sorted';
import type { NearSections } from './near-sections';
import type { Surface } from './surface';

/** What paragraph lists are made of, and what they call. */
export interface ParagraphListsParts {
  readonly surface: Surface;
  readonly index: AnnotationIndex;
  readonly near: NearSections;
  /** What an annotation is called: its kind, words and value. */
  readonly labelOf: (annotation: Annotation) => string;
  /** What the list of the paragraph with this number, from 1, is called. */
  readonly labelOfList: (paragraph: number) => string;
  /** An annotation was chosen from a list. */
  readonly onPick: (id: AnnotationId) => void;
}

/** How long lists may wait for a turn in which nothing is drawn, in milliseconds. */
const longestWait = 300;

interface DrawnList {
  readonly element: HTMLElement;
  readonly items: Map<AnnotationId, HTMLElement>;
}

/**
 * For assistive technology: behind the words of each paragraph near the viewport, a list of the annotations that begin
 * in it. Names are attributes and there is no text in it, so that finding, copying and selecting meet the article alone.
 * A paragraph cut for display has its list at its end. Lists are written when there is nothing to be drawn.
 */
export class ParagraphLists {
  readonly #parts: ParagraphListsParts;
  /** By section, and there by index of the block that carries the list. */
  readonly #drawn = new Map<number, Map<number, DrawnList>>();
  readonly #unfollow: () => void;
  /** Sections whose lists are to be written. */
  readonly #stale = new Set<number>();
  #turn: number | null = null;

  /** Keeps lists in the blocks of the surface until `dispose`. */
  constructor(parts: ParagraphListsParts) {
    this.#parts = parts;
    this.#unfollow = parts.near.follow({
      onNear: (section) => this.#want(section),
      onFar: (section) => this.#clear(section),
    });
  }

  dispose(): void {
    this.#unfollow();
    for (const section of this.#drawn.keys()) this.#clear(section);
    if (this.#turn !== null) cancelIdleCallback(this.#turn);
  }

  /** Lets what the index holds by then be written, and what things are called by then; only what differs is touched. */
  update(): void {
    for (const section of this.#drawn.keys()) this.#want(section);
  }

  #want(section: number): void {
    this.#stale.add(section);
    this.#turn ??= requestIdleCallback(
      () => {
        this.#turn = null;
        const stale = [...this.#stale];
        this.#stale.clear();
        for (const one of stale) this.#write(one);
      },
      { timeout: longestWait },
    );
  }

  #write(section: number): void {
    const drawn = this.#drawn.get(section) ?? new Map<number, DrawnList>();
    this.#drawn.set(section, drawn);
    const wanted = this.#wantedIn(section);
    for (const [block, { element }] of drawn)
      if (!wanted.has(block)) {
        element.remove();
        drawn.delete(block);
      }
    for (const [block, annotations] of wanted) {
      const list = drawn.get(block) ?? this.#addList(block);
      drawn.set(block, list);
      this.#fill(list, block, annotations);
    }
  }

  #clear(section: number): void {
    this.#stale.delete(section);
    for (const { element } of this.#drawn.get(section)?.values() ?? []) element.remove();
    this.#drawn.delete(section);
  }

  /** By block that ends a paragraph, the annotations that begin in the paragraph, in reading order. */
  #wantedIn(section: number): ReadonlyMap<number, readonly Annotation[]> {
    const { surface, index } = this.#parts;
    const { layout } = surface;
    const wanted = new Map<number, Annotation[]>();
    const blocks = closingBlocks(layout, section);
    const [first] = blocks.keys();
    const last = [...blocks.keys()].at(-1);
    if (first === undefined || last === undefined) return wanted;
    const start = first === 0 ? 0 : (layout.paragraphs[first]?.start ?? 0);
    const end = layout.paragraphs[last + 1]?.start ?? layout.paragraphs[last]?.end ?? 0;
    for (const annotation of index.touching({ start, end })) {
      const paragraph = indexOfSpanAt(layout.paragraphs, extentOf(annotation).start);
      const block = blocks.get(Math.max(0, paragraph));
      if (block === undefined) continue;
      const list = wanted.get(block);
      if (list) list.push(annotation);
      else wanted.set(block, [annotation]);
    }
    return wanted;
  }

  #addList(block: number): DrawnList {
    const element = document.createElement('ul');
    element.className = 'unseen';
    element.style.userSelect = 'none';
    // Without marks a list is none to some browsers, unless it says so.
    element.setAttribute('role', 'list');
    this.#parts.surface.elementOf(block)?.append(element);
    return { element, items: new Map() };
  }

  #fill({ element, items }: DrawnList, block: number, annotations: readonly Annotation[]): void {
    const { surface, labelOf, labelOfList } = this.#parts;
    const paragraph = surface.layout.blocks[block]?.paragraph ?? 0;
    setLabel(element, labelOfList(paragraph + 1));
    const ids = new Set(annotations.map(({ id }) => id));
    for (const [id, item] of items)
      if (!ids.has(id)) {
        item.remove();
        items.delete(id);
      }
    annotations.forEach((annotation, position) => {
      const item = items.get(annotation.id) ?? this.#makeItem(annotation.id);
      items.set(annotation.id, item);
      setLabel(item.firstElementChild, labelOf(annotation));
      const there = element.children.item(position);
      if (there !== item) element.insertBefore(item, there);
    });
  }

  #makeItem(id: AnnotationId): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.addEventListener('click', (event) => {
      // The article would take it for a click at a place in the text.
      event.stopPropagation();
      this.#parts.onPick(id);
    });
    item.append(button);
    return item;
  }
}

/** The blocks of a section that end a paragraph, by index of the paragraph. */
function closingBlocks(layout: Layout, section: number): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const { firstBlock, endBlock } = layout.sections[section] ?? { firstBlock: 0, endBlock: 0 };
  for (let at = firstBlock; at < endBlock; at += 1) {
    const paragraph = layout.blocks[at]?.paragraph;
    if (paragraph !== undefined && layout.blocks[at + 1]?.paragraph !== paragraph)
      closing.set(paragraph, at);
  }
  return closing;
}

function setLabel(element: Element | null, label: string): void {
  if (element?.getAttribute('aria-label') !== label) element?.setAttribute('aria-label', label);
}
