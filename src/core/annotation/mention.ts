import type { Span } from '../text/span';
import type { Annotation, AnnotationKind } from './annotation';

/** What decides of which mention an annotation of an article is: its words and its kind. */
type Placed = Pick<Annotation, 'fragments' | 'body'>;

/**
 * The same string for two annotations of one article that are of one mention: exactly the same words, called the same
 * kind, whoever made them and whatever else they say.
 */
export function mentionKey({ fragments, body }: Placed): string {
  let key: string = body.kind;
  for (const { start, end } of fragments) key += ` ${start}-${end}`;
  return key;
}

/** Whether two coders, as `Provenance` names them, may be one person: they have the same name, or one of them gave none. */
export function mayBeOneCoder(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}

/**
 * Whether two annotations should be one record: they are of one mention, and their coders may be one person. What two
 * named coders say of the same words is two records, shown together and counted as one mention.
 */
export function mayBeOneRecord(a: Annotation, b: Annotation): boolean {
  return (
    mayBeOneCoder(a.provenance.coder, b.provenance.coder) &&
    a.articleId === b.articleId &&
    mentionKey(a) === mentionKey(b)
  );
}

/** As what words are to be tagged, and by whom. */
export interface Tagging {
  readonly kind: AnnotationKind;
  readonly coder: string;
}

/** Those of the kind that may be the coder's own: what another named coder has tagged stands in nobody's way. */
export function ownOf(
  annotations: readonly Annotation[],
  { kind, coder }: Tagging,
): readonly Annotation[] {
  return annotations.filter(
    ({ body, provenance }) => body.kind === kind && mayBeOneCoder(provenance.coder, coder),
  );
}

/**
 * The annotation that tagging `span` would only repeat: it has exactly these units, is of the kind, and may be the coder's
 * own, rather theirs by name than one where a name is missing. Undefined when there is none.
 */
export function twinOf(
  annotations: readonly Annotation[],
  { start, end }: Span,
  tagging: Tagging,
): Annotation | undefined {
  const twins = ownOf(annotations, tagging).filter(
    ({ fragments: [first, ...more] }) =>
      more.length === 0 && first.start === start && first.end === end,
  );
  return twins.find(({ provenance }) => provenance.coder === tagging.coder) ?? twins[0];
}

/**
 * How many mentions of each kind: however many annotations say something of the same words, they are counted once.
 * `ordered` is in an order in which those that start at the same place follow each other, such as reading order.
 */
export function countMentions(ordered: readonly Placed[]): Record<AnnotationKind, number> {
  const counts = { enterprise: 0, claim: 0, date: 0 };
  /** The mentions that start where the last annotation does; made when a second one does. */
  let met: Set<string> | null = null;
  for (const [index, annotation] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before?.fragments[0].start === annotation.fragments[0].start) {
      met ??= new Set([mentionKey(before)]);
      const key = mentionKey(annotation);
      if (met.has(key)) continue;
      met.add(key);
    } else met = null;
    counts[annotation.body.kind] += 1;
  }
  return counts;
}
