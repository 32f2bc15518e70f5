import {
  createTextAnnotator,
  type HighlightStyle,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { type BaselineId, type BaselineSubject, buildParagraphs, rangeFinder } from './subject';

const plain: HighlightStyle = { fill: '#5a82dc', fillOpacity: 0.2 };
const emphasised: HighlightStyle = { fill: '#dc5078', fillOpacity: 0.5 };

/**
 * Annotations by @recogito/text-annotator with one of its renderers. It is given Range objects ready made: from stored
 * offsets alone it walks the text for each annotation, and takes ten times as long.
 */
export function recogitoSubject(renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): BaselineSubject {
  let annotator: TextAnnotator | null = null;
  let host: HTMLElement | null = null;
  let selected: BaselineId | null = null;
  let made = 0;
  /** Of the selected annotation as it was drawn last. */
  let drawnSelected: { readonly id: string; readonly end: number } | null = null;

  const find = (id: BaselineId): TextAnnotation | undefined =>
    annotator?.state.store.getAnnotation(idOf(id));

  return {
    open: (document, element) => {
      host = element;
      const paragraphs = buildParagraphs(document.text);
      host.append(...paragraphs.map((paragraph) => paragraph.element));
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(host, {
        renderer,
        annotatingEnabled: false,
        style: ({ id, target }, state) => {
          if (!state?.selected) return plain;
          drawnSelected = { id, end: target.selector[0]?.range.endOffset ?? 0 };
          return emphasised;
        },
      });
      const rangeOf = rangeFinder(paragraphs);
      made = document.annotations.length;
      annotator.setAnnotations(
        document.annotations.map((annotation, index) =>
          annotationOver(idOf(index), rangeOf(annotation), annotation),
        ),
      );
    },
    close: () => {
      annotator?.destroy();
      annotator = null;
      host?.replaceChildren();
      drawnSelected = null;
    },
    add: (ranges) => {
      const first = made;
      made += ranges.length;
      const annotations = ranges.map((place, index) => {
        const range = liveRange(place);
        return annotationOver(idOf(first + index), range, { start: 0, end: range.endOffset });
      });
      annotator?.setAnnotations(annotations, false);
      return ranges.map((_, index) => first + index);
    },
    remove: (ids) => annotator?.state.store.bulkDeleteAnnotations(ids.map(idOf)),
    showFound: () => false,
    select: (id) => {
      selected = id;
      annotator?.setSelected(idOf(id));
      annotator?.scrollIntoView(idOf(id), host?.parentElement ?? undefined);
    },
    endBox: (id) =>
      Array.from(find(id)?.target.selector[0]?.range.getClientRects() ?? []).at(-1) ?? null,
    moveEnd: (id, { offsetNode, offset }) => {
      const annotation = find(id);
      const [selector] = annotation?.target.selector ?? [];
      if (!annotation || !selector) return;
      const range = selector.range.cloneRange();
      range.setEnd(offsetNode, offset);
      annotator?.state.store.updateTarget({
        ...annotation.target,
        selector: [{ ...selector, range, quote: range.toString() }],
      });
    },
    // Its index of rectangles, as its own listener asks it; what that makes of the answer is left out.
    lookUp: (x, y) => {
      const around = host?.getBoundingClientRect();
      if (!around) return false;
      return annotator?.state.store.getAt(x - around.x, y - around.y, false) !== undefined;
    },
    drawn: () =>
      renderer === 'SPANS'
        ? (host?.getElementsByClassName('r6o-annotation').length ?? 0)
        : countRanges(),
    known: () => annotator?.state.store.all().length ?? 0,
    drawnSelected: () => drawnSelected?.id ?? null,
    drawnEnd: () => (selected === null ? null : (drawnSelected?.end ?? null)),
  };
}

function liveRange(place: AbstractRange): Range {
  const range = new Range();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}

function annotationOver(
  id: string,
  range: Range,
  { start, end }: { readonly start: number; readonly end: number },
): TextAnnotation {
  return {
    id,
    bodies: [],
    target: { annotation: id, selector: [{ quote: range.toString(), start, end, range }] },
  };
}

function countRanges(): number {
  let count = 0;
  for (const highlight of CSS.highlights.values()) count += highlight.size;
  return count;
}

function idOf(id: BaselineId): string {
  return `annotation-${id}`;
}
