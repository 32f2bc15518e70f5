import {
  type Caret,
  caretAt,
  caretOver,
  isCollapsed,
  selectionOf,
} from '../../../src/core/text/caret';
import type { Layout } from '../../../src/core/text/layout';
import {
  type Direction,
  moveByCluster,
  moveByParagraph,
  moveBySentence,
  moveByWord,
  moveToEnd,
} from '../../../src/core/text/motion';
import type { Span } from '../../../src/core/text/span';
import { widen } from '../../../src/core/text/structure';
import { command, type Stroke } from './keyboard-strokes';

/** Where a stroke leads the caret. */
export interface Move {
  readonly to: Caret;
  readonly stroke: Stroke;
}

/** The ways from a caret by one stroke. */
export interface Moves {
  /** Every motion without selecting. */
  readonly plain: (from: Caret) => readonly Move[];
  /** Every motion with the anchor left behind. */
  readonly selecting: (from: Caret) => readonly Move[];
  /** To the next larger unit around the selection or the caret. */
  readonly wider: (from: Caret) => Move;
}

const directions = [
  { direction: 1, towards: 'next' },
  { direction: -1, towards: 'previous' },
] as const;

/** The moves of the program over a text; motions by lines are left out, since they depend on how it is drawn. */
export function movesOver(text: string, layout: Layout): Moves {
  const motions = {
    word: (from: number, to: Direction) => moveByWord(text, layout, from, to),
    character: (from: number, to: Direction) => moveByCluster(text, layout, from, to),
    sentence: (from: number, to: Direction) => moveBySentence(text, layout, from, to),
    paragraph: (from: number, to: Direction) => moveByParagraph(layout, from, to),
    document: (from: number, to: Direction) => moveToEnd(layout, to) ?? from,
  };
  const units = Object.keys(motions) as (keyof typeof motions)[];
  const ways = units.flatMap((unit) =>
    directions.map(({ direction, towards }) => ({
      collapses: unit === 'character',
      direction,
      move: command(`caret.move.${unit}.${towards}`),
      select: command(`caret.select.${unit}.${towards}`),
      lead: remember((from) => motions[unit](from, direction)),
    })),
  );
  return {
    plain: (from) =>
      ways.map(({ collapses, direction, move, lead }) => {
        const { anchor, head } = from;
        const isHeld = collapses && !isCollapsed(from);
        const end = direction === 1 ? Math.max(anchor, head) : Math.min(anchor, head);
        return { to: caretAt(isHeld ? end : lead(head)), stroke: move };
      }),
    selecting: ({ anchor, head }) =>
      ways.map(({ select, lead }) => ({ to: { anchor, head: lead(head) }, stroke: select })),
    wider: (from) => {
      const span: Span = selectionOf(text, from) ?? { start: from.head, end: from.head };
      return { to: caretOver(widen(text, layout, span)), stroke: command('caret.widen') };
    },
  };
}

/** `lead`, asked for each offset once. */
function remember(lead: (from: number) => number): (from: number) => number {
  const known = new Map<number, number>();
  return (from) => {
    const to = known.get(from) ?? lead(from);
    known.set(from, to);
    return to;
  };
}
