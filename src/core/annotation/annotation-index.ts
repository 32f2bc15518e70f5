import type { AnnotationId } from '../ids';
import { firstIndexWhere } from '../text/search-sorted';
import { compareSpans, overlaps, type Span } from '../text/span';
import { type Annotation, type AnnotationKind, extentOf } from './annotation';
import { countMentions, mentionKey } from './mention';

/** The text is looked up in stretches of this many UTF-16 units. */
const bucketSize = 2_048;

/**
 * The annotations of one article, found by id, by place, and in reading order. Adding, replacing, removing and looking
 * up near a place cost in proportion to what lies near, however many lie elsewhere (the sorted list apart, which moves
 * pointers only).
 */
export class AnnotationIndex {
  readonly #byId = new Map<AnnotationId, Annotation>();
  readonly #buckets = new Map<number, Set<Annotation>>();
  /** By bucket, when it last held something else, on a clock that rises with every change. */
  readonly #changedAt = new Map<number, number>();
  #clock = 0;
  readonly #counts: Record<AnnotationKind, number> = { enterprise: 0, claim: 0, date: 0 };
  readonly #ordered: Annotation[] = [];

  /** Reading order: by start, the longer first, then by time of making and id. The list itself changes with the index. */
  get ordered(): readonly Annotation[] {
    return this.#ordered;
  }

  /** How many mentions of each kind: the same words are counted once, however many annotations call them the kind. */
  get counts(): Readonly<Record<AnnotationKind, number>> {
    return this.#counts;
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#byId.get(id);
  }

  /** Adds `annotation`, or puts it in the place of the one with its id. */
  set(annotation: Annotation): void {
    this.delete(annotation.id);
    if (!this.isShared(annotation)) this.#counts[annotation.body.kind] += 1;
    this.#take(annotation);
    this.#ordered.splice(this.positionOf(annotation), 0, annotation);
  }

  /**
   * Adds many at once, or puts them in the place of those with their ids; of several with one id the last counts. It costs
   * in proportion to those given and to those after the first of them, and least when they are nearly in reading order;
   * counting is one pass over all.
   */
  load(annotations: readonly Annotation[]): void {
    const given = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    this.drop(given.keys());
    const sorted = [...given.values()].toSorted(compareAnnotations);
    for (const annotation of sorted) this.#take(annotation);
    mergeInto(this.#ordered, sorted);
    Object.assign(this.#counts, countMentions(this.#ordered));
  }

  /** Takes away many at once, in one pass over the list; those that are not there are no fault. */
  drop(ids: Iterable<AnnotationId>): void {
    const dropped = new Set<Annotation>();
    for (const id of ids) {
      const held = this.#byId.get(id);
      if (held) dropped.add(held);
    }
    if (dropped.size === 0) return;
    for (const annotation of dropped) this.#leave(annotation);
    keepWhere(this.#ordered, (annotation) => !dropped.has(annotation));
    Object.assign(this.#counts, countMentions(this.#ordered));
  }

  /** Takes away the annotation with this id; one that is not there is no fault. */
  delete(id: AnnotationId): void {
    const annotation = this.#byId.get(id);
    if (!annotation) return;
    this.#leave(annotation);
    this.#ordered.splice(this.positionOf(annotation), 1);
    if (!this.isShared(annotation)) this.#counts[annotation.body.kind] -= 1;
  }

  /** Where `annotation` stands in reading order, or would stand if it were there. */
  positionOf(annotation: Annotation): number {
    return firstIndexWhere(this.#ordered, (other) => compareAnnotations(other, annotation) >= 0);
  }

  /** The others of the mention that `annotation` is of, whoever made them, in reading order. */
  sharing(annotation: Annotation): readonly Annotation[] {
    return [...this.#others(annotation)];
  }

  /** Whether there are any. */
  isShared(annotation: Annotation): boolean {
    return this.#others(annotation).next().done !== true;
  }

  /** Those with a fragment that shares a code unit with `span`, in reading order. */
  touching(span: Span): readonly Annotation[] {
    const found = new Set<Annotation>();
    for (let bucket = bucketOf(span.start); bucket <= bucketOf(span.end - 1); bucket += 1)
      for (const annotation of this.#buckets.get(bucket) ?? [])
        if (annotation.fragments.some((fragment) => overlaps(fragment, span)))
          found.add(annotation);
    return [...found].toSorted(compareAnnotations);
  }

  /** Those with a fragment over the code unit at `offset`, the innermost (shortest) first. */
  at(offset: number): readonly Annotation[] {
    return this.touching({ start: offset, end: offset + 1 }).toSorted(compareInnermost);
  }

  /** A number that is another whenever something within `span`, or within 2,048 units of it, has come, gone or changed. */
  revisionIn({ start, end }: Span): number {
    let latest = 0;
    for (let bucket = bucketOf(start); bucket <= bucketOf(end - 1); bucket += 1)
      latest = Math.max(latest, this.#changedAt.get(bucket) ?? 0);
    return latest;
  }

  *#others(annotation: Annotation): Generator<Annotation, undefined> {
    const extent = extentOf(annotation);
    const key = mentionKey(annotation);
    const first = firstIndexWhere(
      this.#ordered,
      (other) => compareSpans(extentOf(other), extent) >= 0,
    );
    for (let at = first; ; at += 1) {
      const other = this.#ordered[at];
      if (!other || compareSpans(extentOf(other), extent) !== 0) return;
      if (other.id !== annotation.id && mentionKey(other) === key) yield other;
    }
  }

  /** Holds `annotation` in all but the sorted list. */
  #take(annotation: Annotation): void {
    this.#byId.set(annotation.id, annotation);
    this.#clock += 1;
    for (const bucket of bucketsOf(annotation)) {
      this.#changedAt.set(bucket, this.#clock);
      const held = this.#buckets.get(bucket);
      if (held) held.add(annotation);
      else this.#buckets.set(bucket, new Set([annotation]));
    }
  }

  /** Holds `annotation`, which must be there, no longer in all but the sorted list. */
  #leave(annotation: Annotation): void {
    this.#byId.delete(annotation.id);
    this.#clock += 1;
    for (const bucket of bucketsOf(annotation)) {
      this.#changedAt.set(bucket, this.#clock);
      const held = this.#buckets.get(bucket);
      held?.delete(annotation);
      if (held?.size === 0) this.#buckets.delete(bucket);
    }
  }
}

/** From the inside out: the shorter first, of equal ones the later. */
export function compareInnermost(a: Annotation, b: Annotation): number {
  return lengthOf(a) - lengthOf(b) || compareAnnotations(b, a);
}

/** Reading order of annotations, total: two different annotations are never equal. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return (
    compareSpans(extentOf(a), extentOf(b)) ||
    compareStrings(a.createdAt, b.createdAt) ||
    compareStrings(a.id, b.id)
  );
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lengthOf(annotation: Annotation): number {
  const { start, end } = extentOf(annotation);
  return end - start;
}

function bucketOf(offset: number): number {
  return Math.floor(offset / bucketSize);
}

/** Takes away from `list` what `isKept` does not hold for. */
function keepWhere(list: Annotation[], isKept: (annotation: Annotation) => boolean): void {
  let kept = 0;
  for (const annotation of list)
    if (isKept(annotation)) {
      list[kept] = annotation;
      kept += 1;
    }
  list.length = kept;
}

/** Merges `added` into `list`, both in reading order, from the back: what comes before the first of `added` stays. */
function mergeInto(list: Annotation[], added: readonly Annotation[]): void {
  let held = list.length;
  let left = added.length;
  for (const annotation of added) list.push(annotation);
  while (left > 0) {
    const last = list[held - 1];
    const next = added[left - 1] as Annotation;
    if (last && compareAnnotations(last, next) > 0) {
      list[held + left - 1] = last;
      held -= 1;
    } else {
      list[held + left - 1] = next;
      left -= 1;
    }
  }
}

function bucketsOf({ fragments }: Annotation): readonly number[] {
  const buckets: number[] = [];
  for (const { start, end } of fragments)
    for (let bucket = bucketOf(start); bucket <= bucketOf(end - 1); bucket += 1)
      buckets.push(bucket);
  return buckets;
}
