import type { ExportedArticle } from '../support/app/exported-file';
import { disagreements } from '../support/app/exported-file';
import type { TortureArticle } from './article';
import type { MarkState } from './model';

/** What came of holding a recovered project against what was acknowledged. Counts of annotations. */
export interface Verdict {
  readonly acknowledged: number;
  readonly recovered: number;
  /** Acknowledged, undone by nothing that came later, and not there. */
  readonly lost: number;
  /** There, and in no state that may be; or in one that disagrees with its own words. */
  readonly wrong: number;
}

/** A verdict with the state that was recovered, or null when it is none that is allowed. */
export interface MatchedVerdict extends Verdict {
  readonly match: MarkState | null;
}

/**
 * Holds the exported articles against the states that are allowed, the acknowledged one first. What was recovered must be
 * one of them as a whole: a mixture of two counts as wrong by what differs from the nearest.
 */
export function judgeRecovery(
  articles: readonly ExportedArticle[],
  allowed: readonly [MarkState, ...MarkState[]],
  article: TortureArticle,
): MatchedVerdict {
  const ours = articles.filter(({ text }) => text === article.text);
  const found = ours.flatMap(({ annotations }) => annotations.map(keyOfExported));
  const states = allowed.map((state) => keysOf(state, article));
  const acknowledged = states[0] ?? [];
  const kept = states.reduce((before, state) => common(before, state), acknowledged);
  const lost = without(kept, found).length;
  const foreign = states.reduce((before, state) => without(before, state), found).length;
  const distances = states.map(
    (state) => without(found, state).length + without(state, found).length,
  );
  const nearest = Math.min(...distances);
  const mixture = lost + foreign === 0 ? nearest : 0;
  const disagreeing = articles.flatMap(disagreements).length;
  const strangers = articles.length - ours.length + Math.max(0, ours.length - 1);
  return {
    acknowledged: acknowledged.length,
    recovered: found.length,
    lost,
    wrong: foreign + mixture + disagreeing + strangers,
    match: allowed[distances.indexOf(0)] ?? null,
  };
}

function keyOfExported({
  kind,
  spans,
  quote,
  note,
}: ExportedArticle['annotations'][number]): string {
  const places = spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  return `${kind} ${places} ${quote.exact} ${note ?? ''}`;
}

function keysOf(state: MarkState, { words }: TortureArticle): readonly string[] {
  return state.map(({ word, kind, note }) => {
    const { start, end, exact } = words[word] ?? { start: 0, end: 0, exact: '' };
    return `${kind} ${start}-${end} ${exact} ${note}`;
  });
}

/** What of `these` is not in `those`; each key as often as it stands there. */
function without(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = [...those];
  return these.filter((key) => {
    const at = left.indexOf(key);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function common(these: readonly string[], those: readonly string[]): readonly string[] {
  return without(these, without(these, those));
}
