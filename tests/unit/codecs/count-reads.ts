import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

type Document = DefaultTreeAdapterTypes.Document;
type Node = DefaultTreeAdapterTypes.Node;

/** How many nodes a page has, and how often anything has asked one of them for its parent or for a child. */
export interface ReadCount {
  readonly nodes: number;
  reads(): number;
}

/** Puts a counter on every node of `page`. What a walk costs is then a number, the same on every machine. */
export function countReads(page: Document): ReadCount {
  let reads = 0;
  const nodes: Node[] = [page];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    if ('childNodes' in node) {
      nodes.push(...node.childNodes);
      watch(node, 'childNodes', new Proxy(node.childNodes, { get: countedGet }));
    }
    if (defaultTreeAdapter.isElementNode(node)) watch(node, 'parentNode', node.parentNode);
  }

  function countedGet(children: object, key: string | symbol): unknown {
    reads += 1;
    return Reflect.get(children, key);
  }

  function watch(node: Node, key: string, value: unknown): void {
    Object.defineProperty(node, key, {
      get() {
        reads += 1;
        return value;
      },
    });
  }

  return { nodes: nodes.length, reads: () => reads };
}
