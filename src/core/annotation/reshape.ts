import { describeQuote, fragmentJoint } from '../anchoring/describe';
import type { Change } from '../change';
import { sameValue } from '../same-value';
import { clusterAt, wholeClusters } from '../text/clusters';
import { compareSpans, findSpanFault, type Span } from '../text/span';
import type { Annotation, FragmentEnd, Fragments } from './annotation';

/** Where one end of one fragment should be. */
export interface EndMove extends FragmentEnd {
  /** In UTF-16 units, from 0 to the length of the text; one outside the text counts as the nearer end of it. */
  readonly offset: number;
}

/** What `reshape` needs besides the annotation. */
export interface Reshaping {
  /** The article's whole stored text. */
  readonly text: string;
  readonly fragments: Fragments;
  /** What the person did, for the history. */
  readonly code: 'move-ends' | 'add-fragment' | 'remove-fragment';
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * The fragments of `annotation` with the words of `span` among them, in whole clusters. Fragments that `span` overlaps
 * or touches become one with it. Throws when `span` is not one of `text`.
 */
export function withFragment(annotation: Annotation, text: string, span: Span): Fragments {
  check([span], text);
  return join([...annotation.fragments, wholeClusters(text, span)]);
}

/**
 * The fragments of `annotation` without the one at `index`; null when it is the only one, since an annotation needs
 * words. An index that is not there takes nothing away: it may be one of a moment ago.
 */
export function withoutFragment(annotation: Annotation, index: number): Fragments | null {
  const rest = annotation.fragments.filter((_, at) => at !== index);
  return isSome(rest) ? rest : null;
}

/**
 * The fragments with one end moved. A cluster that `offset` would split is taken in whole; at least one cluster stays,
 * so an end never passes the other end of its fragment; fragments that are reached become one with it. Blanks at the
 * end are kept, so that an end can be moved over them step by step. A fragment that is not there moves nothing.
 */
export function withEnd(
  fragments: Fragments,
  text: string,
  { fragment, end, offset }: EndMove,
): Fragments {
  const span = fragments[fragment];
  if (!span) return fragments;
  const moved = end === 'start' ? moveStart(text, span, offset) : moveEnd(text, span, offset);
  return join(fragments.with(fragment, moved));
}

function moveStart(text: string, { end }: Span, offset: number): Span {
  const last = clusterAt(text, end - 1).start;
  const start = Math.min(Math.max(0, offset), last);
  return { start: wholeClusters(text, { start, end }).start, end };
}

function moveEnd(text: string, { start }: Span, offset: number): Span {
  const first = clusterAt(text, start).end;
  const end = Math.max(Math.min(text.length, offset), first);
  return { start, end: wholeClusters(text, { start, end }).end };
}

/**
 * The change that gives `annotation` other fragments, with a quote of them; null when they are those it has. Throws when
 * they are not sound: a span that is none of the text, out of order, or two that touch.
 *
 * The body stays as it is, also a date's value that a rule read from the words of before: the person sees it beside the
 * new words and decides, and its basis still tells truly how it came about. The history holds the words of before.
 */
export function reshape(
  annotation: Annotation,
  { text, fragments, code, at }: Reshaping,
): Change | null {
  check(fragments, text);
  if (sameValue(annotation.fragments, fragments)) return null;
  const quote = describeQuote(text, fragments);
  const after: Annotation = { ...annotation, fragments, quote, updatedAt: at };
  return {
    label: { code, kind: after.body.kind, exact: quote.exact },
    records: [{ table: 'annotations', id: annotation.id, before: annotation, after }],
  };
}

/** The words of each fragment in text order, cut from the quote of `annotation`. */
export function wordsOfFragments({ fragments, quote }: Annotation): readonly string[] {
  let from = 0;
  return fragments.map(({ start, end }) => {
    const words = quote.exact.slice(from, from + end - start);
    from += end - start + fragmentJoint.length;
    return words;
  });
}

/** The spans in text order, those that overlap or touch made one. */
function join(spans: readonly Span[]): Fragments {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted(compareSpans)) {
    const last = joined.at(-1);
    if (last && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  if (!isSome(joined)) throw new Error('an annotation has at least one fragment');
  return joined;
}

function isSome(spans: readonly Span[]): spans is Fragments {
  return spans.length > 0;
}

function check(spans: readonly Span[], text: string): void {
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    const fault =
      findSpanFault(span, text) ?? (before && before.end >= span.start ? 'out-of-order' : null);
    if (fault) throw new Error(`${fault}: [${span.start}, ${span.end}) of ${text.length}`);
  });
}
