import { type Caret, caretOver, isCollapsed, selectionOf } from '../../../src/core/text/caret';
import type { Layout } from '../../../src/core/text/layout';
import { wordAt } from '../../../src/core/text/motion';
import { contains, type Span } from '../../../src/core/text/span';
import type { Moves } from './keyboard-moves';
import { type FindPlaces, landingsNear } from './keyboard-search';
import { pressesOf, type Stroke } from './keyboard-strokes';

/** A text, and what the keys do in it. */
export interface KeyboardText {
  readonly text: string;
  readonly layout: Layout;
  readonly moves: Moves;
  readonly find: FindPlaces;
}

/** A caret that can be reached, and by what last step. */
interface Reached {
  readonly caret: Caret;
  readonly presses: number;
  readonly before: Reached | null;
  readonly strokes: readonly Stroke[];
}

/**
 * The fewest presses, one at least, from `start` (nothing selected) to where a key that tags would tag just `wanted`:
 * a search among all carets by Dijkstra's algorithm. The search of the program is looked at as a first step only.
 * Null when there is no way.
 */
export function findRoute(
  place: KeyboardText,
  start: Caret,
  wanted: Span,
): readonly Stroke[] | null {
  const queue: Reached[][] = [];
  const settled = new Set<string>();
  const reach = (before: Reached, caret: Caret, strokes: readonly Stroke[]): void => {
    const presses = before.presses + pressesOf(strokes);
    const waiting = (queue[presses] ??= []);
    if (!settled.has(keyOf(caret))) waiting.push({ caret, presses, before, strokes });
  };
  const first: Reached = { caret: start, presses: 0, before: null, strokes: [] };
  spread(place, first, wanted, reach);
  for (const landing of landingsNear(place.text, place.find, { from: start.head, wanted }))
    reach(first, caretOver(landing.place), landing.strokes);
  for (let presses = 1; presses < queue.length; presses += 1)
    for (const reached of queue[presses] ?? []) {
      if (settled.has(keyOf(reached.caret))) continue;
      settled.add(keyOf(reached.caret));
      if (tagsJust(place, reached.caret, wanted)) return wayTo(reached);
      spread(place, reached, wanted, reach);
    }
  return null;
}

/** Everywhere that one more stroke leads, except where it can only lead away from the words wanted. */
function spread(
  { text, moves }: KeyboardText,
  from: Reached,
  wanted: Span,
  reach: (before: Reached, caret: Caret, strokes: readonly Stroke[]) => void,
): void {
  const { caret } = from;
  for (const { to, stroke } of moves.plain(caret)) reach(from, to, [stroke]);
  if (isEndOf(text, caret.anchor, wanted))
    for (const { to, stroke } of moves.selecting(caret)) reach(from, to, [stroke]);
  const held = selectionOf(text, caret) ?? { start: caret.head, end: caret.head };
  if (!contains(wanted, held)) return;
  const { to, stroke } = moves.wider(caret);
  // A unit that is no larger is none: the key does nothing then.
  if (to.anchor !== held.start || to.head !== held.end) reach(from, to, [stroke]);
}

/** Whether words selected from `offset` on can be those wanted: only blanks lie between it and one of their ends. */
function isEndOf(text: string, offset: number, { start, end }: Span): boolean {
  const [first, last] = offset < end ? [offset, start] : [end, offset];
  return first === last || selectionOf(text, { anchor: first, head: last }) === null;
}

function tagsJust({ text, layout }: KeyboardText, caret: Caret, wanted: Span): boolean {
  const meant = isCollapsed(caret) ? wordAt(text, layout, caret.head) : selectionOf(text, caret);
  return meant?.start === wanted.start && meant.end === wanted.end;
}

function wayTo(reached: Reached): readonly Stroke[] {
  const before = reached.before ? wayTo(reached.before) : [];
  return [...before, ...reached.strokes];
}

function keyOf({ anchor, head }: Caret): string {
  return `${anchor} ${head}`;
}
