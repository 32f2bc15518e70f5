import type { Annotation, Fragments } from '../../core/annotation/annotation';
import { type AnnotationIndex, compareInnermost } from '../../core/annotation/annotation-index';
import type { AnnotationId } from '../../core/ids';
import { sameValue } from '../../core/same-value';
import type { DisplayBlock } from '../../core/text/layout';
import { type Box, type HitRows, hitsAt, layInRows } from './hit-rows';
import type { Surface } from './surface';

/** What of an annotation has been measured. */
interface Measured {
  readonly fragments: Fragments;
  /** In pixels from the corner of the block's element. */
  readonly boxes: readonly Box[];
}

/** The block whose annotations are looked for, and where they are kept. */
export interface BlockHitsParts {
  readonly surface: Surface;
  readonly index: AnnotationIndex;
  readonly block: number;
}

/** The annotations of one block by their rectangles, which are measured when they are first asked for. */
export class BlockHits {
  readonly #parts: BlockHitsParts;
  #measured: ReadonlyMap<AnnotationId, Measured> = new Map();
  #rows: HitRows | null = null;

  constructor(parts: BlockHitsParts) {
    this.#parts = parts;
  }

  /** Looks the annotations up again when next asked; of those with the fragments that they had, nothing is measured. */
  update(): void {
    this.#rows = null;
  }

  /** The annotations at a point in pixels from the corner of the block's element, the innermost first. */
  at(x: number, y: number): readonly Annotation[] {
    this.#rows ??= this.#measure();
    return hitsAt(this.#rows, x, y);
  }

  #measure(): HitRows {
    const { surface, index, block: at } = this.#parts;
    const block = surface.layout.blocks[at];
    if (!block) return new Map();
    const annotations = index.touching(block).toSorted(compareInnermost);
    const boxesOf = measurerOf(surface, block);
    const measured = new Map<AnnotationId, Measured>();
    const covered = annotations.map((annotation) => {
      const { id, fragments } = annotation;
      const known = this.#measured.get(id);
      const boxes =
        known && sameValue(known.fragments, fragments) ? known.boxes : boxesOf(fragments);
      measured.set(id, { fragments, boxes });
      return { annotation, boxes };
    });
    this.#measured = measured;
    return layInRows(covered);
  }
}

/** Measures what fragments cover of `block`, by one range for all: the browser mends each that there is at every edit. */
function measurerOf(surface: Surface, block: DisplayBlock): (of: Fragments) => readonly Box[] {
  const { node } = surface.pointAt(block.start);
  const corner = node.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const range = new Range();
  return (fragments) =>
    fragments.flatMap((fragment) => {
      const start = Math.max(fragment.start, block.start);
      const end = Math.min(fragment.end, block.end);
      if (start >= end) return [];
      range.setStart(node, start - block.start);
      range.setEnd(node, end - block.start);
      return Array.from(range.getClientRects(), ({ left, top, right, bottom }) => ({
        left: left - corner.left,
        top: top - corner.top,
        right: right - corner.left,
        bottom: bottom - corner.top,
      }));
    });
}
