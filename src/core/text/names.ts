import { looseFold } from './fold';
import { holdsBlankLine } from './occurrences';
import { foldWords, type Shadow, shadowIndexAt, spanOfShadow } from './shadow';
import type { Span } from './span';
import { endsWord, startsWord } from './whole-words';

/** Names that agree in their first letters share the nodes of these; the letters are those of the loose fold. */
interface NameNode {
  readonly next: Map<number, NameNode>;
  endsName: boolean;
}

/** Many names, made ready to be looked for at once. */
export type NameTree = NameNode;

/** A name of fewer folded letters than this is not looked for: one letter stands in too many places. */
const shortest = 2;

/** The tree of `names`. Names that read alike count once; those of one letter, or none, are left out. */
export function plantNames(names: Iterable<string>): NameTree {
  const root: NameNode = { next: new Map(), endsName: false };
  for (const name of names) {
    const folded = foldWords(name, looseFold);
    if (folded.length < shortest) continue;
    let node = root;
    for (let at = 0; at < folded.length; at += 1) node = childOf(node, folded.charCodeAt(at));
    node.endsName = true;
  }
  return root;
}

/**
 * The places in the text of `shadow`, a loose one, where one of the names stands as whole words: first those that start
 * at `from` or after it, then, round the end, those before it. Where several names start at one place the longest
 * counts. Places may overlap. Each is looked for when it is asked for, in one walk however many names there are.
 */
export function* placesOfNames(shadow: Shadow, names: NameTree, from: number): Generator<Span> {
  const middle = shadowIndexAt(shadow, from);
  yield* placesWithin(shadow, names, middle, shadow.folded.length);
  yield* placesWithin(shadow, names, 0, middle);
}

function* placesWithin(
  shadow: Shadow,
  names: NameTree,
  first: number,
  end: number,
): Generator<Span> {
  for (let at = first; at < end; at += 1) {
    const ends = endsOfNames(shadow.folded, names, at);
    if (ends.length === 0 || !startsWord(shadow.text, shadow.starts[at] ?? 0)) continue;
    const spans = ends.map((to) => spanOfShadow(shadow, at, to));
    const longest = spans.findLast((span) => span !== null && isName(shadow.text, span));
    if (longest) yield longest;
  }
}

function isName(text: string, { start, end }: Span): boolean {
  return endsWord(text, end) && !holdsBlankLine(text.slice(start, end));
}

const none: readonly number[] = [];

/** Where the names that start at `from` end in `folded`, the shortest first. */
function endsOfNames(folded: string, names: NameTree, from: number): readonly number[] {
  let node = names.next.get(folded.charCodeAt(from));
  if (!node) return none;
  const ends: number[] = [];
  for (let at = from + 1; node; at += 1) {
    if (node.endsName) ends.push(at);
    node = node.next.get(folded.charCodeAt(at));
  }
  return ends;
}

function childOf(node: NameNode, unit: number): NameNode {
  const known = node.next.get(unit);
  if (known) return known;
  const made: NameNode = { next: new Map(), endsName: false };
  node.next.set(unit, made);
  return made;
}
