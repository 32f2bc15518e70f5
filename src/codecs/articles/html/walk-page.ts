import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { attribute } from './attribute';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a walk does with what it meets. `Around` is what an element hands down to all within it. */
export interface Visitor<Around> {
  text(text: string, around: Around): void;
  /** What the element hands down and what to do when it is left; null to pass over all within it. */
  enter(element: Element, around: Around): Entered<Around> | null;
  /** Comments and the doctype. */
  other?(node: Node): void;
}

/** An element that a walk has gone into. */
export interface Entered<Around> {
  readonly inside: Around;
  readonly leave?: () => void;
}

interface Frame<Around> {
  readonly entered: Entered<Around>;
  readonly children: readonly Node[];
  next: number;
}

/** Walks what lies within `parent` in the order of the page. It keeps its own stack, for pages nested deeper than calls can go. */
export function walkPage<Around>(
  parent: { readonly childNodes: readonly Node[] },
  top: Around,
  visitor: Visitor<Around>,
): void {
  const frames: Frame<Around>[] = [
    { children: parent.childNodes, next: 0, entered: { inside: top } },
  ];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.children[frame.next];
    frame.next += 1;
    if (node === undefined) {
      frame.entered.leave?.();
      frames.pop();
    } else if (defaultTreeAdapter.isTextNode(node)) {
      visitor.text(node.value, frame.entered.inside);
    } else if (defaultTreeAdapter.isElementNode(node)) {
      const entered = visitor.enter(node, frame.entered.inside);
      if (entered !== null) frames.push({ entered, children: childrenOf(node), next: 0 });
    } else {
      visitor.other?.(node);
    }
  }
}

/** A template whose content a browser shows in place of it: a shadow tree that is written down. */
export function isShadowTree(element: Element): boolean {
  return (
    element.tagName === 'template' &&
    /^(?:open|closed)$/i.test(attribute(element, 'shadowrootmode') ?? '')
  );
}

function childrenOf(element: Element): readonly Node[] {
  return isShadowTree(element) && 'content' in element
    ? (element as DefaultTreeAdapterTypes.Template).content.childNodes
    : element.childNodes;
}
