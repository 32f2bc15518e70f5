import type { AnnotationKind } from '../../../src/core/annotation/annotation';
import { proposeDate } from '../../../src/core/dates/propose';
import { caretAt } from '../../../src/core/text/caret';
import { type Layout, layOut } from '../../../src/core/text/layout';
import { nearestPlace } from '../../../src/core/text/motion';
import type { Span } from '../../../src/core/text/span';
import { movesOver } from './keyboard-moves';
import { findRoute } from './keyboard-route';
import { placesIn } from './keyboard-search';
import { command, pressesOf, type Stroke } from './keyboard-strokes';

/** Words to be tagged, by their place. */
export interface WantedSpan {
  readonly span: Span;
  readonly kind: AnnotationKind;
}

/** How one annotation is made by keys alone. */
export interface PlannedTag extends WantedSpan {
  readonly words: string;
  /** To the words and to the key that tags them. */
  readonly strokes: readonly Stroke[];
  /** Takes the date that the program proposes; empty when it proposes none. */
  readonly accept: readonly Stroke[];
}

/** All annotations of an article, in the order in which they are made. */
export interface KeyboardPlan {
  readonly tags: readonly PlannedTag[];
  /** Key presses from the first to the last, taking proposed dates included. */
  readonly presses: number;
}

/** Finds the strokes that tag `wanted` with the caret at `from`, where nothing is selected. */
export type PlanTag = (from: number, wanted: WantedSpan) => PlannedTag;

/** Plans single tags of `text`. Throws when no keys select just the words wanted. */
export function tagPlanner(text: string, layout: Layout = layOut(text)): PlanTag {
  const moves = movesOver(text, layout);
  const find = placesIn(text);
  return (from, { span, kind }) => {
    const words = text.slice(span.start, span.end);
    const route = findRoute({ text, layout, moves, find }, caretAt(from), span);
    if (!route) throw new Error(`no keys lead from ${from} to ${span.start}–${span.end}: ${words}`);
    return {
      span,
      kind,
      words,
      strokes: [...route, command(`tag.${kind}`)],
      accept: kind === 'date' && proposeDate(words) ? [command('annotation.acceptProposal')] : [],
    };
  };
}

/**
 * The cheapest of a few orders in which to tag everything `wanted` in a text that has just been opened: as listed, by
 * start and by end. After each the caret stands at the end of the words tagged.
 */
export function planKeyboard(text: string, wanted: readonly WantedSpan[]): KeyboardPlan {
  const layout = layOut(text);
  const planTag = tagPlanner(text, layout);
  const first = nearestPlace(text, layout, 0) ?? 0;
  const orders = [
    wanted,
    wanted.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    wanted.toSorted((a, b) => a.span.end - b.span.end || b.span.start - a.span.start),
  ];
  const plans = orders.map((order) => {
    let from = first;
    const tags = order.map((one) => {
      const planned = planTag(from, one);
      from = one.span.end;
      return planned;
    });
    const presses = pressesOf(tags.flatMap(({ strokes, accept }) => [...strokes, ...accept]));
    return { tags, presses };
  });
  return plans.reduce((best, plan) => (plan.presses < best.presses ? plan : best));
}
