import type { BenchAnnotation } from '../documents/annotations';
import type { BaselineId } from './subject';

/** A new `<mark>` of the annotation `id`. */
export type MakeMark = (id: BaselineId, kind: string) => HTMLElement;

interface Open extends BenchAnnotation {
  readonly id: BaselineId;
  element: HTMLElement;
}

/**
 * A paragraph whose annotations are nested `<mark>` elements. One that overlaps another in part is cut there, and nothing
 * else is. `annotations` lie in the paragraph and are in reading order; offsets are of the whole text, the paragraph
 * beginning at `start`.
 */
export function buildMarkedParagraph(
  words: string,
  start: number,
  annotations: readonly (BenchAnnotation & { readonly id: BaselineId })[],
  makeMark: MakeMark,
): HTMLElement {
  const paragraph = document.createElement('p');
  const open: Open[] = [];
  let at = start;
  const write = (to: number): void => {
    if (to > at) (open.at(-1)?.element ?? paragraph).append(words.slice(at - start, to - start));
    at = Math.max(at, to);
  };
  const push = (annotation: Omit<Open, 'element'>): void => {
    const element = makeMark(annotation.id, annotation.kind);
    (open.at(-1)?.element ?? paragraph).append(element);
    open.push({ ...annotation, element });
  };
  const closeUntil = (to: number): void => {
    for (;;) {
      const end = Math.min(...open.map((one) => one.end));
      if (end > to) return;
      write(end);
      const cut = open.splice(open.findIndex((one) => one.end === end)).slice(1);
      for (const one of cut) if (one.end > end) push(one);
    }
  };
  for (const annotation of annotations) {
    closeUntil(annotation.start);
    write(annotation.start);
    push(annotation);
  }
  closeUntil(Number.MAX_SAFE_INTEGER);
  write(start + words.length);
  return paragraph;
}
