import type { BenchAnnotation } from '../documents/annotations';
import type { BenchDocument } from '../documents/document';

/** An annotation on a baseline's page, by its place in the list of all that were ever made. */
export type BaselineId = number;

/** One way to draw annotations on a text that others offer, without a store. */
export interface BaselineSubject {
  /** Shows `document` in `host`, which is empty and may be given children. */
  open(document: BenchDocument, host: HTMLElement): void;
  /** Takes away everything that `open` made. */
  close(): void;
  /** Adds an annotation over each of `ranges`, which are in text order. */
  add(ranges: readonly AbstractRange[]): readonly BaselineId[];
  remove(ids: readonly BaselineId[]): void;
  /** Draws `ranges` as places found, in the place of those found before; false when it cannot. */
  showFound(ranges: readonly AbstractRange[]): boolean;
  /** Draws one annotation as selected and brings it into view. */
  select(id: BaselineId): void;
  /** Where the last words of an annotation are drawn, in client pixels. */
  endBox(id: BaselineId): DOMRect | null;
  /** Draws an annotation with its end at a boundary of the text. */
  moveEnd(id: BaselineId, to: CaretPosition): void;
  /** Looks for the annotation at a place, in client pixels, by the quickest means that the subject has; false without one. */
  lookUp(x: number, y: number): boolean;
  /** See `Eyes`. */
  drawn(): number;
  known(): number;
  drawnSelected(): unknown;
  drawnEnd(): unknown;
}

/** The paragraphs of a text, one element with one text node to each, as all baselines have them. */
export function buildParagraphs(text: string): readonly { element: HTMLElement; start: number }[] {
  let start = 0;
  return text.split('\n').map((words) => {
    const element = document.createElement('p');
    element.append(words);
    const paragraph = { element, start };
    start += words.length + 1;
    return paragraph;
  });
}

/** Makes a range over `annotation`, which lies in one paragraph. Paragraphs are asked for in text order. */
export function rangeFinder(
  paragraphs: readonly { readonly element: HTMLElement; readonly start: number }[],
): (annotation: BenchAnnotation) => Range {
  let at = 0;
  return ({ start, end }) => {
    while ((paragraphs[at + 1]?.start ?? Infinity) <= start) at += 1;
    const paragraph = paragraphs[at];
    const node = paragraph?.element.firstChild;
    if (!paragraph || !node) throw new Error(`no paragraph at ${start}`);
    const range = document.createRange();
    range.setStart(node, start - paragraph.start);
    range.setEnd(node, end - paragraph.start);
    return range;
  };
}
